import type { Draft } from '@noticeboard/domain/draft';
import { confidences, ratings } from '@noticeboard/domain/scales';
import { formatDate } from '@noticeboard/domain/words';
import { readDate } from '../../components/date-parts.ts';
import { hasNewForecast, type Row } from './body.ts';

/** Gives what is typed on a row, part by part. */
export const typedOf = (row: Row, body: Draft): { name: string; value: string }[] => {
  const forecast = readDate(body.forecast, 'Forecast');
  const explains = row.kind === 'commentary';
  const on = (explains || hasNewForecast(row, body)) && 'on' in forecast ? forecast.on : null;
  const parts = [
    { name: 'No change', value: body.noChange ? 'Yes' : '' },
    { name: 'Rating', value: body.rating === null ? '' : ratings[body.rating].label },
    { name: explains ? 'Why' : 'What changed', value: body.words },
    { name: explains ? 'What is done' : 'Recovery', value: body.recovery },
    { name: 'How sure', value: body.confidence === null ? '' : confidences[body.confidence].label },
    { name: explains ? 'By when' : 'Forecast', value: on === null ? '' : formatDate(on) },
    { name: 'Value', value: body.value },
    { name: 'Numerator', value: body.numerator },
    { name: 'Denominator', value: body.denominator },
    { name: explains ? 'Effect on families' : 'Answer', value: body.answer },
  ];
  return parts.filter(({ value }) => value.trim() !== '');
};
