import { describe, expect, it } from '@jest/globals';
import { createStreamQueue } from './stream-queue';

/** Work that ends when it is told to, noting when it began. */
const gated = (log: string[], name: string) => {
  let open = (): void => undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  const work = async (): Promise<string> => {
    log.push(name);
    await gate;
    return name;
  };
  return { work, open };
};

describe('a queue a stream', () => {
  it('lets one work after the other on one stream, in the order of their coming', async () => {
    const queue = createStreamQueue(10);
    const log: string[] = [];
    const [first, second] = [gated(log, 'first'), gated(log, 'second')];
    const both = Promise.all([queue.run('a', first.work), queue.run('a', second.work)]);
    await Promise.resolve();
    expect(log).toEqual(['first']);
    first.open();
    second.open();
    expect(await both).toEqual(['first', 'second']);
    expect(log).toEqual(['first', 'second']);
  });

  it('holds up no other stream', async () => {
    const queue = createStreamQueue(10);
    const log: string[] = [];
    const first = gated(log, 'first');
    const waiting = queue.run('a', first.work);
    expect(await queue.run('b', async () => 'other')).toBe('other');
    first.open();
    await waiting;
  });

  it('goes on behind work that failed', async () => {
    const queue = createStreamQueue(10);
    const failed = queue.run('a', async () => Promise.reject(new Error('no')));
    const next = queue.run('a', async () => 'yes');
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });

  it('refuses who would wait behind too many, and takes them again when the line is shorter', async () => {
    const queue = createStreamQueue(2);
    const log: string[] = [];
    const [first, second] = [gated(log, 'first'), gated(log, 'second')];
    const taken = [queue.run('a', first.work), queue.run('a', second.work)];
    expect(await queue.run('a', async () => 'third')).toBeNull();
    first.open();
    await taken[0];
    const fourth = queue.run('a', async () => 'fourth');
    second.open();
    expect(await fourth).toBe('fourth');
  });
});
