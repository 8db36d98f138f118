import { keepRunning } from './keep-running';
import type { Running } from './processes';

/** A process that ends when it is told to. */
function fake(): Running & { end: () => void; stopped: boolean } {
  let end = (): void => undefined;
  const gone = new Promise<void>((resolve) => (end = resolve));
  const running = {
    pid: 1,
    stopped: false,
    end,
    whenGone: () => gone,
    stop: () => {
      running.stopped = true;
      end();
      return Promise.resolve();
    },
  };
  return running;
}

test('what ends unasked is started again after a second, and says so', async () => {
  const lives = [fake(), fake()];
  const said: string[] = [];
  let started = 0;
  const kept = await keepRunning(
    'api',
    () => Promise.resolve(lives[started++] as Running),
    (line) => void said.push(line),
  );
  const before = Date.now();
  lives[0]?.end();
  while (started < 2) await new Promise(setImmediate);
  expect(Date.now() - before).toBeGreaterThanOrEqual(990);
  await kept.stop();
  expect(said).toEqual(['api is not running; starting it again in 1 s.', 'api is running again.']);
  expect(lives[1]?.stopped).toBe(true);
});

test('what is stopped stays stopped, also in the pause before a new start', async () => {
  const life = fake();
  let started = 0;
  const kept = await keepRunning(
    'api',
    () => Promise.resolve(started++ === 0 ? life : fake()),
    () => undefined,
  );
  life.end();
  await new Promise(setImmediate);
  await kept.stop();
  expect(started).toBe(1);
});

test('a first start that fails is the caller’s to tell', async () => {
  await expect(
    keepRunning(
      'api',
      () => Promise.reject(new Error('no port')),
      () => undefined,
    ),
  ).rejects.toThrow('no port');
});
