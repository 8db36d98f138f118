import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bundleOf, campaignOf } from '../../test/record/bundles';
import { tamperedRounds, validRounds } from '../../test/record/rounds';
import { verify } from './verify.mjs';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'rectify-verify-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const program = path.join(__dirname, 'verify.mjs');
/** What the program prints, and how it exits. */
const run = (...args: string[]): { readonly code: number; readonly said: string } => {
  try {
    return { code: 0, said: execFileSync(process.execPath, [program, ...args], { encoding: 'utf8' }) };
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string };
    return { code: status, said: stdout };
  }
};

const SEEDS = [1, 2, 3, 4, 5, 6];
/** What random campaigns come to, and a check must not stumble over. */
const LIVED = [
  'VoteCast',
  'MeetingVoteConfirmed',
  'ProblemHandedOver',
  'ExtensionGranted',
  'PlanAmended',
  'ProblemReopened',
  'CampaignReplanned',
  'PledgeSigned',
  'StagesRedated',
  'ProblemMerged',
  'PartIncluded',
  'PublicNoticePosted',
];

describe('a bundle of the record, checked without our software', () => {
  it('passes as it was written, whatever the campaign has lived through', async () => {
    const { faults, bundles, shredded } = await validRounds(folder, 12, LIVED);
    expect(faults).toEqual([]);
    expect(bundles).toBeGreaterThanOrEqual(12);
    expect(shredded).toBeGreaterThan(0);
  }, 120_000);

  it('shows every kind of tampering, each at 20 random places, with the first wrong place', async () => {
    expect(await tamperedRounds(folder, SEEDS, 20)).toEqual([]);
  }, 300_000);

  it('prints what was checked, and exits with 0, 1, 2 or 3', async () => {
    const at = path.join(folder, 'printed');
    await bundleOf(campaignOf(7), at);
    const passed = run(at);
    expect(passed.code).toBe(0);
    expect(passed.said).toMatch(/^范围 install=\S+ epoch=1 \| 事件 \d+ \/ 流 4 /);
    expect(passed.said).toMatch(/链 通过 \| 序号连续 通过 \| 规范化 通过 .* 签字基准 (\d+)\/\1 /);
    expect(passed.said).toMatch(/结论: 通过/);
    expect(JSON.parse(run(at, '--json').said)).toMatchObject({ code: 0, access: { events: 12, streams: 1 } });
    const file = path.join(at, 'events.ndjson');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('"type":"CampaignLaunched"', '"type":"CampaignLaunches"'));
    const wrong = run(at);
    expect(wrong.code).toBe(1);
    expect(wrong.said).toMatch(/结论: 未通过。首个不符 文件=events.ndjson 流=campaign\/\S+ 序号=1 行=\d+ /);
    rmSync(file);
    expect(run(at).code).toBe(2);
    expect([run().code, run(path.join(folder, 'nowhere')).code, run(at, '--what').code]).toEqual([3, 3, 3]);
  });

  it('does not know an approval of a later program, and says so instead of passing it', async () => {
    const world = campaignOf(7);
    const log = world.log.map((entry) =>
      entry.event.type === 'StageStepApproved'
        ? {
            ...entry,
            event: { type: 'LaterApproved', data: { basisHash: entry.event.data.basisHash } } as never,
          }
        : entry,
    );
    const at = path.join(folder, 'later');
    await bundleOf({ ...world, log }, at);
    expect(await verify(at)).toMatchObject({
      code: 2,
      first: { got: expect.stringContaining('LaterApproved') },
    });
  });

  it('is at most 200 lines, and needs nothing but node and its table', () => {
    const text = readFileSync(program, 'utf8');
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(200);
    const imported = [...text.matchAll(/from '([^']+)'/g)].map(([, name]) => name);
    expect(imported.filter((name) => !name?.startsWith('node:'))).toEqual([]);
  });
});
