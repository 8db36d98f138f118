import type { Campaign, CampaignCommand, Id, Message, ReportText } from '@rectify/domain';
import type { EventStore, RowChanges } from '@rectify/event-store';
import type { Target } from './application';
import type { Sealer } from './sealer';

/** Keys by report. */
export type Keys = Readonly<Record<Id, string>>;

/** A command as the domain is to see it, and the keys of what was sealed for it. */
export interface SealedTarget {
  readonly target: Target;
  readonly made: Keys;
}

interface Told extends ReportText {
  readonly id: Id;
}

/** Seals the words of every problem that a command reports: the domain and the log see them closed. */
export const sealReports = (target: Target, sealer: Sealer): SealedTarget => {
  if (target.aggregate !== 'campaign') return { target, made: {} };
  const { command } = target;
  const made: Record<Id, string> = {};
  const closed = ({ id, title, detail }: Told) => {
    const { sealed, key } = sealer.seal(id, { title, detail });
    made[id] = key;
    return { id, title: '', detail: '', sealed };
  };
  if (command.type === 'ReportProblem') {
    const { item, problem } = command.data;
    const data = { item, problem: closed(problem) };
    return { target: { ...target, command: { type: command.type, data } }, made };
  }
  if (command.type !== 'AnswerCheckItems') return { target, made };
  const answers = command.data.answers.map((answer) =>
    answer.problems ? { ...answer, problems: answer.problems.map(closed) } : answer,
  );
  return { target: { ...target, command: { ...command, data: { answers } } }, made };
};

/** The key that a triage needs: what is included or left out is kept in clear. */
export const keysFor = async (store: EventStore, target: Target): Promise<Keys> =>
  target.aggregate === 'campaign' &&
  target.command.type === 'TriageProblem' &&
  target.command.data.decision !== 'handOver'
    ? store.sealingKeys([target.command.data.problemId])
    : {};

/** The triage of a sealed report with the words it is to keep; nobody's own take their place. */
export const withText = (
  command: CampaignCommand,
  campaign: Campaign,
  keys: Keys,
  sealer: Sealer,
): CampaignCommand => {
  if (command.type !== 'TriageProblem') return command;
  const { problemId, decision, reason } = command.data;
  const text = decision === 'handOver' ? null : openReport(campaign, problemId, keys, sealer);
  const data = {
    problemId,
    decision,
    ...(reason === undefined ? {} : { reason }),
    ...(text ? { text } : {}),
  };
  return { type: command.type, data };
};

/** The words of a report that waits for its triage; null where it is not sealed, or its key is destroyed. */
export const openReport = (
  { problems }: Campaign,
  problemId: Id,
  keys: Keys,
  sealer: Sealer,
): ReportText | null => {
  const sealed = Object.hasOwn(problems, problemId) ? problems[problemId]?.sealed : null;
  const key = Object.hasOwn(keys, problemId) ? keys[problemId] : undefined;
  return sealed && key !== undefined ? sealer.open(problemId, sealed, key) : null;
};

/** Keys are written and destroyed in the append of the very event that makes them wanted or forbidden. */
export const keyRows = (stream: string, events: readonly Message[], made: Keys): RowChanges => {
  const upsert = Object.entries(made).map(([problem_id, key]) => ({ problem_id, stream, key }));
  const remove = events
    .filter(({ type }) => type === 'ProblemHandedOver')
    .map(({ data }) => ({ problem_id: (data as { readonly problemId: Id }).problemId }));
  return upsert.length + remove.length === 0 ? {} : { sealing_key: { upsert, remove } };
};
