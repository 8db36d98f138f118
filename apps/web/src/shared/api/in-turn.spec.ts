import { inTurn } from './in-turn';
import { ApiProblem, withoutTexts } from './problem';

const tooFast = (seconds: number) =>
  new ApiProblem({ ...withoutTexts('RATE_LIMITED', 429), params: { seconds } });

describe('one of many requests', () => {
  const answering = (answers: readonly (Error | string)[]) => {
    const left = [...answers];
    const waited: number[] = [];
    const ask = async (): Promise<string> => {
      const next = left.shift() ?? 'nothing left';
      if (typeof next === 'string') return next;
      throw next;
    };
    const wait = async (seconds: number): Promise<void> => void waited.push(seconds);
    return { answer: () => inTurn(ask, wait), waited };
  };

  it('waits as long as it is told, and asks again', async () => {
    const { answer, waited } = answering([tooFast(1), tooFast(3), 'taken']);
    expect(await answer()).toBe('taken');
    expect(waited).toEqual([1, 3]);
  });

  it('throws every other refusal at once', async () => {
    const refusal = new ApiProblem(withoutTexts('ALREADY_DECIDED', 409));
    const { answer, waited } = answering([refusal, 'taken']);
    await expect(answer()).rejects.toBe(refusal);
    expect(waited).toEqual([]);
  });

  it('gives up in the end', async () => {
    const { answer, waited } = answering(Array.from({ length: 20 }, () => tooFast(1)));
    await expect(answer()).rejects.toThrow('429');
    expect(waited).toHaveLength(9);
  });
});
