import { civilDateOf, type Directory, type Mail } from '@rectify/domain';
import { markDropped, settleRungs, unfinishedMails, type OutboxRow } from '@rectify/read-models';
import type { Activities, Channel } from '@rectify/workflows';
import { sendAgain, sendNew, type SendDeps, type Tried } from '../mail/send-mail';
import { surveyMail, type Survey, type SurveyDeps } from '../mail/survey';
import { writeMail, type MailOf, type WriteDeps } from '../mail/write-mail';

export interface DeliverDeps extends Omit<SendDeps, 'transport'>, SurveyDeps, WriteDeps {
  readonly transport: SendDeps['transport'] | null;
  readonly epoch: () => Promise<number>;
  /** The process ends: what is being sent is finished, nothing more is begun. */
  readonly isStopping: () => boolean;
}

/** Bounds of one portion, well within the activity's minute: the workflow looks again for more. */
const MOST_MAILS = 50;
const LONGEST_MS = 30_000;

/**
 * Sends what is due now, decided anew from the ledger: each mail claimed before it is sent, one after the other, at the
 * channel's own rate, until it does not answer. Answers how many things it did.
 */
export const createDeliver =
  (deps: DeliverDeps): Activities['deliver'] =>
  async ({ channel, epoch }) => {
    const { transport } = deps;
    if (transport === null || (await deps.epoch()) !== epoch) return 0;
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

interface Round extends Omit<DeliverDeps, 'transport'>, SendDeps {
  readonly channel: Channel;
  readonly survey: Survey;
  readonly directory: Directory;
}

async function* tries(round: Round): AsyncGenerator<Tried> {
  if (round.survey.retry.isDue) yield* again(round);
  yield* fresh(round);
}

/** One at a time: where the channel is still away, only one is taken over in vain. */
async function* again(round: Round): AsyncGenerator<Tried> {
  const { pool, channel, survey } = round;
  const { olderThanSeconds } = survey.retry;
  for (;;) {
    const [mail] = await unfinishedMails(pool, channel, { olderThanSeconds, limit: 1 });
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
    const { personId, rungIds } = mail;
    const inIt = rungIds.map((id) => rungs.get(id)).filter((rung) => rung !== undefined);
    const tried = await sendNew(round, { mail, channel, rungs: inIt, now }, writing(round, mail));
    if (tried !== 'none') {
      for (const id of rungIds) given.add(`${id} ${personId}`);
      const all = rungIds.filter((id) => reached.get(id)?.every((one) => given.has(`${id} ${one.personId}`)));
      if (all.length > 0) await settleRungs(pool, channel, all);
    }
    yield tried;
  }
}

const writing = (round: Round, { personId, kind }: Pick<Mail, 'personId' | 'kind'>) => {
  const today = civilDateOf(round.survey.now);
  return (rungs: readonly OutboxRow[], messageId: string) => {
    const mail: MailOf = { personId, kind, rungs, messageId, today };
    return writeMail(round, mail, round.directory);
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
