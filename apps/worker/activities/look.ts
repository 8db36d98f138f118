import type { Application } from '@rectify/application';
import type { Attendance } from '@rectify/event-store';
import { civilDateOf, type Instant } from '@rectify/domain';
import { SHAPE, type Activities, type Outlook, type Wake } from '@rectify/workflows';

export interface LookDeps {
  readonly application: Pick<Application, 'agenda'>;
  readonly attendance: Pick<Attendance, 'acknowledge'>;
  /** Says to delivery what it has not told yet of what came of something in the stream. */
  readonly onOutcomes: (stream: string, at: Instant) => Promise<void>;
  readonly epoch: () => Promise<number>;
}

/** The workflow's own look: folds the log, and says in `attendance` what was seen and when it will be back. */
export const createLook =
  ({ application, attendance, onOutcomes, epoch }: LookDeps): Activities['look'] =>
  async (ref) => {
    if ((await epoch()) !== ref.epoch) return 'superseded';
    const found = await application.agenda(ref.id);
    if (found === null) return nothing;
    const { agenda, version, now, calendarVersion } = found;
    const { stage, road, due, wake } = agenda;
    // Before it is seen: a kill in between has it said again.
    await onOutcomes(`campaign/${ref.id}`, now);
    await attendance.acknowledge(`campaign/${ref.id}`, {
      seenVersion: version,
      nextWakeAt: due.length > 0 ? now : (wake?.at ?? null),
      over: stage === 'over' && due.length === 0 && wake === null,
      calendarVersion,
      shape: SHAPE,
      epoch: ref.epoch,
      cluster: ref.cluster ?? '',
    });
    return { stage, road, due, version, wake: wakeFor(wake, now) };
  };

/** A campaign that this log does not know, such as one launched after the backup that was restored. */
const nothing: Outlook = { stage: 'over', road: [], due: [], version: 0, wake: null };

const LEAST_MS = 1_000;

/** A moment of the domain's clock as the duration that a timer takes; at least a second, so that nothing spins. */
export const wakeFor = (
  wake: { readonly at: Instant; readonly label: string } | null,
  now: Instant,
): Wake | null =>
  wake && {
    inMs: Math.max(LEAST_MS, Date.parse(wake.at) - Date.parse(now)),
    label: `${wake.label} until ${localMinute(wake.at)}`,
  };

/** `2026-07-03 08:30` in Asia/Shanghai. */
const localMinute = (instant: Instant): string => {
  const hour = (Number(instant.slice(11, 13)) + 8) % 24;
  return `${civilDateOf(instant)} ${String(hour).padStart(2, '0')}:${instant.slice(14, 16)}`;
};
