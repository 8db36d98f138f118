import type { RefusalCode } from './refusal-codes';

/** A civil date in Asia/Shanghai, `YYYY-MM-DD`. Never a UTC midnight. */
export type CivilDate = string;
/** An instant, ISO 8601 in UTC with milliseconds, as PostgreSQL's clock gave it. */
export type Instant = string;
/** UUIDv7, made outside the domain and given in. */
export type Id = string;
export type PersonId = Id;
export type UnitId = Id;

/** JSON, as everything that crosses a boundary is: no Date, Map, Set or bigint. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type DeepReadonly<T> = T extends (infer U)[]
  ? readonly DeepReadonly<U>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;

/** What every event and command is: a name of the field and its data. Event names are storage: never renamed. */
export interface Message<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
}

/** Why a command was not accepted. Texts stand in the catalogue under `refusal.<code>`, in Chinese and English. */
export interface Refusal {
  readonly code: RefusalCode;
  /** The field of the command's data that is at fault, where one is; a path such as `measures[0].dueOn`. */
  readonly field?: string;
  /** Values for the text: dates, counts, codes, person ids. Never content. */
  readonly params?: Readonly<Record<string, string | number>>;
}

/** In which capacity somebody acted, as it was at that moment; approvals keep it for ever. */
export interface ActedAs {
  readonly unitId: UnitId;
  readonly post: string;
  /** Whose powers these are, where they were entrusted; the conflicts of both count from then on. */
  readonly onBehalfOf?: PersonId;
  readonly delegationId?: Id;
}

/** What the log keeps of a capacity, and no more. */
export const capacityOf = ({ unitId, post, onBehalfOf, delegationId }: ActedAs): ActedAs => ({
  ...{ unitId, post },
  ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
  ...(delegationId === undefined ? {} : { delegationId }),
});

/** Who sends a command: a natural person, or the system (workflow, relay, importer on a notice's authority). */
export type Actor = { readonly kind: 'person'; readonly personId: PersonId } | { readonly kind: 'system' };

/** Who acted, as the log keeps it and states fold it. */
export const recordedActor = (actor: Actor, as: ActedAs | null | undefined): RecordedActor =>
  actor.kind === 'person' && as ? { ...actor, ...capacityOf(as) } : actor;

export type Decision<Event> =
  | { readonly ok: true; readonly events: readonly Event[]; readonly as: ActedAs | null }
  | { readonly ok: false; readonly refusal: Refusal };

export const accept = <Event>(events: readonly Event[], as: ActedAs | null = null): Decision<Event> => ({
  ok: true,
  events,
  as,
});

export const refuse = (
  code: RefusalCode,
  more: Omit<Refusal, 'code'> = {},
): { readonly ok: false; readonly refusal: Refusal } => ({ ok: false, refusal: { code, ...more } });

/**
 * An aggregate: what is decided and what becomes of it. `evolve` mutates a draft that only `fold` (or immer) owns
 * and returns nothing; `decide` gets the state deep-readonly and everything else in its context.
 */
export interface Decider<State, Command, Event, Context> {
  readonly initialState: () => State;
  readonly decide: (state: DeepReadonly<State>, command: Command, context: Context) => Decision<Event>;
  readonly evolve: (draft: State, event: Event, recorded: Recorded) => void;
  /** What follows from a decision by itself, judged on the state it led to; appended with it. */
  readonly settle?: (after: DeepReadonly<State>, context: Context) => readonly Event[];
}

/** What the log adds to an event: facts that a state may keep beside the event's own data. */
export interface Recorded {
  readonly version: number;
  readonly at: Instant;
  readonly actor: RecordedActor;
}

/** The actor as recorded: person, post and unit as they were at that moment, or the system. */
export type RecordedActor =
  ({ readonly kind: 'person'; readonly personId: PersonId } & Partial<ActedAs>) | { readonly kind: 'system' };

/** Folds recorded events onto a bare state that only this call owns. Linear in the number of events. */
export const fold = <State, Command, Event, Context>(
  decider: Decider<State, Command, Event, Context>,
  events: Iterable<{ readonly event: Event } & Recorded>,
  state: State = decider.initialState(),
): State => {
  for (const { event, ...recorded } of events) decider.evolve(state, event, recorded);
  return state;
};

/** A state's own copy, for whoever looks ahead: what was given stays as it is. */
export const copyOf = <State>(state: DeepReadonly<State>): State =>
  JSON.parse(JSON.stringify(state)) as State;

/** An exhaustive switch ends here; reaching it at run time means an unknown event or command type. */
export const unreachable = (value: never): never => {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
};
