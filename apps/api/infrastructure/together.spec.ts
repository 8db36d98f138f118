import { describe, expect, it } from '@jest/globals';
import { together } from './together';

/** A run that is let go by hand. */
const byHand = () => {
  const runs: { readonly asks: readonly number[]; readonly answer: (fail?: Error) => void }[] = [];
  const ask = together<number, number>(
    (asks) =>
      new Promise((resolve, reject) => {
        runs.push({
          asks,
          answer: (fail) => (fail ? reject(fail) : resolve(asks.map((each) => each * 10))),
        });
      }),
  );
  return { runs, ask };
};
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('asks that go together', () => {
  it('one alone goes at once; those that come meanwhile go as the next, each with its own answer', async () => {
    const { runs, ask } = byHand();
    const answers = [ask(1), ask(2), ask(3)];
    expect(runs.map(({ asks }) => asks)).toEqual([[1]]);
    runs[0]?.answer();
    await turn();
    expect(runs.map(({ asks }) => asks)).toEqual([[1], [2, 3]]);
    runs[1]?.answer();
    expect(await Promise.all(answers)).toEqual([10, 20, 30]);
  });

  it('a failure is that of its own asks; the next go on', async () => {
    const { runs, ask } = byHand();
    const [first, second] = [ask(1), ask(2)];
    const failing = expect(first).rejects.toThrow('away');
    runs[0]?.answer(new Error('away'));
    await failing;
    await turn();
    runs[1]?.answer();
    expect(await second).toBe(20);
    const third = ask(3);
    runs[2]?.answer();
    expect(await third).toBe(30);
  });
});
