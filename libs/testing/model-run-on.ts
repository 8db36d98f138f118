import { react } from '@rectify/domain';
import { deedCommand } from './campaign-watch';
import { at, send, type CampaignWorld } from './campaign-world';

const MOST = 400;
const STANDSTILL_DAYS = 800;

/** The clock runs on and nobody acts but the process, from moment to moment, until no moment is ahead. */
export const runOn = (from: CampaignWorld, see: (world: CampaignWorld) => void): CampaignWorld => {
  let world = from;
  for (let step = 0; step < MOST; step += 1) {
    const { due, wake } = react(world.campaign, world.now, world.calendar);
    if (due.length === 0 && wake === null) return world;
    world = due.reduce((now, { kind }) => send(now, 'system', deedCommand(kind)), world);
    if (due.length === 0 && wake !== null) world = at(world, wake.at);
    see(world);
  }
  throw new Error('the process never comes to rest');
};

/** Everything stands still for longer than any ladder reaches, and is then caught up with. */
export const standStill = (world: CampaignWorld, see: (world: CampaignWorld) => void): CampaignWorld =>
  runOn(at(world, new Date(Date.parse(world.now) + STANDSTILL_DAYS * 86_400_000).toISOString()), see);
