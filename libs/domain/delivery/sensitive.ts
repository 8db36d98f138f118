import type { Reminder } from '../campaign/reminders';

/**
 * Whether a notice travels as a title and a link only (domain.md §5, §9): clue items, of which nothing but a verdict is
 * ever kept, and reports nobody has triaged yet, for they may turn out to be one.
 */
export const isSensitive = ({ kind, subject }: Pick<Reminder, 'kind' | 'subject'>): boolean =>
  kind === 'triageProblem' || (subject.type === 'aspect' && subject.id.endsWith('-clue'));
