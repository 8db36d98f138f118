import type { ActionView, ObligationView } from '@rectify/contracts';
import {
  isOverdue,
  resolveHolder,
  type Action,
  type CivilDate,
  type Directory,
  type PersonId,
  type Post,
  type Resolution,
} from '@rectify/domain';
import type { ObligationRow } from '@rectify/read-models';
import type { NameOf } from '../people/names';
import { actionView } from './action.view';

export interface Resolved {
  readonly row: ObligationRow;
  readonly resolution: Resolution;
}

export const resolved =
  (directory: Directory) =>
  (row: ObligationRow): Resolved => ({ row, resolution: resolveHolder(row.holder, directory, row.unit_id) });

export const isMine = (personId: PersonId, { resolution }: Resolved): boolean =>
  resolution.people.some((person) => person.personId === personId);

export const peopleOf = ({ resolution }: Resolved): readonly PersonId[] =>
  resolution.people.map(({ personId }) => personId);

const campaignIdOf = (stream: string): string => stream.slice(stream.indexOf('/') + 1);

export const waitsForView = ({ how, people }: Resolution, nameOf: NameOf): ObligationView['holder'] => ({
  how,
  people: people.map(({ personId, unitId, post }) => ({
    personId,
    name: nameOf(personId),
    unitId,
    post: post as Post,
  })),
});

/** Where nobody of the duty may act, what is owed is to name somebody. */
const assignment = ({ holder }: ObligationRow): Action | null =>
  holder.duty && {
    command: 'AssignDuty',
    defaults: { duty: holder.duty.kind, subject: holder.duty.subject },
  };

const actionsOf = ({ row, resolution }: Resolved): readonly Action[] => {
  if (resolution.how === 'holder') return [row.action, ...row.alternatives];
  const instead = assignment(row);
  return instead ? [instead] : [];
};

export interface Viewer {
  readonly personId: PersonId;
  readonly today: CivilDate;
  readonly nameOf: NameOf;
}

/** One obligation as this person sees it: with its acts where it is theirs. */
export const obligationView = (each: Resolved, { personId, today, nameOf }: Viewer): ObligationView => {
  const { row, resolution } = each;
  const campaignId = campaignIdOf(row.stream);
  const isClue = row.subject.id.endsWith('-clue');
  const views: ActionView[] = isMine(personId, each)
    ? actionsOf(each).map((action) => actionView(campaignId, action, isClue))
    : [];
  const [action = null, ...alternatives] = views;
  return {
    id: row.id,
    key: row.key,
    kind: row.kind,
    campaign: { id: campaignId, code: row.campaign_code, title: row.campaign_title, unitId: row.unit_id },
    holder: waitsForView(resolution, nameOf),
    subject: {
      ...row.subject,
      ...(row.problem_code !== null && { code: row.problem_code }),
      // A report that waits for its triage is sealed: its words stand with the problem, not in lists.
      ...(row.problem_title && { title: row.problem_title }),
    },
    dueOn: row.due_on,
    dueVersion: row.due_version,
    since: row.since,
    provisional: row.provisional,
    overdue: isOverdue({ dueOn: row.due_on }, today),
    action,
    alternatives,
  };
};
