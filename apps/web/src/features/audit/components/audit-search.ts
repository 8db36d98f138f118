import { civilDateOf, isCivilDate, type CivilDate } from '@rectify/domain';
import type { TimelineEntry } from '../../../shared/api/types';
import { hashOfAct } from '../../../shared/record/basis-hash';

/** Which decisions are looked for, and at which of them one looks: all of it stands in the address. */
export interface AuditSearch {
  /** A campaign's or a problem's code. */
  readonly code?: string | undefined;
  readonly who?: string | undefined;
  readonly what?: string | undefined;
  /** The first and the last day of when. */
  readonly from?: CivilDate | undefined;
  readonly to?: CivilDate | undefined;
  /** The number of the event in its campaign. */
  readonly at?: number | undefined;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value.slice(0, 80) : undefined;

const day = (value: unknown): CivilDate | undefined => (isCivilDate(value) ? value : undefined);

export const auditSearch = (search: Readonly<Record<string, unknown>>): AuditSearch => {
  const { code, who, what, from, to, at } = search;
  const number = Number(at);
  const found = { code: text(code), who: text(who), what: text(what), from: day(from), to: day(to) };
  return {
    ...Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)),
    ...(Number.isInteger(number) && number > 0 ? { at: number } : {}),
  };
};

export const decisionsIn = (
  entries: readonly TimelineEntry[],
  { who, what, from, to }: AuditSearch,
): TimelineEntry[] =>
  entries.filter(
    (entry) =>
      hashOfAct(entry) !== null &&
      (who === undefined || entry.by?.personId === who) &&
      (what === undefined || entry.type === what) &&
      (from === undefined || civilDateOf(entry.at) >= from) &&
      (to === undefined || civilDateOf(entry.at) <= to),
  );

/** Every kind and every person that decided, each once, in the order of the record. */
export const choicesIn = (entries: readonly TimelineEntry[]) => {
  const decided = decisionsIn(entries, {});
  return {
    what: [...new Set(decided.map(({ type }) => type))],
    who: [...new Map(decided.flatMap(({ by }) => (by ? [[by.personId, by.name] as const] : [])))],
  };
};
