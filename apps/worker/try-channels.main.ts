import { randomUUID } from 'node:crypto';
import { CHANNELS, channelLimits, reachesPersons } from '@rectify/domain';
import { text } from '@rectify/i18n';
import type { Outgoing } from './channels/channel';
import { readChannelSettings } from './channels/channel-settings';
import { createChannels } from './channels/create-channels';

const USAGE = 'Say to which address a letter goes: npm run try-channels -- <your own e-mail address>';

const trial = (): Omit<Outgoing, 'to'> => {
  const id = randomUUID();
  const subject = text('zh-CN', 'mail.trial.subject');
  return {
    ...{ id, messageId: `<${id}@rectify.invalid>`, kind: 'atOnce', at: new Date().toISOString() },
    ...{ subject, text: text('zh-CN', 'mail.trial.text'), items: [{ title: subject, url: '', of: null }] },
  };
};

/**
 * Sends one message over each channel that is set, by the very adapters that reminders go by: `npm run try-channels`. Whoever
 * sets the variables sees at once whether they are right; nothing of it is recorded.
 */
const main = async ([address]: readonly string[]): Promise<void> => {
  if (!address) throw new Error(USAGE);
  const wrong: string[] = [];
  const transports = createChannels(readChannelSettings(process.env, wrong), channelLimits);
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  for (const channel of CHANNELS) {
    const transport = transports[channel];
    if (!transport) {
      process.stdout.write(`${channel}: not set\n`);
      continue;
    }
    const to = reachesPersons(channel) ? { name: '', address } : null;
    const sent = await transport.send({ ...trial(), to });
    transport.close();
    process.stdout.write(`${channel}: ${sent.outcome}${'code' in sent ? ` (${sent.code})` : ''}\n`);
    if (sent.outcome !== 'sent') process.exitCode = 1;
  }
};

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
});
