import {
  addEvidence,
  addEvidenceInput,
  editEvidence,
  editEvidenceInput,
  evidenceSubjects,
  linkedSubjects,
  withdrawEvidence,
  withdrawEvidenceInput,
} from '@noticeboard/domain/changes/evidence';
import { findRow } from '@noticeboard/domain/changes/references';
import { id } from '@noticeboard/domain/fields';
import { evidenceAbout, evidenceListOf, evidenceOf, linkableFor } from '@noticeboard/domain/views/evidence';
import { z } from 'zod';
import { takeFile } from '../evidence/take-file.ts';
import { change, changeWith, router, view } from '../trpc.ts';

const about = z.object({ page: z.enum(['actions', 'measures', 'requirements', 'areas']), id });

export const evidenceRouter = router({
  list: view('plan.read', z.object({}), ({ plan, today }) => evidenceListOf(plan, today)),
  about: view('plan.read', about, ({ plan, today }, input) => evidenceAbout(plan, input.page, input.id, today)),
  read: view('plan.read', z.object({ id }), ({ plan, today }, input) => evidenceOf(plan, input.id, today)),
  /** Answers what the reader may link evidence to. */
  linkable: view('plan.read', z.object({}), ({ plan, today, who }) => linkableFor(plan, today, who)),

  add: changeWith(
    'evidence.add',
    addEvidenceInput,
    (plan, input, today) => evidenceSubjects(plan, input.replacesId, input, today),
    async (given, input) => {
      const changes = addEvidence(given.plan, { ...input, file: await takeFile(given, input) }, given.by);
      return { changes, answer: { id: changes[0]?.row.id ?? null } };
    },
  ),
  edit: change(
    'evidence.add',
    editEvidenceInput,
    (plan, input, today) => evidenceSubjects(plan, input.id, input, today),
    editEvidence,
  ),
  withdraw: change(
    'evidence.add',
    withdrawEvidenceInput,
    (plan, input, today) => linkedSubjects(plan, findRow(plan.evidence, input.id, 'evidence'), today),
    withdrawEvidence,
  ),
});
