import { civilDateOf, type Mail } from '@rectify/domain';
import { markDropped, settleRungs, unfinishedMails, type OutboxRow } from '@rectify/read-models';
import type { Activities, Channel } from '@rectify/workflows';
import { sendAgain, sendNew, type SendDeps, type Tried } from '../mail/send-mail';
import { surveyMail, type Survey, type SurveyDeps } from '../mail/survey';
import { writeMail, type MailOf, type WriteDeps } from '../mail/write-mail';

export interface DeliverDeps extends Omit<SendDeps, 'transport'>, SurveyDeps, WriteDeps {
  readonly transport: SendDeps['transport'] | null;
  readonly epoch: () => Promise<number>;
}

/** Bounds of one portion, well within the activity's minute: the workflow looks again for more. */
const MOST_MAILS = 50;
const LONGEST_MS = 30_000;

/**
 * Sends what is due now, decided anew from the ledger. Claims each mail before it is sent, one after the other, at the
 * channel's own rate; stops where the channel does not answer. Answers how many things it did.
 */
export const createDeliver =
  (deps: DeliverDeps): Activities['deliver'] =>
  async ({ channel, epoch }) => {
    const { transport } = deps;
    if (transport === null || (await deps.epoch()) !== epoch) return 0;
    const survey = await surveyMail(deps, channel);
    const { directory } = await deps.application.organisation();
    const today = civilDateOf(survey.now);
    const write = (mail: Pick<MailOf, 'personId' | 'kind'>) => (rungs: readonly OutboxRow[], messageId: string) =>
      writeMail(deps, { ...mail, rungs, messageId, today }, directory);
    const sending = { ...deps, transport };

    let done = await tidy(deps, channel, survey);
    for await (const tried of portion(channel, survey)) {
      if (tried !== 'none') done += 1;
      if (tried === 'down') break;
    }
    return done;

    async function* portion(over: Channel, { mails, rungs, retry, now, reached }: Survey): AsyncGenerator<Tried> {
      const deadline = Date.now() + LONGEST_MS;
      // One at a time: where the channel is still away, only one is taken over in vain.
      for (let again = retry.isDue; again && Date.now() < deadline; ) {
        const { olderThanSeconds } = retry;
        const [mail] = await unfinishedMails(deps.pool, over, { olderThanSeconds, limit: 1 });
        if (mail) yield await sendAgain(sending, mail, now, write(mail));
        else again = false;
      }
      const given = new Set<string>();
      for (const { rung_id, deliveries } of rungs.values()) for (const one of deliveries) given.add(`${rung_id} ${one.recipient}`);
      for (const mail of mails.slice(0, MOST_MAILS)) {
        if (Date.now() > deadline) return;
        const inIt = mail.rungIds.map((id) => rungs.get(id)).filter((rung) => rung !== undefined);
        yield await sendNew(sending, { mail, channel: over, rungs: inIt, now }, write(mail));
        await settle(mail, given, reached);
      }
    }

    /** A rung that everybody has now is not looked at again. */
    async function settle({ personId, rungIds }: Mail, given: Set<string>, reached: Survey['reached']): Promise<void> {
      for (const id of rungIds) given.add(`${id} ${personId}`);
      const all = rungIds.filter((id) => reached.get(id)?.every((one) => given.has(`${id} ${one.personId}`)));
      if (all.length > 0) await settleRungs(deps.pool, channel, all);
    }
  };

const tidy = async ({ pool }: Pick<DeliverDeps, 'pool'>, channel: Channel, { dropped, settled, now }: Survey): Promise<number> => {
  if (dropped.length > 0) await markDropped(pool, channel, dropped, now);
  if (settled.length > 0) await settleRungs(pool, channel, settled);
  return dropped.length + settled.length;
};
