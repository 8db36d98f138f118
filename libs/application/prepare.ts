import {
  isActive,
  isAdministrator,
  type CampaignEvent,
  type Directory,
  type Message,
  type UnitId,
} from '@rectify/domain';
import type { AppendRequest, RowChanges, StoredResult } from '@rectify/event-store';
import {
  projectCalendar,
  projectDirectory,
  schemas,
  type Aggregate,
  type DirectoryHappening,
} from '@rectify/read-models';
import { DIRECTORY, evolved, streamOf, type StateOf } from './aggregates';
import type { ApplicationRefusal, Envelope, Handled, Target } from './application';
import { campaignContext, judge } from './judge';
import { campaignOutcome, entriesOf, type Outcome, type Taken } from './outcome';
import { keyRows, withText, type Keys } from './sealed-reports';
import type { Sealer } from './sealer';
import type { Folded } from './state-cache';
import type { Known } from './streams';

/** What is to be appended and the state behind it, or an answer without an append. */
export type Prepared =
  | { readonly append: AppendRequest; readonly state: unknown }
  | { readonly append: null; readonly answer: Handled };

const answered = (answer: Handled): Prepared => ({ append: null, answer });
export const refused = (refusal: ApplicationRefusal): Handled => ({ ok: false, refusal });

/** What stands under a used key: the same answer for the same payload, to somebody who still holds a post or the administrator's office. */
export const replayed = (
  stored: StoredResult,
  { actor, payloadHash }: Envelope,
  directory: Directory,
): Handled => {
  if (
    actor.kind === 'person' &&
    !isActive(directory, actor.personId) &&
    !isAdministrator(directory, actor.personId)
  )
    return refused({ code: 'NOT_YOURS' });
  if (stored.payloadHash !== payloadHash) return refused({ code: 'KEY_REUSED' });
  const { stream, version, events, at } = stored;
  return { ok: true, stream, version, facts: events, at, replayed: true };
};

/** What was read or made for this command before it is decided: the keys of sealed reports, and who opens by them. */
export interface Brought {
  readonly keys: Keys;
  readonly made: Keys;
  readonly sealer: Sealer;
  /** Only for drawing a sample. */
  readonly signOffHash: string | undefined;
}

/**
 * Decides a command on what is known, and makes the one append of it: stored result, `If-Match`, rules, in this order.
 * Pure; it throws for bugs only.
 */
export const prepare = (
  asked: Target,
  envelope: Envelope,
  known: Known,
  { keys, made, sealer, signOffHash }: Brought,
): Prepared => {
  if (known.stored)
    return answered(replayed(known.stored, envelope, known.folded('directory', DIRECTORY).state));
  const stream = streamOf(asked);
  const own = known.folded(asked.aggregate, stream);
  const target =
    asked.aggregate === 'campaign'
      ? { ...asked, command: withText(asked.command, own.state as StateOf['campaign'], keys, sealer) }
      : asked;
  const { version } = own;
  if (envelope.ifMatch !== undefined && envelope.ifMatch !== version) {
    return answered(refused({ code: 'STALE_VERSION', params: { version } }));
  }
  const decision = judge(target, envelope.actor, known, signOffHash);
  if (!decision.ok) return answered(decision);
  if (decision.events.length === 0)
    return answered({ ok: true, stream, version, facts: 0, at: known.now, replayed: false });
  const taken = { stream, version, actor: envelope.actor, as: decision.as };
  const outcome = outcomeOf(target.aggregate, own, decision.events, taken, known);
  const events = outcome.events.map((event) => ({ schema: schemaOf(target.aggregate, event), event }));
  return {
    state: outcome.after,
    append: appendOf(envelope, own, taken, known, {
      ...outcome,
      rows: { ...outcome.rows, ...keyRows(stream, outcome.events, made) },
      events,
    }),
  };
};

/** Campaigns have rows and a process, the others rows at most: what is owed, who is shut out, the record of the posts. */
const outcomeOf = (
  aggregate: Aggregate,
  own: Folded<StateOf[Aggregate]>,
  events: readonly Message[],
  taken: Taken,
  known: Known,
): Outcome => {
  if (aggregate === 'campaign') {
    const campaign = own.state as StateOf['campaign'];
    const unitId = unitIdOf(campaign, events);
    return campaignOutcome(campaign, events, taken, campaignContext(taken.actor, known, unitId));
  }
  const recorded = entriesOf(events, { ...taken, now: known.now });
  const after = evolved(aggregate, own.state, recorded);
  return { events, after, rows: rowsOf(aggregate, taken.stream, own.state, after, recorded), ring: null };
};

const rowsOf = (
  aggregate: Exclude<Aggregate, 'campaign'>,
  stream: string,
  before: unknown,
  after: unknown,
  recorded: ReturnType<typeof entriesOf>,
): RowChanges => {
  switch (aggregate) {
    case 'calendar':
      return projectCalendar({
        ...{ stream, before: before as StateOf['calendar'] },
        after: after as StateOf['calendar'],
      });
    case 'directory':
      return projectDirectory({
        ...{ stream, before: before as StateOf['directory'] },
        after: after as StateOf['directory'],
        recorded: recorded as DirectoryHappening['recorded'],
      });
    case 'template':
      return {};
  }
};

/** The campaign's unit, which a launch is about to say. */
const unitIdOf = (campaign: StateOf['campaign'], [first]: readonly Message[]): UnitId =>
  first?.type === 'CampaignLaunched' ? (first as CampaignLaunched).data.unitId : campaign.unitId;
type CampaignLaunched = Extract<CampaignEvent, { type: 'CampaignLaunched' }>;

const appendOf = (
  { key, payloadHash, actor, cause }: Envelope,
  { version, hash }: Folded<unknown>,
  { stream, as }: Taken,
  { now, rests }: Known,
  { events, rows, ring }: Omit<Outcome, 'events'> & Pick<AppendRequest, 'events'>,
): AppendRequest => ({
  ...{ key, payloadHash, stream, now, actor, as, events, rows, ring },
  rests: rests(stream),
  cause: cause ?? null,
  expectedVersion: version,
  previousHash: hash,
});

const schemaOf = (aggregate: Aggregate, { type }: Message): number => {
  const schema = (schemas[aggregate] as Readonly<Record<string, number>>)[type];
  if (schema === undefined) throw new Error(`${aggregate} decided on an event that is not known: ${type}`);
  return schema;
};
