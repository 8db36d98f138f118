/** Specs of deciders as sentences: `given(decider, ...events).when(command, context).then(...events)`. */
import { expect } from '@jest/globals';
import type { ActedAs, Decider, Decision, DeepReadonly, Recorded } from '@rectify/domain';
import { fold } from '@rectify/domain';
import { deepFreeze } from './deep-freeze';

/** An event with what the log would add, where a spec cares who recorded it and when. */
export interface Happened<Event> {
  readonly event: Event;
  readonly at?: string;
  readonly actor?: Recorded['actor'];
}

/** Wraps an event with its actor or instant for `given`. */
export const happened = <Event>(
  event: Event,
  more: Omit<Happened<Event>, 'event'> = {},
): Happened<Event> => ({
  event,
  ...more,
});

const ANY_INSTANT = '2026-01-05T01:00:00.000Z';

const isHappened = <Event>(entry: Event | Happened<Event>): entry is Happened<Event> =>
  typeof entry === 'object' && entry !== null && 'event' in entry;

/** Gives events the versions 1, 2, … and, where nothing is said, the system as actor on a fixed day. */
export const recordedOf = <Event>(
  entries: readonly (Event | Happened<Event>)[],
): ({ readonly event: Event } & Recorded)[] =>
  entries.map((entry, index) => {
    const { event, at, actor } = isHappened(entry) ? entry : happened(entry);
    return { event, version: index + 1, at: at ?? ANY_INSTANT, actor: actor ?? { kind: 'system' } };
  });

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** The state after events, each first taken through JSON as the log would. */
export const stateAfter = <State, Command, Event, Context>(
  decider: Decider<State, Command, Event, Context>,
  ...events: readonly (Event | Happened<Event>)[]
): State => fold(decider, recordedOf(copy(events)));

export interface Outcome<State, Event> {
  readonly decision: Decision<Event>;
  /** The state before the command. */
  readonly before: DeepReadonly<State>;
  /** Expects acceptance with exactly these events; none means accepted without effect. */
  readonly then: (...events: readonly Event[]) => Outcome<State, Event>;
  /** Expects acceptance in this capacity; null is the system. */
  readonly thenAs: (as: ActedAs | null) => Outcome<State, Event>;
  /** Expects a refusal by code and, where given, field. */
  readonly thenRefused: (code: string, field?: string) => void;
}

const outcome = <State, Event>(
  decision: Decision<Event>,
  before: DeepReadonly<State>,
): Outcome<State, Event> => {
  const self: Outcome<State, Event> = {
    decision,
    before,
    then: (...events) => {
      expect(decision).toMatchObject({ ok: true });
      if (decision.ok) expect(decision.events).toEqual(events);
      return self;
    },
    thenAs: (as) => {
      expect(decision).toMatchObject({ ok: true, as });
      return self;
    },
    thenRefused: (code, field) => {
      expect(decision).toMatchObject({ ok: false, refusal: { code } });
      if (!decision.ok && field !== undefined) expect(decision.refusal.field).toBe(field);
    },
  };
  return self;
};

/** What has happened. Decides on a frozen state, so that every spec also proves that deciding changes nothing. */
export const given = <State, Command, Event, Context>(
  decider: Decider<State, Command, Event, Context>,
  ...events: readonly (Event | Happened<Event>)[]
) => ({
  when: (command: Command, context: Context): Outcome<State, Event> => {
    const before = deepFreeze(stateAfter(decider, ...events)) as DeepReadonly<State>;
    return outcome(decider.decide(before, command, context), before);
  },
});
