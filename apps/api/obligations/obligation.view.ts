import type { ActionView, ObligationView } from '@rectify/contracts';
import {
  isOverdue,
  entrustedActs,
  resolveHolder,
  type Action,
  type CivilDate,
  type Directory,
  type PersonId,
  type Resolution,
  type UnitId,
} from '@rectify/domain';
import type { ObligationRow } from '@rectify/read-models';
import type { NameOf } from '../people/names';
import { actionView } from './action.view';

export interface Resolved {
  readonly row: ObligationRow;
  readonly resolution: Resolution;
  /** What somebody may do here on behalf of those it waits for. */
  readonly entrusted: (personId: PersonId) => readonly Action[];
  /** Null only where no unit is registered. */
  readonly unitId: UnitId | null;
}

export const resolved =
  (directory: Directory) =>
  (row: ObligationRow): Resolved => {
    const unitId = row.unit_id ?? directory.root;
    const resolution: Resolution =
      unitId === null
        ? { people: [], how: 'nobody', excluded: [] }
        : resolveHolder(row.holder, directory, unitId);
    const entrusted = (personId: PersonId): readonly Action[] =>
      unitId === null ? [] : entrustedActs(row, directory, unitId, personId);
    return { row, unitId, resolution, entrusted };
  };

const isOwn = (personId: PersonId, { resolution }: Resolved): boolean =>
  resolution.people.some((person) => person.personId === personId);

/** Theirs by post or assignment, or entrusted to them by whose it is. */
export const isMine = (personId: PersonId, each: Resolved): boolean =>
  isOwn(personId, each) || each.entrusted(personId).length > 0;

/** Everybody whose name is shown with it. */
export const peopleOf = ({ row, resolution }: Resolved): readonly PersonId[] => [
  ...resolution.people.map(({ personId }) => personId),
  ...proposedIn(row),
];

/** The person of an appointment that is to be confirmed. */
const proposedIn = ({ subject }: ObligationRow): readonly PersonId[] =>
  subject.type === 'appointment' ? [subject.id.slice(subject.id.indexOf(':') + 1)] : [];

type ActingPost = ObligationView['holder']['people'][number]['post'];

const idOf = (stream: string): string => stream.slice(stream.indexOf('/') + 1);

export const waitsForView = ({ how, people }: Resolution, nameOf: NameOf): ObligationView['holder'] => ({
  how,
  people: people.map(({ personId, unitId, post }) => ({
    personId,
    name: nameOf(personId),
    unitId,
    post: post as ActingPost,
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

const campaignOf = (row: ObligationRow): ObligationView['campaign'] => {
  const { unit_id: unitId, campaign_code: code, campaign_title: title } = row;
  if (unitId === null || code === null || title === null) return null;
  return { id: idOf(row.stream), code, title, unitId };
};

export interface Viewer {
  readonly personId: PersonId;
  readonly today: CivilDate;
  readonly nameOf: NameOf;
}

/** One obligation as this person sees it: with its acts where it is theirs. */
export const obligationView = (each: Resolved, { personId, today, nameOf }: Viewer): ObligationView => {
  const { row, resolution } = each;
  const aggregateId = idOf(row.stream);
  const isClue = row.subject.id.endsWith('-clue');
  const acts = isOwn(personId, each) ? actionsOf(each) : each.entrusted(personId);
  const views: ActionView[] = acts.map((action) => actionView(aggregateId, action, isClue));
  const [action = null, ...alternatives] = views;
  return {
    id: row.id,
    key: row.key,
    kind: row.kind,
    campaign: campaignOf(row),
    holder: waitsForView(resolution, nameOf),
    subject: {
      ...row.subject,
      ...(row.problem_code !== null && { code: row.problem_code }),
      // A report that waits for its triage is sealed: its words stand with the problem, not in lists.
      ...(row.problem_title && { title: row.problem_title }),
      ...Object.fromEntries(proposedIn(row).map((proposed) => ['title', nameOf(proposed)])),
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
