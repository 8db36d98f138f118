import type { Standing } from '@rectify/application';
import { OUTCOME, react, type Agenda, type CampaignEvent } from '@rectify/domain';
import type { AttendanceRow } from '@rectify/event-store';
import type { Execution } from './cluster';
import type { System } from './system';

/** A campaign as it stands in the end; up to version `from` it was there before the simulation. */
export interface Ended {
  readonly stream: string;
  readonly standing: Standing;
  readonly from: number;
}

/** What is not as it should be once everything is quiet, one sentence each. */
export const unconverged = async (
  system: System,
  campaigns: readonly Ended[],
): Promise<readonly string[]> => {
  const { attendance, cluster, outbox } = system;
  const rungs = new Map<string, number>();
  const faults: string[] = [];
  for (const { stream, standing, from } of campaigns) {
    const found = await rungFaults(system, { stream, standing, from }, rungs);
    const agenda = react(standing.campaign, standing.now, standing.calendar);
    const row = attendance.row(stream);
    if (agenda.due.length > 0) found.push(`still due: ${agenda.due.map(({ label }) => label).join(', ')}`);
    if (!row) found.push('nobody attends it');
    else found.push(...attendanceFaults(row, standing.version, agenda));
    found.push(...workflowFaults(cluster.open(stream), agenda));
    faults.push(...found.map((fault) => `${stream}: ${fault}`));
  }
  for (const [id, times] of outbox) {
    if (id.includes(`/${OUTCOME}:`)) {
      if (times !== 1) faults.push(`${id} stands ${times} times in the outbox`);
    } else if (!rungs.has(id)) faults.push(`${id} is in the outbox and was not recorded`);
  }
  return faults;
};

/** Each rung once in the log, and once in the outbox where it was recorded in the simulation. */
const rungFaults = async (
  { store, outbox }: System,
  { stream, from }: Ended,
  rungs: Map<string, number>,
): Promise<string[]> => {
  const faults: string[] = [];
  for (const { event, version } of await store.readStream(stream, 0, 10_000)) {
    const { type, data } = event as CampaignEvent;
    if (type !== 'RemindersIssued') continue;
    for (const { key, dueVersion, rung } of data.rungs) {
      const id = `${stream}/${key}:${dueVersion}:${rung}`;
      rungs.set(id, (rungs.get(id) ?? 0) + 1);
      if (rungs.get(id) === 2) faults.push(`${id} was recorded twice`);
      if (version > from && outbox.get(id) !== 1)
        faults.push(`${id} stands ${outbox.get(id) ?? 0} times in the outbox`);
    }
  }
  return faults;
};

/** Looked at since the last change that asked for it, and back at the right moment. */
const attendanceFaults = (
  { seenVersion, logVersion, nextWakeAt, over }: Readonly<AttendanceRow>,
  version: number,
  { wake, stage }: Agenda,
): string[] => {
  const faults: string[] = [];
  if (seenVersion < logVersion) faults.push(`seen up to ${seenVersion}, changed at ${logVersion}`);
  if (seenVersion > version) faults.push(`seen up to ${seenVersion}, which is not written yet`);
  const next = wake?.at ?? null;
  if (seenVersion === version && nextWakeAt !== next)
    faults.push(`to wake at ${nextWakeAt}, and should at ${next}`);
  // What needs no look may have moved the next moment away; it never brought it nearer.
  if (next !== null && (nextWakeAt === null || nextWakeAt > next))
    faults.push(`sleeps until ${nextWakeAt} over ${next}`);
  if (over !== (stage === 'over')) faults.push(`is ${over ? '' : 'not '}taken for over in ${stage}`);
  return faults;
};

/** There while the campaign is open, with a timer where a moment is ahead; gone when it is over. */
const workflowFaults = (execution: Execution | undefined, { stage, wake }: Agenda): string[] => {
  if (stage === 'over') return execution ? ['its workflow is still there'] : [];
  if (!execution) return ['its workflow is not there'];
  const waitsForMoment = [...execution.open.values()].some(({ kind }) => kind === 'timer');
  return wake === null || waitsForMoment ? [] : ['its workflow waits for no moment'];
};
