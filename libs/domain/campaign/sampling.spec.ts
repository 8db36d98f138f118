import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hashOfText } from '../kernel/hash';
import { draw, MOST_SAMPLED, rankOf, sampleSize, seedOf } from './sampling';

const seeds = Array.from({ length: 4_000 }, (_, n) => seedOf(hashOfText(`campaign ${n}`), 1));
const problems = (n: number) => Array.from({ length: n }, (_, index) => `problem-${index + 1}`);
const someIds = fc.uniqueArray(fc.uuid(), { maxLength: 60 });
const seed = fc.nat().map((n) => seedOf(hashOfText(String(n)), 1 + (n % 3)));
const rules = fc.record({
  percent: fc.integer({ min: 1, max: 100 }),
  atLeast: fc.integer({ min: 1, max: 20 }),
});

describe('R3.23 a sample', () => {
  it('is drawn again by the same seed, in whatever order the problems are given', () => {
    fc.assert(
      fc.property(
        seed,
        someIds.chain((ids) =>
          fc.record({
            ids: fc.constant(ids),
            shuffled: fc.shuffledSubarray(ids, { minLength: ids.length }),
            size: fc.nat({ max: 70 }),
          }),
        ),
        (drawnBy, { ids, shuffled, size }) => {
          expect(draw(drawnBy, shuffled, size)).toEqual(draw(drawnBy, ids, size));
        },
      ),
    );
  });

  it('is a part of its population, none of it twice, and as many as the plan says', () => {
    fc.assert(
      fc.property(seed, someIds, rules, (drawnBy, ids, plan) => {
        const size = sampleSize(plan, ids.length);
        const drawn = draw(drawnBy, ids, size);
        expect(new Set(drawn).size).toBe(size);
        expect(drawn.every((id) => ids.includes(id))).toBe(true);
        expect(size).toBeLessThanOrEqual(ids.length);
        expect(size * 100 >= ids.length * plan.percent).toBe(true);
        expect(size).toBeGreaterThanOrEqual(Math.min(ids.length, plan.atLeast));
      }),
    );
  });

  it.each([
    [0, 0],
    [1, 1],
    [4, 4],
    [5, 5],
    [25, 5],
    [26, 6],
    [30, 6],
    [31, 7],
    [100, 20],
    [101, 21],
    [2_500, MOST_SAMPLED],
    [2_600, MOST_SAMPLED],
  ])('of %i closed problems has %i under the shipped rules', (closed, size) => {
    expect(sampleSize({ percent: 20, atLeast: 5 }, closed)).toBe(size);
  });

  it('keeps every other problem where it stood when one more or fewer is closed', () => {
    fc.assert(
      fc.property(seed, someIds, fc.uuid(), (drawnBy, ids, other) => {
        const without = ids.filter((id) => id !== other);
        const more = draw(drawnBy, [...without, other], without.length + 1);
        expect(more.filter((id) => id !== other)).toEqual(draw(drawnBy, without, without.length));
      }),
    );
  });

  it('takes each problem as often as any other: chi-square over 4,000 fixed seeds', () => {
    const ids = problems(20);
    const [size, drawsOf] = [5, new Map(ids.map((id) => [id, 0]))];
    for (const each of seeds)
      for (const id of draw(each, ids, size)) drawsOf.set(id, (drawsOf.get(id) ?? 0) + 1);
    const expected = (seeds.length * size) / ids.length;
    const off = [...drawsOf.values()].reduce((sum, times) => sum + (times - expected) ** 2 / expected, 0);
    // Drawn without replacement, the statistic is smaller by (20 − 5) ÷ (20 − 1); 19 degrees of freedom, p = 0.001.
    expect(off / ((ids.length - size) / (ids.length - 1))).toBeLessThan(43.82);
    expect([...drawsOf.values()].every((times) => times > 0)).toBe(true);
  });

  it('takes each pair as often as any other: chi-square over the same seeds', () => {
    const ids = problems(6);
    const pairs = new Map<string, number>();
    for (const each of seeds) {
      const pair = [...draw(each, ids, 2)].sort().join();
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
    expect(pairs.size).toBe(15);
    const expected = seeds.length / 15;
    const off = [...pairs.values()].reduce((sum, times) => sum + (times - expected) ** 2 / expected, 0);
    // 14 degrees of freedom, p = 0.001.
    expect(off).toBeLessThan(36.12);
  });

  it('is another one in another round and after another sign-off', () => {
    const ids = problems(40);
    const [hash, other] = [hashOfText('one'), hashOfText('another')];
    const drawn = [seedOf(hash, 1), seedOf(hash, 2), seedOf(other, 1)].map((by) => draw(by, ids, 8).join());
    expect(new Set(drawn).size).toBe(3);
  });
});

describe('R3.23 docs/sampling.md', () => {
  const text = readFileSync(path.resolve(__dirname, '../../../docs/sampling.md'), 'utf8');
  const field = (name: string): string =>
    new RegExp(`^\\| ${name} \\| \`([^\`]+)\``, 'm').exec(text)?.[1] ?? '';
  const ranked = [
    ...text.matchAll(/^\| (\d+) \| `([0-9a-f-]{36})` \| `([0-9a-f]{12})…` \| (\d+|–) \|$/gm),
  ].map(([, number, id = '', rank, place]) => ({ number: Number(number), id, rank, place }));

  it('works an example that the code works out alike', () => {
    const drawnBy = seedOf(field('sign-off hash'), Number(field('round')));
    expect(drawnBy).toBe(field('seed'));
    expect(ranked).toHaveLength(7);
    const size = sampleSize({ percent: Number(field('percent')), atLeast: Number(field('at least')) }, 7);
    expect(size).toBe(Number(field('size')));
    const drawn = draw(
      drawnBy,
      ranked.map(({ id }) => id),
      size,
    );
    for (const { id, rank, place } of ranked) {
      expect(rankOf(drawnBy, id).slice(0, 12)).toBe(rank);
      expect(place).toBe(drawn.includes(id) ? String(drawn.indexOf(id) + 1) : '–');
    }
  });
});
