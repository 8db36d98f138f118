import type { Application } from '@rectify/application';
import {
  civilDateOf,
  holdersOf,
  instantAt,
  isWorkingDay,
  obligations,
  resolveHolder,
  unitIdOfCode,
  type CampaignCommand,
  type CivilDate,
  type Id,
  type PersonId,
} from '@rectify/domain';
import { payloadHash, type Clock } from '@rectify/event-store';
import { walkTo } from '../clock/clock-walk';
import { doneToday, FIRST_DAY, LEFT_OUT, storyDays, TEMPLATE, UNIT } from './story';

/** The one campaign of the demonstration; known beforehand, so that playing it again goes on where it stopped. */
const CAMPAIGN_ID: Id = '0195545c-0000-7000-8000-000000000001';
const MORNING = '09:30';
const POLL_MS = 40;
const ROUNDS = 20;

export interface Stage {
  readonly application: Application;
  readonly clock: Clock;
  /** How long a step waits for a worker; without one the clock moves at once from then on. */
  readonly patienceMs: number;
}

const send = async (
  { application }: Stage,
  personId: PersonId,
  id: string,
  command: CampaignCommand,
): Promise<void> => {
  const handled = await application.handle(
    { aggregate: 'campaign', id: CAMPAIGN_ID, command },
    {
      actor: { kind: 'person', personId },
      key: { space: 'person', principal: personId, id: `demo:${id}` },
      payloadHash: payloadHash(command.data),
    },
  );
  if (!handled.ok && handled.refusal.code !== 'KEY_REUSED') {
    throw new Error(`the demonstration's ${command.type} was refused: ${JSON.stringify(handled.refusal)}`);
  }
};

const launch = async (stage: Stage): Promise<void> => {
  if (await stage.application.campaign(CAMPAIGN_ID)) return;
  const { directory } = await stage.application.organisation();
  const unitId = unitIdOfCode(directory, UNIT) ?? '';
  const [secretary = ''] = holdersOf(directory, unitId, 'secretary');
  const data = { campaignId: CAMPAIGN_ID, unitId, template: TEMPLATE, serial: 1, leaveOut: LEFT_OUT };
  await send(stage, secretary, 'launch', { type: 'LaunchCampaign', data });
};

/** Everybody does what they do on this day, until nothing more is done. */
const liveThrough = async (stage: Stage, today: CivilDate): Promise<void> => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const standing = await stage.application.campaign(CAMPAIGN_ID);
    if (!standing) return;
    const { campaign, directory } = standing;
    let done = 0;
    for (const obligation of obligations(campaign)) {
      const [holder] = resolveHolder(obligation.holder, directory, campaign.unitId).people;
      const command = holder && doneToday(campaign, obligation, today);
      if (!command) continue;
      await send(stage, holder.personId, `${obligation.key}:${obligation.dueVersion}`, command);
      done += 1;
      // It may have decided the vote: what the others owe is to be read again.
      if (command.type === 'CastVote') break;
    }
    if (done === 0) return;
  }
};

/** Plays the campaign from its first day to its last, the clock stepping forward with it. */
export const play = async (stage: Stage): Promise<void> => {
  const { application, clock } = stage;
  const { calendar } = await application.organisation();
  let { patienceMs } = stage;
  for (const day of storyDays().filter((each) => isWorkingDay(calendar, each))) {
    const morning = instantAt(day, MORNING);
    if (morning >= (await clock.now())) {
      const { looked } = await walkTo(clock, morning, { patienceMs, signMs: patienceMs, pollMs: POLL_MS });
      if (!looked) patienceMs = 0;
    }
    const today = civilDateOf(await clock.now());
    if (day === FIRST_DAY) await launch(stage);
    else if (day === today) await liveThrough(stage, day);
  }
};

export const firstMoment = instantAt(FIRST_DAY, '09:00');
