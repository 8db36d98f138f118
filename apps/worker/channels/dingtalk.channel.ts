import { createHmac } from 'node:crypto';
import type { Transport } from './channel';
import { callsAll, createRobot, type RobotSettings } from './robot';

/** A DingTalk (钉钉) robot with 加签: the query says when it was signed, in milliseconds, and by whom. */
export const createDingtalkChannel = (settings: RobotSettings & { readonly secret: string }): Transport =>
  createRobot(
    {
      name: 'DINGTALK',
      codeField: 'errcode',
      tooFast: [130101, 410100],
      // An address, a text or a picture in it that is not taken, or no text.
      refused: [40035, 400105, 430101, 430102, 430103, 430104],
      request: (outgoing) => ({
        url: signed(settings, (settings.now ?? Date.now)()),
        body: {
          msgtype: 'text',
          text: { content: outgoing.text },
          at: { isAtAll: callsAll(outgoing, settings) },
        },
      }),
    },
    settings,
  );

const signed = ({ url, secret }: { readonly url: URL; readonly secret: string }, at: number): URL => {
  const to = new URL(url);
  to.searchParams.set('timestamp', String(at));
  to.searchParams.set('sign', createHmac('sha256', secret).update(`${at}\n${secret}`).digest('base64'));
  return to;
};
