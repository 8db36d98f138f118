import fc from 'fast-check';
import { rememberingEach } from './remembering-each';

interface Asked {
  readonly items: readonly number[];
  readonly own: readonly number[];
  readonly common: number;
}

const things = [0, 1, 2, 3].map((value) => Object.freeze({ value }));
const frozen = (index: number): { readonly value: number } => things[index] ?? Object.freeze({ value: -1 });
const anything = fc.nat({ max: 3 });
const asked: fc.Arbitrary<Asked> = fc.array(fc.tuple(anything, anything), { maxLength: 5 }).chain((pairs) =>
  anything.map((common) => ({
    items: pairs.map(([item]) => item),
    own: pairs.map(([, own]) => own),
    common,
  })),
);
const owner = (): object => Object.freeze({});

const listOf = ({ items, own, common }: Asked) => ({
  items: items.map(frozen),
  own: own.map(frozen),
  common: [frozen(common)],
});

describe('remembering for each', () => {
  it('answers what the function would, whatever was asked before', () => {
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 8 }), (all) => {
        const each = rememberingEach<object, { value: number }, { value: number }, string>();
        const one = owner();
        for (const given of all) {
          const reckon = (item: { value: number }, own: { value: number }): string =>
            `${item.value} ${own.value} ${given.common}`;
          const plain = given.items.map((item, index) => reckon(frozen(item), frozen(given.own[index] ?? 0)));
          expect(each(one, listOf(given), reckon)).toEqual(plain);
        }
      }),
    );
  });

  it('reckons again only what stands beside something else', () => {
    const reckoned: number[] = [];
    const each = rememberingEach<object, { value: number }, { value: number }, object>();
    const one = owner();
    const ask = (given: Asked): readonly object[] =>
      each(one, listOf(given), ({ value }) => {
        reckoned.push(value);
        return { value };
      });
    const first = ask({ items: [0, 1, 2], own: [0, 0, 0], common: 0 });
    expect(ask({ items: [0, 1, 2], own: [0, 0, 0], common: 0 })).toBe(first);
    const second = ask({ items: [0, 1, 2], own: [0, 3, 0], common: 0 });
    expect(second).not.toBe(first);
    expect([second[0] === first[0], second[1] === first[1], second[2] === first[2]]).toEqual([
      true,
      false,
      true,
    ]);
    expect(reckoned).toEqual([0, 1, 2, 1]);
    ask({ items: [0, 1, 2], own: [0, 3, 0], common: 1 });
    expect(reckoned).toEqual([0, 1, 2, 1, 0, 1, 2]);
  });

  it('answers the very same list where another reckoning says the same', () => {
    const each = rememberingEach<object, { value: number }, { value: number }, number>();
    const one = owner();
    const ask = (common: number): readonly number[] =>
      each(one, listOf({ items: [0, 1], own: [0, 1], common }), ({ value }) => value);
    expect(ask(1)).toBe(ask(2));
  });

  it('keeps nothing for an owner that may still change', () => {
    const each = rememberingEach<object, { value: number }, { value: number }, object>();
    const one = {};
    const ask = (): readonly object[] => each(one, listOf({ items: [0], own: [0], common: 0 }), () => ({}));
    expect(ask()[0]).not.toBe(ask()[0]);
  });
});
