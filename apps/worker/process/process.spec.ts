import { createLog } from './log';
import { readEnvironment } from './environment';
import { serveHealth } from './health';
import { createMetrics } from './metrics';

const needed = {
  DATABASE_URL: 'postgres://a',
  TEMPORAL_ADDRESS: 'host:7233',
  PUBLIC_URL: 'https://example.test/',
};

describe('the environment', () => {
  it('has defaults, and mail is off without a server', () => {
    expect(readEnvironment({ ...needed, SMTP_URL: '' })).toMatchObject({
      databaseUrl: 'postgres://a',
      temporal: { address: 'host:7233', namespace: 'default' },
      channels: { email: null, wecom: null, webhook: null },
      publicUrl: 'https://example.test',
      relayIntervalMs: 500,
      maxCachedWorkflows: 300,
    });
    const smtp = { SMTP_URL: 'smtp://m', SMTP_FROM: 'a@b.test', MAX_CACHED_WORKFLOWS: '0' };
    expect(readEnvironment({ ...needed, ...smtp })).toMatchObject({
      channels: { email: { url: 'smtp://m', from: 'a@b.test' } },
      maxCachedWorkflows: 0,
    });
  });

  it('names everything that is wrong, and no value', () => {
    const read = () =>
      readEnvironment({ SMTP_URL: 'smtp://secret', RELAY_INTERVAL_MS: 'soon', HEALTH_PORT: '-1' });
    expect(read).toThrow(
      /DATABASE_URL is missing[^]*TEMPORAL_ADDRESS is missing[^]*SMTP_FROM is missing[^]*RELAY_INTERVAL_MS[^]*HEALTH_PORT/,
    );
    expect(read).not.toThrow(/secret|soon/);
  });
});

describe('the log', () => {
  const lines: string[] = [];
  const log = createLog('debug', { write: (line: string) => void lines.push(line) });
  const last = () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>;

  it('carries ids, kinds and counts, whoever passes more', () => {
    log.info('done', { kind: 'remind', count: 3, subject: '会议议题未提前通知' } as never);
    expect(last()).toEqual({
      level: 'info',
      time: expect.any(Number),
      kind: 'remind',
      count: 3,
      msg: 'done',
    });
  });

  it('says where a bug is, not what the error said', () => {
    log.bug('failed', Object.assign(new Error('王小明'), { code: 'X' }));
    expect(last()).toMatchObject({
      level: 'error',
      error: 'Error',
      code: 'X',
      stack: expect.stringContaining('process.spec'),
    });
    expect(lines.at(-1)).not.toContain('王小明');
  });
});

describe('the page that tells how the process is', () => {
  it('answers health and metrics, and nothing else', async () => {
    const metrics = createMetrics();
    metrics.deed('remind', 'done');
    metrics.mail('dingtalk', 'digest', 'down');
    metrics.away('dingtalk', true);
    const health = await serveHealth({ host: '127.0.0.1', port: 0 }, metrics.registry, () => ({
      worker: 'connecting',
    }));
    const get = async (path: string, method = 'GET') => {
      const response = await fetch(`http://127.0.0.1:${health.port}${path}`, { method });
      return [response.status, await response.text()] as const;
    };
    expect(await get('/health')).toEqual([200, '{"worker":"connecting"}']);
    expect((await get('/metrics'))[1]).toContain('rectify_deeds_total{kind="remind",outcome="done"} 1');
    const page = (await get('/metrics'))[1];
    expect(page).toContain('rectify_mails_total{channel="dingtalk",kind="digest",outcome="down"} 1');
    expect(page).toContain('rectify_away{part="dingtalk"} 1');
    expect((await get('/other'))[0]).toBe(404);
    expect((await get('/health', 'POST'))[0]).toBe(405);
    await health.close();
  });
});
