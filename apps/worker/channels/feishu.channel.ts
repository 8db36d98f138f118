import { createHmac } from 'node:crypto';
import type { Transport } from './channel';
import { callsAll, createRobot, type RobotSettings } from './robot';

/** A Feishu (飞书) robot with 签名校验: the body says when it was signed, in seconds; the key is made of both, and signs nothing. */
export const createFeishuChannel = (settings: RobotSettings & { readonly secret: string }): Transport =>
  createRobot(
    {
      name: 'FEISHU',
      codeField: 'code',
      tooFast: [9499, 11232],
      refused: [19002, 19036],
      request: (outgoing) => {
        const timestamp = String(Math.floor((settings.now ?? Date.now)() / 1_000));
        const sign = createHmac('sha256', `${timestamp}\n${settings.secret}`).digest('base64');
        const everybody = callsAll(outgoing, settings) ? `${EVERYBODY}\n` : '';
        return {
          url: settings.url,
          body: { timestamp, sign, msg_type: 'text', content: { text: `${everybody}${outgoing.text}` } },
        };
      },
    },
    settings,
  );

const EVERYBODY = '<at user_id="all"></at>';
