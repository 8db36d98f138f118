import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { freePort } from '../../local/ports';
import { testSmtp } from '../../../test/harness/smtp';
import { outgoing } from './channel.examples';
import { createEmailChannel } from './email.channel';

const from = 'rectify@example.test';
const letter = (address: string) => ({
  ...outgoing,
  to: { name: '王小明', address },
  subject: '今天到期·PDH-2026-B01-007 申请销号',
  text: '王小明同志：\n\n今天到期。\n',
  messageId: '<one@example.test>',
});

describe('e-mail by SMTP', () => {
  it('arrives as written, under its Message-ID', async () => {
    const smtp = await testSmtp();
    const channel = createEmailChannel({ url: smtp.url, from });
    expect(await channel.send(letter('wang@example.test'))).toEqual({ outcome: 'sent' });
    const [mail] = await smtp.waitForMails(1);
    expect(mail).toMatchObject({
      to: ['wang@example.test'],
      messageId: '<one@example.test>',
      subject: letter('').subject,
    });
    expect(mail?.text).toContain('王小明同志：');
    expect(mail?.parsed.headers.get('auto-submitted')).toBe('auto-generated');
    channel.close();
    await smtp.stop();
  });

  it('fails for good where nothing says at which address a person is', async () => {
    const channel = createEmailChannel({ url: 'smtp://127.0.0.1:9', from });
    expect(await channel.send({ ...letter(''), to: null })).toEqual({
      outcome: 'refused',
      code: 'NO_ADDRESS',
    });
    channel.close();
  });

  it('is down where nobody answers', async () => {
    const channel = createEmailChannel({ url: `smtp://127.0.0.1:${await freePort()}`, from });
    expect(await channel.send(letter('wang@example.test'))).toMatchObject({ outcome: 'down' });
    channel.close();
  });

  it.each([
    [550, { outcome: 'refused', code: 'SMTP_550' }],
    [450, { outcome: 'later', code: 'SMTP_450' }],
  ])('answered %i', async (responseCode, expected) => {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo: (_address, _session, done) => done(Object.assign(new Error('no'), { responseCode })),
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    const channel = createEmailChannel({ url: `smtp://127.0.0.1:${port}`, from });
    expect(await channel.send(letter('wang@example.test'))).toEqual(expected);
    channel.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
});
