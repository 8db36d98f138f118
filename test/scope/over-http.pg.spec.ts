import { addDays, civilDateOf, instantAt } from '@rectify/domain';
import { sendTo, setUpCommands } from '@rectify/testing';
import fc from 'fast-check';
import { startApi, type Api } from '../api/harness/api';
import { askAll, askUnknown, isPreview, questionsOf, type Asked } from './asking';
import { buildWorld, goOn, remind, tokenFor, toldIn, type HttpWorld } from './http-world';
import { answersInMemory, type Answers } from './memory-surfaces';
import { inspects, isConcerned } from './oracle';
import { expectNothingNew, heardOf } from './streams';
import { aWorld, namedBy, type WorldPlan } from './plan';
import { expectNeverEmpty, expectNothingForeign, expectSubsets } from './properties';

/** `SCOPE_HTTP_WORLDS=500` plays more of them, `SCOPE_SEED` the same again. */
const RUNS = Number(process.env['SCOPE_HTTP_WORLDS'] ?? 40);
const SEED = Number(process.env['SCOPE_SEED'] ?? 20_260_301);
/** One database holds so many worlds, each invisible to the others. */
const TOGETHER = 40;

/** Until the first reminders of an answer that is owed. */
const DAYS = 5;
const ABOVE = namedBy(999).id('unit', 999);

const started = async (): Promise<Api> => {
  const api = await startApi();
  const { application } = api.infrastructure;
  for (const target of setUpCommands())
    if (target.aggregate !== 'directory') await sendTo(application, 'system', target);
  const data = { unitId: ABOVE, code: 'ABOVE', name: '上级', parentId: null };
  await sendTo(application, 'system', { aggregate: 'directory', command: { type: 'RegisterUnit', data } });
  return api;
};

const routeOf = (question: string): string => (isPreview(question) ? question : `GET ${question}`);

/** As memory names its answers. */
const named = (asked: Asked): Answers =>
  Object.fromEntries(
    Object.entries(asked).flatMap(([question, { status, text }]) =>
      status === 200
        ? [[routeOf(question), JSON.parse(text)]]
        : status === 404
          ? [[routeOf(question), null]]
          : [],
    ),
  );

describe('every registered surface, asked over HTTP', () => {
  let api: Api;
  const tally = {
    previews: 0,
    heard: 0,
    worlds: 0,
    questions: 0,
    unseen: 0,
    apart: 0,
    met: 0,
    far: 0,
    sent: 0,
    inspecting: 0,
  };
  afterAll(() => api?.stop());

  const later = async (days: number): Promise<void> => {
    const { clock } = api.infrastructure;
    await clock.forwardTo(instantAt(addDays(civilDateOf(await clock.now()), days), '10:00'));
  };

  const viewersOf = async (world: HttpWorld, plan: WorldPlan): Promise<readonly string[]> => {
    const { told } = await toldIn(api, world);
    const holders = world.personIds.filter((person) =>
      told.campaigns.some(({ campaign }) => isConcerned(campaign, told.directory, person)),
    );
    const pick = (some: readonly string[]) => some[plan.viewer % some.length] ?? [];
    const inspectors = world.inspectors.filter((person) =>
      told.campaigns.some(({ campaign }) => inspects(told.directory, person, campaign.unitId)),
    );
    tally.inspecting += Number(inspectors.length > 0);
    return [...new Set([pick(world.personIds), pick(holders), pick(inspectors)].flat())];
  };

  /** What somebody is not concerned with goes on: campaigns of this world and of the one before, a unit, a person. */
  const goesOn = async (
    viewer: string,
    world: HttpWorld,
    before: HttpWorld | undefined,
  ): Promise<boolean> => {
    const { application } = api.infrastructure;
    tally.far += 1;
    const far = { unitId: namedBy(998).id('unit', tally.far), code: `FAR-${tally.far}`, name: '远处' };
    const data = { ...far, parentId: ABOVE };
    await sendTo(application, 'system', { aggregate: 'directory', command: { type: 'RegisterUnit', data } });
    let moved = false;
    for (const id of [...world.campaignIds, ...(before?.campaignIds ?? [])]) {
      const standing = await application.campaign(id);
      if (!standing || isConcerned(standing.campaign, standing.directory, viewer)) continue;
      moved = (await goOn(api, id, 1, 2)) || moved;
      const then = await application.campaign(id);
      if (then && isConcerned(then.campaign, then.directory, viewer)) return false;
    }
    return moved;
  };

  const holdsFor = async (viewer: string, world: HttpWorld, before: HttpWorld | undefined): Promise<void> => {
    const token = await tokenFor(api, viewer);
    const { told, readable } = await toldIn(api, world);
    const today = civilDateOf(readable.now);
    const questions = questionsOf(told, today);
    const asked = await askAll(api, questions, token);
    tally.questions += questions.length;
    const answers = named(asked);
    for (const [question, { status, text }] of Object.entries(asked)) {
      const isRefusedByRule = isPreview(question) && [400, 409].includes(status);
      expect([question, isRefusedByRule || [200, 403, 404].includes(status), text]).toEqual([
        question,
        true,
        text,
      ]);
      tally.previews += Number(isPreview(question) && status === 200);
    }
    const heard = await heardOf(api, { token, told, viewer });

    // P4: PostgreSQL and memory answer alike.
    for (const [route, answer] of Object.entries(answersInMemory(readable, viewer)))
      expect([route, answers[route]]).toEqual([route, JSON.parse(JSON.stringify(answer))]);
    // P2, P1 and P6 on the very answers.
    expectNothingForeign(told, viewer, answers);
    expectSubsets(told, answers);
    tally.met += expectNeverEmpty(readable, viewer, answers);
    // Unseen is unknown, to the byte.
    for (const [question, bytes] of Object.entries(asked)) {
      if (bytes.status !== 404) continue;
      tally.unseen += 1;
      expect([question, await askUnknown(api, question, token)]).toEqual([question, bytes]);
    }
    // P3: what goes on elsewhere changes no byte.
    if (!(await goesOn(viewer, world, before))) return;
    tally.apart += 1;
    tally.heard += await expectNothingNew(api, heard, token);
    const again = await askAll(api, questions, token);
    for (const question of questions)
      expect([question, again[question]]).toEqual([question, asked[question]]);
  };

  it(`P1 P2 P3 P4 P6 hold in ${RUNS} worlds on PostgreSQL`, async () => {
    const size = { units: 6, people: 8, campaigns: 2, steps: 26, grants: 2 };
    let before: HttpWorld | undefined;
    const one = async (plan: WorldPlan): Promise<void> => {
      if (tally.worlds % TOGETHER === 0) {
        await api?.stop();
        api = await started();
        before = undefined;
      }
      const number = (tally.worlds += 1);
      const world = await buildWorld(api, plan, { number, above: ABOVE });
      for (const [at, { steps, choice }] of plan.campaigns.entries())
        await goOn(api, world.campaignIds[at] as string, steps, choice);
      await later(DAYS);
      for (const id of world.campaignIds) tally.sent += await remind(api, id, world.personIds.slice(-4));
      for (const viewer of await viewersOf(world, plan)) await holdsFor(viewer, world, before);
      before = world;
    };
    await fc.assert(fc.asyncProperty(aWorld(size), one), { numRuns: RUNS, seed: SEED, endOnFailure: true });
    expect(tally.sent).toBeGreaterThan(RUNS / 4);
    expect(tally.inspecting).toBeGreaterThan(RUNS / 10);
    expect(tally.met).toBeGreaterThan(RUNS);
    expect(tally.apart).toBeGreaterThan(RUNS / 3);
    expect(tally.previews).toBeGreaterThan(RUNS / 2);
    expect(tally.heard).toBeGreaterThan(RUNS / 5);
    expect(tally.unseen).toBeGreaterThan(RUNS);
  }, 14_400_000);
});
