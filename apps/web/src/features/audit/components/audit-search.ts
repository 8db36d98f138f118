import type { TimelineEntry } from '../../../shared/api/types';
import { hashOfAct } from '../../../shared/record/basis-hash';

/** Which decisions are looked for, and at which of them one looks: all of it stands in the address. */
export interface AuditSearch {
  /** A campaign's or a problem's code. */
  readonly code?: string | undefined;
  readonly who?: string | undefined;
  readonly what?: string | undefined;
  /** The number of the event in its campaign. */
  readonly at?: number | undefined;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value.slice(0, 80) : undefined;

export const auditSearch = ({ code, who, what, at }: Readonly<Record<string, unknown>>): AuditSearch => {
  const number = Number(at);
  const found = { code: text(code), who: text(who), what: text(what) };
  return {
    ...Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)),
    ...(Number.isInteger(number) && number > 0 ? { at: number } : {}),
  };
};

export const decisionsIn = (entries: readonly TimelineEntry[], { who, what }: AuditSearch): TimelineEntry[] =>
  entries.filter(
    (entry) =>
      hashOfAct(entry) !== null &&
      (who === undefined || entry.by?.personId === who) &&
      (what === undefined || entry.type === what),
  );

/** Every kind and every person that decided, each once, in the order of the record. */
export const choicesIn = (entries: readonly TimelineEntry[]) => {
  const decided = decisionsIn(entries, {});
  return {
    what: [...new Set(decided.map(({ type }) => type))],
    who: [...new Map(decided.flatMap(({ by }) => (by ? [[by.personId, by.name] as const] : [])))],
  };
};
