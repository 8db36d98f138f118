import { remindersOf, type Reminder } from '@rectify/domain';
import type { TableChange } from '@rectify/event-store';
import { tableChange, type Entry, type Happening } from '../kernel/projection';
import { lineOf, type Line } from './lines';
import { recomputedLines } from './recomputed-lines';
import type { TimelineRow } from './timeline.table';

/** A line an event, and a line a rung. */
export const project = (happening: Happening): TableChange =>
  tableChange(
    happening.recorded.flatMap((entry) =>
      linesOf(happening, entry).map((line, index) => rowOf(happening.stream, entry, line, index)),
    ),
  );

const linesOf = ({ before, stream }: Happening, { event }: Entry): readonly Line[] => {
  if (event.type === 'ObligationsDated') return [];
  if (event.type === 'RemindersIssued') return remindersOf(before, stream, event.data).map(rungLine);
  if (event.type === 'DatesRecomputed') return recomputedLines(before, event.data);
  return [(lineOf[event.type] as (data: unknown) => Line)(event.data)];
};

const rungLine = ({ key, kind, subject, rung, do: act, on, dueOn, dueVersion, merged }: Reminder): Line => ({
  ...(subject.problemId === undefined ? {} : { problemId: subject.problemId }),
  subject: { key, kind, of: { ...subject }, rung, do: act, on, dueOn, dueVersion, merged },
});

const rowOf = (
  stream: string,
  { version, at, event, actor }: Entry,
  line: Line,
  index: number,
): TimelineRow => ({
  stream,
  version,
  line: index,
  at,
  type: event.type,
  actor: actor.kind,
  person_id: actor.kind === 'person' ? actor.personId : null,
  unit_id: (actor.kind === 'person' && actor.unitId) || null,
  post: (actor.kind === 'person' && actor.post) || null,
  problem_id: line.problemId ?? null,
  subject: line.subject,
  text: line.text || null,
});
