import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { FormNoun, SetUpForm } from '@noticeboard/domain/views/set-up-form';
import { formatDate } from '@noticeboard/domain/words';
import { useAddress } from '../../app/address.ts';
import { useNotice } from '../../app/notice.ts';
import { NotFoundPage } from '../../app/problem.tsx';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { Breadcrumbs } from '../../components/breadcrumbs.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import type { Values } from './form/field.ts';
import { RowForm } from './form/row-form.tsx';
import { CancelLink, setUpPath, useBack } from './links.tsx';
import { LookingBack } from '../../components/looking-back.tsx';
import { addedToPlan, definitions, formNounOf, listNounOf, lists, type FormOf } from './nouns/definitions.ts';

const listOf = (noun: FormNoun): FormNoun => (noun === 'decision' ? 'requirement' : noun === 'release' ? 'area' : noun);

/** Gives why a row can't be edited; null where it can. */
const endOf = (row: SetUpForm['row']): string | null => {
  if (row?.['state'] === 'closed') return 'This risk is closed. Reopen it on its page to change it.';
  if (row?.['stage'] === 'withdrawn') return 'This action was withdrawn by the board. It can’t be changed any more.';
  const day = row?.['withdrawnOn'];
  return typeof day === 'string' ? `This was withdrawn on ${formatDate(day)}. It can’t be changed any more.` : null;
};

/** Gives the page that a form comes back to, where no other is named: the list of the set-up, or the register of risks. */
const listPath = (noticeId: string, noun: FormNoun): string => {
  if (noun === 'risk') return `/n/${noticeId}/risks`;
  const list = listNounOf(listOf(noun));
  return list === null ? setUpPath(noticeId) : setUpPath(noticeId, list);
};

/** What a form starts with; an officer, who has no other form here, may ask for that of a risk. */
const formQuery = (noticeId: string, noun: FormNoun, id: string | null, of: string | null) =>
  noun === 'risk'
    ? trpc.risk.form.queryOptions({ noticeId, id })
    : trpc.setUp.form.queryOptions({ noticeId, noun, id, of });

const Trail = ({ noticeId, noun, here }: { noticeId: string; noun: FormNoun; here: string }) => {
  const list = listNounOf(listOf(noun));
  return (
    <Breadcrumbs>
      {noun === 'risk' ? null : (
        <Link to={setUpPath(noticeId)} className="govuk-breadcrumbs__link">
          Set-up
        </Link>
      )}
      {list === null ? null : (
        <Link to={listPath(noticeId, noun)} className="govuk-breadcrumbs__link">
          {lists[list].title}
        </Link>
      )}
      {here}
    </Breadcrumbs>
  );
};

type Shown = {
  noun: FormNoun;
  form: FormOf;
  data: SetUpForm;
  of: string | null;
  noticeId: string;
  onAnother: () => void;
};

/** What lifting the notice leaves open, said as soon as that is chosen. */
const liftingAdvice = (advice: string) => ({
  after: 'kind',
  show: ({ kind }: Values) => (kind === 'lifted' ? <p className="govuk-inset-text">{advice}</p> : null),
});

const Edit = ({ noun, form, data, of, noticeId, onAnother }: Shown) => {
  const navigate = useNavigate();
  // What a page that leads here already knows of a new row.
  const { kind } = useAddress();
  const change = useChange(form.change());
  const back = useBack(listPath(noticeId, noun));
  return (
    <RowForm
      fields={form.fields}
      {...(form.sourceFields === undefined ? {} : { sourceFields: form.sourceFields })}
      row={data.row}
      options={data.choices}
      suggested={kind === undefined ? data.suggested : { ...data.suggested, kind }}
      {...(noun === 'event' && data.advice !== null ? { follows: liftingAdvice(data.advice) } : {})}
      reason={data.row === null ? addedToPlan : ''}
      change={change}
      input={(entered) => form.input({ noticeId, of, row: data.row }, entered)}
      submit="Save"
      {...(data.row === null ? { another: 'Save and add another' } : {})}
      cancel={<CancelLink to={back} />}
      onSaved={(_receipt, another) => {
        if (another) onAnother();
        else void navigate({ to: back });
      }}
    />
  );
};

/** Makes or edits one row of the plan: `/set-up/area/new`, `/set-up/area/area-3`. */
export const RowPage = () => {
  const { noun: named = '', rowId = '' } = useParams({ strict: false });
  const noun = formNounOf(named);
  if (noun === null || (rowId === 'new' && definitions[noun].create === null)) return <NotFoundPage />;
  return <RowOf noun={noun} rowId={rowId} />;
};

/** Edits the notice itself. */
export const NoticePage = () => <RowOf noun="notice" rowId={useNotice().noticeId} />;

const RowOf = ({ noun, rowId }: { noun: FormNoun; rowId: string }) => {
  const { noticeId, lookingBack } = useNotice();
  const { of = null } = useAddress();
  const [round, setRound] = useState(0);
  const id = rowId === 'new' ? null : rowId;
  const { data } = useSuspenseQuery(formQuery(noticeId, noun, id, id === null ? of : null));
  const { one, create, edit } = definitions[noun];
  const form = id === null && create !== null ? create : edit;
  const title =
    id === null ? `Add ${one}` : noun === 'notice' ? 'Edit the notice' : `Edit ${one.replace(/^an? /, 'this ')}`;
  const ended = endOf(data.row);
  return (
    <>
      <Trail noticeId={noticeId} noun={noun} here={title} />
      <PageTitle title={title} {...(data.name === '' ? {} : { under: data.name })} />
      {lookingBack ? (
        <LookingBack />
      ) : ended === null ? (
        <Edit
          key={`${noun} ${rowId} ${round}`}
          noun={noun}
          form={form}
          data={data}
          of={of}
          noticeId={noticeId}
          onAnother={() => {
            setRound(round + 1);
            scrollTo(0, 0);
          }}
        />
      ) : (
        <EmptyState>{ended}</EmptyState>
      )}
    </>
  );
};

/** Withdraws one row, with the reason: `/set-up/area/area-3/withdraw`. */
export const WithdrawPage = () => {
  const { noun: named = '', rowId = '' } = useParams({ strict: false });
  const noun = formNounOf(named);
  if (noun === null || definitions[noun].withdraw === null) return <NotFoundPage />;
  return <WithdrawOf noun={noun} rowId={rowId} withdraw={definitions[noun].withdraw} />;
};

const WithdrawOf = ({
  noun,
  rowId,
  withdraw,
}: {
  noun: FormNoun;
  rowId: string;
  withdraw: NonNullable<(typeof definitions)[FormNoun]['withdraw']>;
}) => {
  const { noticeId, lookingBack } = useNotice();
  const navigate = useNavigate();
  const { data } = useSuspenseQuery(trpc.setUp.form.queryOptions({ noticeId, noun, id: rowId, of: null }));
  const change = useChange(withdraw.change());
  const back = useBack(listPath(noticeId, noun));
  const title = `Withdraw ${definitions[noun].one.replace(/^an? /, 'this ')}`;
  const ended = endOf(data.row);
  return (
    <>
      <Trail noticeId={noticeId} noun={noun} here={title} />
      <PageTitle title={title} under={data.name} />
      {lookingBack ? (
        <LookingBack />
      ) : ended === null ? (
        <>
          <p>Nothing is deleted: it stays in the history. {withdraw.meaning}</p>
          <RowForm
            fields={{}}
            row={data.row}
            options={{}}
            reason=""
            change={change}
            input={({ reason, expectedVersion }) => ({ noticeId, id: rowId, expectedVersion, reason })}
            submit="Withdraw"
            warning
            cancel={<CancelLink to={back} />}
            onSaved={() => void navigate({ to: back })}
          />
        </>
      ) : (
        <EmptyState>{ended}</EmptyState>
      )}
    </>
  );
};
