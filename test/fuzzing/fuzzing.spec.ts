import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { startApi, type Api } from '../api/harness/api';
import { everybody } from '../api/harness/client';
import { launchOpen, setUpWorld, type World } from '../api/harness/organisation';
import { drive } from '../harness/drive';
import { fuzz } from './schemathesis';

const program = process.env['SCHEMATHESIS'] ?? 'schemathesis';
const artifacts = path.resolve('test/artifacts/fuzzing');

/** The running API against its own document, by a program that knows nothing else of it. */
describe('the running API', () => {
  let api: Api;
  let world: World;
  let url: string;
  let campaignId: string;

  beforeAll(async () => {
    mkdirSync(artifacts, { recursive: true });
    api = await startApi();
    world = await setUpWorld(api);
    campaignId = await launchOpen(api, world);
    // Two problems, of which one waits for its owner's plan: something of everybody is there to be changed.
    await drive(everybody(api, world), {
      findings: { 'B3-1': ['没有独立评议环节'], 'B5-1': ['未按月开展'] },
      leave: ({ kind }) => ['submitPlan', 'approveStage'].includes(kind),
    });
    await api.app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(api.app.getHttpServer().address() as AddressInfo).port}`;
  });
  afterAll(() => api?.stop());

  /** All three at once: what one of them changes, the others come upon. */
  it('gives nobody a fault of its own, nor an answer that its document does not have', async () => {
    const ids = {
      '/api/campaigns': campaignId,
      '/api/directories': 'main',
      '/api/calendars': 'cn',
      '/api/templates': 'bland-casual',
    };
    const { branch, district } = world;
    const roles = {
      secretary: branch.secretary,
      'problem-owner': branch.organisationMember,
      supervisor: district.supervisor,
    };
    const runs = await Promise.all(
      Object.entries(roles).map(async ([role, { token }]) => {
        const folder = mkdtempSync(path.join(os.tmpdir(), 'rectify-fuzzing-'));
        const { code, printed } = await fuzz({ program, url, token, folder, ids });
        writeFileSync(path.join(artifacts, `${role}.txt`), printed);
        return {
          role,
          code,
          printed: code === 0 ? '' : printed,
          generated: /(\d+) generated/.exec(printed)?.[1],
        };
      }),
    );
    for (const { role, code, printed, generated } of runs) {
      expect({ role, code, printed }).toEqual({ role, code: 0, printed: '' });
      expect(Number(generated)).toBeGreaterThan(300);
    }
  }, 600_000);
});
