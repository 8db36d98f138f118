import { canonical, hashOf, hashOfText } from './hash';
import { capacityOf, copyOf, recordedActor, unreachable } from './kernel';
import { remembering } from './remembering';
import { unchanged } from './unchanged';

const post = { unitId: 'u', post: 'secretary' };
const person = { kind: 'person', personId: 'p' } as const;

describe('who acted', () => {
  it('is kept with the capacity they acted in, and no more of it', () => {
    const entrusted = { ...post, onBehalfOf: 'q', delegationId: 'd' };
    expect(capacityOf({ ...entrusted, powers: ['PassReview'] } as typeof entrusted)).toEqual(entrusted);
    expect(Object.keys(capacityOf(post))).toEqual(['unitId', 'post']);
    expect(recordedActor(person, entrusted)).toEqual({ ...person, ...entrusted });
  });

  it('is the person alone where no capacity is known, and the system never in one', () => {
    expect(recordedActor(person, null)).toEqual(person);
    expect(recordedActor(person, undefined)).toEqual(person);
    expect(recordedActor({ kind: 'system' }, post)).toEqual({ kind: 'system' });
  });
});

describe('a state’s own copy', () => {
  it('is as the state was, and another', () => {
    const state = { list: [1, 2] };
    const copy = copyOf<{ list: number[] }>(state);
    copy.list.push(3);
    expect([state, copy]).toEqual([{ list: [1, 2] }, { list: [1, 2, 3] }]);
  });
});

describe('what no switch knows', () => {
  it('is named', () => {
    expect(() => unreachable({ type: 'Unheard' } as never)).toThrow('unreachable: {"type":"Unheard"}');
  });
});

describe('a hash', () => {
  it('is that of the one canonical text, whatever the order of the keys and whatever is undefined', () => {
    expect(canonical({ b: 1, a: [true, null], c: undefined })).toBe('{"a":[true,null],"b":1}');
    expect(hashOf({ b: 1, a: 2 })).toBe(hashOfText('{"a":2,"b":1}'));
    expect(hashOfText('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('is the same again, of a short text and of a long one, however many came in between', () => {
    const long = 'x'.repeat(64 * 1024);
    const first = [hashOf('a'), hashOf(long)];
    for (let n = 0; n < 600; n += 1) expect(hashOf(n)).toBe(hashOfText(String(n)));
    expect([hashOf('a'), hashOf(long)]).toEqual(first);
  });

  it('is of JSON alone', () => {
    expect(() => hashOf(undefined)).toThrow('no canonical form');
  });
});

describe('remembering an answer', () => {
  const counted = () => {
    const remember = remembering<object, number>();
    let reckoned = 0;
    return (key: object, ...rest: readonly unknown[]) => remember(key, rest, () => (reckoned += 1));
  };

  it('reckons once for what is frozen, as long as all that it rests on is the very same', () => {
    const [ask, key, rest] = [counted(), Object.freeze({}), Object.freeze({})];
    expect([ask(key, rest), ask(key, rest)]).toEqual([1, 1]);
    expect([ask(key, Object.freeze({})), ask(key, rest)]).toEqual([2, 3]);
    expect(ask(Object.freeze({}), rest)).toBe(4);
  });

  it('reckons each time where anything of it may still change', () => {
    const [ask, frozen, open] = [counted(), Object.freeze({}), {}];
    expect([ask(open, frozen), ask(open, frozen)]).toEqual([1, 2]);
    expect([ask(frozen, frozen, open), ask(frozen, frozen, open)]).toEqual([3, 4]);
  });
});

describe('a value that says the same as the last of its name', () => {
  const same = unchanged<object, { readonly n: number }>((a, b) => a.n === b.n);

  it('gives way to it, for an owner that is frozen', () => {
    const owner = Object.freeze({});
    const first = same(owner, 'a', { n: 1 });
    expect(same(owner, 'a', { n: 1 })).toBe(first);
    expect(same(owner, 'b', { n: 1 })).not.toBe(first);
    expect(same(Object.freeze({}), 'a', { n: 1 })).not.toBe(first);
    const other = { n: 2 };
    expect(same(owner, 'a', other)).toBe(other);
    expect(same(owner, 'a', { n: 2 })).toBe(other);
  });

  it('stands for itself where its owner may still change', () => {
    const owner = {};
    const first = same(owner, 'a', { n: 1 });
    expect(same(owner, 'a', { n: 1 })).not.toBe(first);
  });
});
