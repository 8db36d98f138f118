import {
  directoryDecider,
  holdersOf,
  holdsPost,
  obligations,
  parentOf,
  resolveHolder,
  type Directory,
  type DirectoryState,
  type PersonId,
  type Post,
} from '@rectify/domain';
import fc from 'fast-check';
import { aLife } from '../../test/model/stories';
import { attempt, launched, type CampaignWorld } from './campaign-world';
import { play } from './model-moves';
import { everybody } from './model-commands';
import { modelTemplate } from './model-template';
import { propertyRuns } from './property-runs';

/** LEAVING_HISTORIES=500 is what is reported; LEAVING_SEED plays a failing one again. */
const { LEAVING_HISTORIES, LEAVING_SEED } = process.env;
const runs = propertyRuns(Number(LEAVING_HISTORIES ?? 15));
const seeded = LEAVING_SEED ? { seed: Number(LEAVING_SEED) } : { seed: 1 };

const without = (directory: Directory, personId: PersonId): Directory => {
  const state = structuredClone(directory) as DirectoryState;
  const event = { type: 'PersonLeft', data: { personId, on: '2026-06-01' } } as const;
  directoryDecider.evolve(state, event, { version: 1_000, at: '', actor: { kind: 'system' } });
  return state;
};

/** Who could be asked at last: the secretary of the unit, else of the one above. */
const secretaries = ({ campaign, directory }: CampaignWorld): readonly PersonId[] => {
  const above = parentOf(directory, campaign.unitId);
  return [campaign.unitId, ...(above === null ? [] : [above])].flatMap((unitId) =>
    holdersOf(directory, unitId, 'secretary'),
  );
};

/** Everything owed has somebody who holds what it is owed by, or a secretary who names somebody; never who left. */
const watchOwed = (world: CampaignWorld, left: PersonId): void => {
  const { campaign, directory } = world;
  for (const { key, holder, action } of obligations(campaign)) {
    const { how, people } = resolveHolder(holder, directory, campaign.unitId);
    if (people.some(({ personId }) => personId === left)) throw new Error(`${key} waits for who left`);
    if (how === 'nobody' && secretaries(world).length > 0) throw new Error(`${key} waits for nobody`);
    for (const { personId, unitId, post } of people)
      if (!holdsPost(directory, personId, unitId, post as Post))
        throw new Error(`${key} waits for somebody who holds no ${post}`);
    if (how === 'instead' && people.some(({ post }) => post !== 'secretary'))
      throw new Error(`${key} is to be assigned by somebody who is no secretary`);
    const command = { type: action.command, data: { reason: '试', ...action.defaults } } as never;
    if (attempt(world, left, command).ok) throw new Error(`${key} was done by who left`);
  }
};

let places = 0;
const playLeaving = ({ ahead, moves }: { ahead: readonly Move[]; moves: readonly Move[] }): void => {
  let world = launched({ template: modelTemplate() });
  [...ahead, ...moves].forEach((move, index) => {
    world = play(world, move);
    const left = everybody[(index + move.a) % everybody.length] as PersonId;
    const before = JSON.stringify(world.log);
    watchOwed({ ...world, directory: without(world.directory, left) }, left);
    if (JSON.stringify(world.log) !== before) throw new Error('a leaving has written to the campaign');
    places += 1;
  });
};
type Move = Parameters<typeof play>[1];

describe('somebody leaves', () => {
  it('RR4.2 R4.7 at any point of any story, and all that is owed has a successor or the secretary', () => {
    fc.assert(fc.property(aLife, playLeaving), { ...runs, ...seeded });
    expect(places).toBeGreaterThan(runs.numRuns * 5);
    if (LEAVING_HISTORIES) process.stdout.write(`${runs.numRuns} stories, ${places} leavings\n`);
  }, 3_600_000);
});
