import type { Application, Envelope, Standing, Target } from '@rectify/application';
import { civilDateOf, obligations, resolveHolder, type Action, type CampaignCommand } from '@rectify/domain';
import { payloadHash } from '@rectify/event-store';
import { meetingVote } from '../../libs/testing/model-commands';
import { discharge, type Findings } from '../../libs/testing/walk-campaign';
import type { Random } from './random';
import type { Process } from './steps';

/** What somebody sent and has had no answer to: it is sent again under the same key. */
export interface Sent {
  readonly target: Target;
  readonly envelope: Envelope;
}

export interface People {
  /** Somebody does what they owe, in one of these campaigns, or sends again what was not answered. */
  readonly act: () => void;
  readonly unanswered: () => number;
  /** Keys that were answered as accepted, each with the version it was answered with. */
  readonly accepted: ReadonlyMap<string, number>;
}

export interface PeopleOptions {
  readonly random: Random;
  readonly campaigns: readonly string[];
  readonly api: () => { readonly process: Process; readonly application: Application };
  readonly onBug: (error: unknown) => void;
}

const FOUND: Findings = { 'B3-1': ['谈话记录不全'] };

/** People at their desks: they read, they act, they try again when they hear nothing. */
export const createPeople = ({ random, campaigns, api, onBug }: PeopleOptions): People => {
  const sent = new Map<string, Sent>();
  const accepted = new Map<string, number>();
  let keys = 0;

  const send = async (one: Sent): Promise<void> => {
    const { id } = one.envelope.key;
    const answer = await api().application.handle(one.target, one.envelope);
    sent.delete(id);
    // What changed nothing is not kept under its key: it is decided anew.
    if (!answer.ok || answer.facts === 0) return;
    const before = accepted.get(id);
    if (before !== undefined && before !== answer.version)
      throw new Error(`one key was answered with ${before} and with ${answer.version}`);
    accepted.set(id, answer.version);
  };

  const actAnew = async (): Promise<void> => {
    const campaignId = random.pick(campaigns);
    const standing = await api().application.campaign(campaignId);
    const chosen = standing && choose(standing, random);
    if (!chosen) return;
    keys += 1;
    const { command, person } = chosen;
    const one: Sent = {
      target: { aggregate: 'campaign', id: campaignId, command },
      envelope: {
        actor: { kind: 'person', personId: person },
        key: { space: 'person', principal: person, id: `key-${keys}` },
        payloadHash: payloadHash({ command }),
      },
    };
    sent.set(one.envelope.key.id, one);
    await send(one);
  };

  const retry = (): Promise<void> => send(random.pick([...sent.values()]));

  return {
    accepted,
    unanswered: () => sent.size,
    act: () => {
      const doing = sent.size > 0 && random.chance(0.5) ? retry() : actAnew();
      doing.catch((error: unknown) => {
        if ((error as { code?: unknown }).code === undefined) onBug(error);
      });
    },
  };
};

/** One of the things that are owed and have begun, done by whom it is owed; sometimes the other way. */
const choose = (
  { campaign, directory, now }: Standing,
  random: Random,
): { readonly command: CampaignCommand; readonly person: string } | null => {
  const today = civilDateOf(now);
  const begun = obligations(campaign).filter(({ since }) => since <= today);
  if (begun.length === 0) return null;
  const obligation = random.pick(begun);
  const [who] = resolveHolder(obligation.holder, directory, campaign.unitId).people;
  if (!who) return null;
  const [other] = obligation.alternatives;
  const command =
    other && random.chance(0.2)
      ? theOtherWay(other, { campaign, directory })
      : discharge(obligation, campaign.order.length < 3 ? FOUND : {});
  return { command, person: who.personId };
};

const theOtherWay = (
  { command, defaults }: Action,
  standing: Pick<Standing, 'campaign' | 'directory'>,
): CampaignCommand =>
  command === 'RecordMeetingVote'
    ? meetingVote(standing, String(defaults['basisHash']))
    : ({ type: command, data: { ...defaults, ...WORDS } } as unknown as CampaignCommand);

const WORDS = { missing: '缺少佐证', reason: '内容不全', text: '进行中' };
