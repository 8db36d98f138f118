import { civilDateOf, type Instant, type Mail } from '@rectify/domain';
import {
  claimMail,
  finishMail,
  noteAttempt,
  obligationsOfStream,
  type OutboxRow,
  type UnfinishedMail,
} from '@rectify/read-models';
import type { Channel } from '@rectify/workflows';
import type { Pool } from 'pg';
import type { Metrics } from '../process/metrics';
import type { MailChannel, Outgoing, Sent } from './email.channel';
import { identify } from './mail-identity';
import { GIVE_UP_AFTER_TRIES } from './retry';

export interface SendDeps {
  readonly pool: Pool;
  readonly transport: MailChannel;
  readonly metrics: Pick<Metrics, 'mail'>;
  /** The right side of a Message-ID. */
  readonly host: string;
}

/** The subject stands in the ledger; a mail whose reader has no address is claimed under none, and fails visibly. */
type Writing = (rungs: readonly OutboxRow[], messageId: string) => Promise<Outgoing | null>;

/** `none`: another process was first, nothing was sent. */
export type Tried = Sent['outcome'] | 'none';

/** Claims a mail's rungs in PostgreSQL, then sends it; what is claimed and not finished is tried again under its Message-ID. */
export const sendNew = async (
  deps: SendDeps,
  {
    mail,
    channel,
    rungs,
    now,
  }: {
    readonly mail: Mail;
    readonly channel: Channel;
    readonly rungs: readonly OutboxRow[];
    readonly now: Instant;
  },
  write: Writing,
): Promise<Tried> => {
  const { personId, kind, rungIds } = mail;
  const composedOn = civilDateOf(now);
  const { mailId, messageId } = identify(mail, channel, composedOn, deps.host);
  const draft = await write(rungs, messageId);
  const claim = { mailId, channel, personId, messageId, composedOn, kind, subject: draft?.subject ?? '' };
  const taken = await claimMail(deps.pool, claim, rungIds, now);
  if (taken.length === 0) return 'none';
  const outgoing =
    taken.length === rungIds.length
      ? draft
      : await write(
          rungs.filter(({ rung_id }) => taken.includes(rung_id)),
          messageId,
        );
  return finish(deps, { mailId, kind, attempts: 1, at: now }, outgoing);
};

/** Another try of a claimed mail. What was discharged since is left out; a mail of nothing else is dropped. */
export const sendAgain = async (
  deps: SendDeps,
  mail: UnfinishedMail,
  now: Instant,
  write: Writing,
): Promise<Tried> => {
  const { mailId, kind, attempts, messageId } = mail;
  const owed = await stillOwed(deps.pool, mail.rungs);
  if (owed.length === 0) {
    await finishMail(deps.pool, mailId, { state: 'dropped', at: now });
    deps.metrics.mail(kind, 'dropped');
    return 'none';
  }
  return finish(deps, { mailId, kind, attempts, at: now }, await write(owed, messageId));
};

interface Claimed {
  readonly mailId: string;
  readonly kind: string;
  readonly attempts: number;
  readonly at: Instant;
}

const NO_ADDRESS: Sent = { outcome: 'refused', code: 'NO_ADDRESS' };

const finish = async (
  deps: SendDeps,
  { mailId, kind, attempts, at }: Claimed,
  outgoing: Outgoing | null,
): Promise<Tried> => {
  const sent = outgoing === null ? NO_ADDRESS : await deps.transport.send(outgoing);
  const isGivenUp = sent.outcome !== 'sent' && attempts >= GIVE_UP_AFTER_TRIES;
  if (sent.outcome === 'sent') await finishMail(deps.pool, mailId, { state: 'sent', at });
  else if (sent.outcome === 'refused' || isGivenUp)
    await finishMail(deps.pool, mailId, { state: 'failed', at, error: sent.code });
  else await noteAttempt(deps.pool, mailId, sent.code);
  deps.metrics.mail(kind, isGivenUp ? 'refused' : sent.outcome);
  return sent.outcome;
};

const stillOwed = async (pool: Pool, rungs: readonly OutboxRow[]): Promise<readonly OutboxRow[]> => {
  const standing = new Set<string>();
  for (const stream of new Set(rungs.map((rung) => rung.stream))) {
    for (const { key, due_version } of await obligationsOfStream(pool, stream))
      standing.add(`${stream} ${key} ${due_version}`);
  }
  return rungs.filter(({ stream, key, due_version }) => standing.has(`${stream} ${key} ${due_version}`));
};
