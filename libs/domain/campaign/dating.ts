import type { DeepReadonly } from '../kernel/kernel';
import { areTheSame, rememberingEach } from '../kernel/remembering-each';
import type { Dating } from './campaign.events';

/** The date of one obligation, with the rungs issued in its due version and the terms of its kind that it rests on. */
export interface Dated extends Dating {
  rungs: string[];
  terms: number;
}

/**
 * The dates of all obligations there ever were, by their keys, in drawers: what a command changes is copied, so one
 * change copies a drawer and not all of them.
 */
export type Drawers = Record<string, Record<string, Dated>>;

const DRAWERS = 64;

/** How much of a key's end tells its drawer: the subject's last digits, a step and the round. */
const TELLING = 8;

/** The drawer of a key. Of no meaning: any spread over few drawers would do. */
const drawerOf = (key: string): number => {
  let sum = 0;
  for (let at = Math.max(0, key.length - TELLING); at < key.length; at += 1)
    sum = (sum * 31 + key.charCodeAt(at)) % DRAWERS;
  return sum;
};

/** When an obligation is due, or was last; undefined where it never was dated. */
export const datingOf = (dated: DeepReadonly<Drawers>, key: string): DeepReadonly<Dated> | undefined =>
  dated[drawerOf(key)]?.[key];

/** The same to be changed, on a draft. */
export const draftDating = (dated: Drawers, key: string): Dated | undefined => dated[drawerOf(key)]?.[key];

export const putDating = (dated: Drawers, dating: Dated): void => {
  const drawer = (dated[drawerOf(dating.key)] ??= {});
  drawer[dating.key] = dating;
};

/** The keys of everything that was ever owed. */
export const datedKeys = (dated: DeepReadonly<Drawers>): readonly string[] =>
  Object.values(dated).flatMap(Object.keys);

/** The dates of what is owed in one part, one each, in their order; undefined where it never was dated. */
export type Datings = readonly (DeepReadonly<Dated> | undefined)[];

/** The dates of each part of what is owed: the very same list as long as none is another. */
export const datingsOfEach = (
  { plan, dated }: { readonly plan: object; readonly dated: DeepReadonly<Drawers> },
  parts: readonly Part[],
): readonly Datings[] => {
  const drawers = drawersOfEach(plan, { items: parts, own: parts, common: [] }, (part) =>
    part.map(({ key }) => drawerOf(key)),
  );
  return ofEach(plan, { items: parts, own: drawers, common: [dated] }, (part, places) =>
    Object.freeze(part.map(({ key }, index) => dated[places[index] ?? 0]?.[key])),
  );
};

type Part = readonly { readonly key: string }[];
const drawersOfEach = rememberingEach<object, Part, Part, readonly number[]>();
const ofEach = rememberingEach<object, Part, readonly number[], Datings>(areTheSame);
