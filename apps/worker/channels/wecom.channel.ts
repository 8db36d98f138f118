import type { Transport } from './channel';
import { callsAll, createRobot, type RobotSettings } from './robot';

/** A WeCom (企业微信) group robot: its address holds its key. */
export const createWecomChannel = (settings: RobotSettings): Transport =>
  createRobot(
    {
      name: 'WECOM',
      codeField: 'errcode',
      tooFast: [45009, 45033],
      // Too long, of a type or with contents that are not taken.
      refused: [40008, 40058, 44004, 45002],
      request: (outgoing) => ({
        url: settings.url,
        body: {
          msgtype: 'text',
          text: {
            content: outgoing.text,
            ...(callsAll(outgoing, settings) ? { mentioned_list: ['@all'] } : {}),
          },
        },
      }),
    },
    settings,
  );
