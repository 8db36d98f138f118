import { setTimeout as delay } from 'node:timers/promises';
import {
  civilDateOf,
  rememberedSeconds,
  waitFor,
  type Channel,
  type Directory,
  type Mail,
} from '@rectify/domain';
import {
  markDropped,
  paceOf,
  settleRungs,
  takeTurn,
  unfinishedMails,
  type OutboxRow,
} from '@rectify/read-models';
import type { Activities } from '@rectify/workflows';
import type { Transports } from '../channels/channel';
import {
  sendAgain,
  sendNew,
  type Line,
  type MailIdentity,
  type SendDeps,
  type Tried,
} from '../mail/send-mail';
import { surveyMail, type Survey, type SurveyDeps } from '../mail/survey';
import { writeMail, type MailOf, type WriteDeps } from '../mail/write-mail';

export interface DeliverDeps extends SendDeps, SurveyDeps, WriteDeps {
  readonly transports: Transports;
  readonly epoch: () => Promise<number>;
  /** The process ends: what is being sent is finished, nothing more is begun. */
  readonly isStopping: () => boolean;
}

/** Bounds of one portion, well within the activity's minute: the workflow looks again for more. */
const MOST_MAILS = 50;
const LONGEST_MS = 30_000;
/** A wait that is not worth another look. */
const SHORT_MS = 1_500;

/**
 * Sends what is due now, decided anew from the ledger: each mail claimed before it is sent, one after the other, at the
 * channel's own rate, until it does not answer. Answers how many things it did.
 */
export const createDeliver =
  (deps: DeliverDeps): Activities['deliver'] =>
  async ({ channel, epoch }) => {
    const transport = deps.transports[channel];
    if (transport === undefined || (await deps.epoch()) !== epoch) return 0;
    const deadline = Date.now() + LONGEST_MS;
    const survey = await surveyMail(deps, channel);
    const { directory } = await deps.application.organisation();
    let done = await tidy(deps, channel, survey);
    for await (const tried of tries({ ...deps, transport, channel, survey, directory })) {
      if (tried !== 'none') done += 1;
      if (tried === 'down' || done >= MOST_MAILS || Date.now() > deadline || deps.isStopping()) break;
    }
    return done;
  };

interface Round extends DeliverDeps, Line {
  readonly survey: Survey;
  readonly directory: Directory;
}

async function* tries(round: Round): AsyncGenerator<Tried> {
  if (round.survey.retry.isDue) yield* again(round);
  yield* fresh(round);
}

/** One at a time: where the channel is still away, only one is taken over in vain. */
async function* again(round: Round): AsyncGenerator<Tried> {
  const { pool, channel, survey, retrySeconds } = round;
  while (await hasTurn(round)) {
    const [mail] = await unfinishedMails(pool, channel, { goneAfterSeconds: retrySeconds, limit: 1 });
    if (!mail) return;
    yield await sendAgain(round, mail, survey.now, writing(round, mail));
  }
}

/** What has not been in a mail yet. A rung that everybody has then is settled. */
async function* fresh(round: Round): AsyncGenerator<Tried> {
  const { pool, channel, survey } = round;
  const { rungs, mails, reached, now } = survey;
  const given = new Set(
    [...rungs.values()].flatMap((rung) => rung.deliveries.map((one) => `${rung.rung_id} ${one.recipient}`)),
  );
  for (const mail of mails) {
    if (!(await hasTurn(round))) return;
    const { personId, rungIds } = mail;
    const inIt = rungIds.map((id) => rungs.get(id)).filter((rung) => rung !== undefined);
    const tried = await sendNew(round, { mail, rungs: inIt, now }, writing(round, mail));
    if (tried !== 'none') {
      for (const id of rungIds) given.add(`${id} ${personId}`);
      const all = rungIds.filter((id) => reached.get(id)?.every((one) => given.has(`${id} ${one.personId}`)));
      if (all.length > 0) await settleRungs(pool, channel, all);
    }
    yield tried;
  }
}

/** Takes the channel's next turn, noted before it is used: a kill costs a turn, never a rate. */
const hasTurn = async ({ pool, channel, limits }: Round): Promise<boolean> => {
  const own = limits[channel];
  if (own.rates.length === 0 && own.avoidMinutes.length === 0) return true;
  for (;;) {
    const pace = await paceOf(pool, channel);
    const waitMs = waitFor(own, pace, pace.now);
    if (waitMs > SHORT_MS) return false;
    if (waitMs > 0) await delay(waitMs);
    else if (await takeTurn(pool, channel, { turn: pace.turn, rememberedSeconds: rememberedSeconds(own) }))
      return true;
  }
};

const writing = (round: Round, { personId, kind }: Pick<Mail, 'personId' | 'kind'>) => {
  const today = civilDateOf(round.survey.now);
  return (rungs: readonly OutboxRow[], { mailId, messageId }: MailIdentity) => {
    const { channel, survey, directory } = round;
    const mail: MailOf = { channel, personId, kind, rungs, mailId, messageId, today, at: survey.now };
    return writeMail(round, mail, directory);
  };
};

const tidy = async (
  { pool }: Pick<DeliverDeps, 'pool'>,
  channel: Channel,
  { dropped, settled, now }: Survey,
): Promise<number> => {
  if (dropped.length > 0) await markDropped(pool, channel, dropped, now);
  if (settled.length > 0) await settleRungs(pool, channel, settled);
  return dropped.length + settled.length;
};
