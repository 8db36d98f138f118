import type { DeepReadonly } from '../kernel/kernel';
import { remembering } from '../kernel/remembering';
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

/** The dates of some things owed, one each, in their order; settling, listing and recomputing ask for the same. */
export const datingsOf = (
  dated: DeepReadonly<Drawers>,
  owed: readonly { readonly key: string }[],
): readonly (DeepReadonly<Dated> | undefined)[] =>
  ofSome(owed, [dated], () => owed.map(({ key }) => datingOf(dated, key)));

const ofSome = remembering<
  readonly { readonly key: string }[],
  readonly (DeepReadonly<Dated> | undefined)[]
>();
