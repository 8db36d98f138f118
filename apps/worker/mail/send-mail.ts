import { civilDateOf, type Channel, type Instant, type Mail } from '@rectify/domain';
import {
  claimMail,
  finishMail,
  noteAttempt,
  obligationsOfStream,
  restChannel,
  type NewMail,
  type OutboxRow,
  type UnfinishedMail,
} from '@rectify/read-models';
import type { Pool } from 'pg';
import type { Outgoing, Sent, Transport } from '../channels/channel';
import type { Metrics } from '../process/metrics';
import { identify } from './mail-identity';
import { GIVE_UP_AFTER_TRIES, pauseAfter } from './retry';

export interface SendDeps {
  readonly pool: Pool;
  readonly metrics: Pick<Metrics, 'mail' | 'away'>;
  /** The right side of a Message-ID. */
  readonly host: string;
  readonly retrySeconds: number;
}

/** A channel that is on. */
export interface Line extends SendDeps {
  readonly channel: Channel;
  readonly transport: Transport;
}

export type MailIdentity = Pick<NewMail, 'mailId' | 'messageId'>;

type Writing = (rungs: readonly OutboxRow[], identity: MailIdentity) => Promise<Outgoing>;

/** `none`: another process was first, nothing was sent. */
export type Tried = Sent['outcome'] | 'none';

/** Claims a mail's rungs in PostgreSQL, then sends it; what is claimed and not finished is tried again under its Message-ID. */
export const sendNew = async (
  line: Line,
  { mail, rungs, now }: { readonly mail: Mail; readonly rungs: readonly OutboxRow[]; readonly now: Instant },
  write: Writing,
): Promise<Tried> => {
  const { personId, kind, rungIds } = mail;
  const { channel, pool, host } = line;
  const composedOn = civilDateOf(now);
  const identity = identify(mail, channel, composedOn, host);
  const draft = await write(rungs, identity);
  const claim = { ...identity, channel, personId, composedOn, kind, subject: draft.subject };
  const taken = await claimMail(pool, claim, rungIds, now);
  if (taken.length === 0) return 'none';
  const outgoing =
    taken.length === rungIds.length
      ? draft
      : await write(
          rungs.filter(({ rung_id }) => taken.includes(rung_id)),
          identity,
        );
  return finish(line, { mailId: identity.mailId, attempts: 1, at: now }, outgoing);
};

/** Another try of a claimed mail. What was discharged since is left out; a mail of nothing else is dropped. */
export const sendAgain = async (
  line: Line,
  mail: UnfinishedMail,
  now: Instant,
  write: Writing,
): Promise<Tried> => {
  const { mailId, kind, attempts } = mail;
  const owed = await stillOwed(line.pool, mail.rungs);
  if (owed.length === 0) {
    await finishMail(line.pool, mailId, { state: 'dropped', at: now });
    line.metrics.mail(line.channel, kind, 'dropped');
    return 'none';
  }
  return finish(line, { mailId, attempts, at: now }, await write(owed, mail));
};

interface Claimed {
  readonly mailId: string;
  readonly attempts: number;
  readonly at: Instant;
}

const finish = async (
  { pool, channel, transport, metrics, retrySeconds }: Line,
  { mailId, attempts, at }: Claimed,
  outgoing: Outgoing,
): Promise<Tried> => {
  const sent = await transport.send(outgoing);
  const isGivenUp = sent.outcome !== 'sent' && attempts >= GIVE_UP_AFTER_TRIES;
  if (sent.outcome === 'sent') await finishMail(pool, mailId, { state: 'sent', at });
  else if (sent.outcome === 'refused' || isGivenUp)
    await finishMail(pool, mailId, { state: 'failed', at, error: sent.code });
  if (sent.outcome === 'later' || sent.outcome === 'down') {
    const againInSeconds = pauseAfter(attempts, retrySeconds, sent.afterSeconds);
    if (!isGivenUp) await noteAttempt(pool, mailId, { error: sent.code, againInSeconds });
    if (sent.outcome === 'down') await restChannel(pool, channel, againInSeconds);
  }
  metrics.mail(channel, outgoing.kind, isGivenUp ? 'refused' : sent.outcome);
  metrics.away(channel, sent.outcome === 'down');
  return sent.outcome;
};

const stillOwed = async (pool: Pool, rungs: readonly OutboxRow[]): Promise<readonly OutboxRow[]> => {
  const standing = new Set<string>();
  for (const stream of new Set(rungs.map((rung) => rung.stream))) {
    for (const { key, due_version } of await obligationsOfStream(pool, stream))
      standing.add(`${stream} ${key} ${due_version}`);
  }
  return rungs.filter(
    ({ stream, key, due_version, outcome }) =>
      outcome !== null || standing.has(`${stream} ${key} ${due_version}`),
  );
};
