import { useQuery } from '@tanstack/react-query';
import { queries } from '../api/queries';
import type { TimelineEntry } from '../api/types';
import { useClockDay } from '../dates/use-today';
import { useText } from '../i18n/use-text';
import { lineOf } from './line';

/** One line of the record in words, outside its campaign's page. */
export const useEntryText = () => {
  const { t } = useText();
  const today = useClockDay();
  const people = useQuery(queries.people()).data ?? [];
  const nameOf = (id: string) => people.find(({ personId }) => personId === id)?.name ?? t('people.somebody');
  return (
    entry: TimelineEntry,
    problem: { readonly code: string; readonly title: string } | null,
  ): string => {
    const known = problem && entry.problemId ? [{ id: entry.problemId, plan: null, ...problem }] : [];
    return lineOf(entry, { problems: known, nameOf, today }, t);
  };
};
