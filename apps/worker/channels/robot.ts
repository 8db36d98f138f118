import type { ChannelLimits } from '@rectify/domain';
import type { Outgoing, Sent, Transport } from './channel';
import type { PostJson, Reply } from './post-json';

/** What every robot is made of; the clock is for signatures, in real milliseconds. */
export interface RobotSettings {
  readonly url: URL;
  readonly post: PostJson;
  readonly limits: Pick<ChannelLimits, 'blockSeconds'>;
  readonly now?: () => number;
  /** What is urgent calls everybody of the group. */
  readonly mentionAll: boolean;
}

/** What sets one provider's robot apart from the others': its signature, its message and its codes. */
export interface Robot {
  /** Begins its codes, such as `WECOM` of `WECOM_45009`. */
  readonly name: string;
  /** The field of the answer's body that holds the code; robots answer 200 whatever they did. */
  readonly codeField: 'errcode' | 'code';
  readonly request: (outgoing: Outgoing) => { readonly url: URL; readonly body: unknown };
  /** Too fast: the whole channel rests for as long as the provider blocks. */
  readonly tooFast: readonly number[];
  /** Of this message alone: it is not taken, however often it is sent. */
  readonly refused: readonly number[];
}

/**
 * Everything but "too fast" and "not this message" is a robot that is away or not set up as it should be: it rests and is
 * tried again, so that nothing is lost while somebody mends it.
 */
export const createRobot = (
  { name, codeField, request, tooFast, refused }: Robot,
  { post, limits: { blockSeconds } }: Pick<RobotSettings, 'post' | 'limits'>,
): Transport => ({
  send: async (outgoing): Promise<Sent> => {
    const { url, body } = request(outgoing);
    const reply = await post(url, JSON.stringify(body));
    if (!reply.ok) return { outcome: 'down', code: `${name}_${reply.code}` };
    if (reply.status === 429)
      return {
        outcome: 'down',
        code: `${name}_HTTP_429`,
        afterSeconds: reply.retryAfterSeconds ?? blockSeconds,
      };
    if (reply.status !== 200) return { outcome: 'down', code: `${name}_HTTP_${reply.status}` };
    const number = numberOf(reply, codeField);
    if (number === 0) return { outcome: 'sent' };
    if (number === null) return { outcome: 'down', code: `${name}_UNREADABLE` };
    const code = `${name}_${number}`;
    if (tooFast.includes(number)) return { outcome: 'down', code, afterSeconds: blockSeconds };
    return { outcome: refused.includes(number) ? 'refused' : 'down', code };
  },
  close: () => undefined,
});

const numberOf = ({ body }: Reply & { ok: true }, field: string): number | null => {
  try {
    const number: unknown = (JSON.parse(body) as Record<string, unknown> | null)?.[field];
    return typeof number === 'number' && Number.isSafeInteger(number) ? number : null;
  } catch {
    return null;
  }
};

/** Urgent is what goes at once, each by itself; a digest calls nobody. */
export const callsAll = ({ kind }: Outgoing, { mentionAll }: Pick<RobotSettings, 'mentionAll'>): boolean =>
  mentionAll && kind === 'atOnce';
