import type { Problem } from '../../api/types';
import type { Option } from '../../fields/select-field';
import { isLive } from '../../problem/live';

/** What may still leave the list: included and not issued. */
export const mergeable = (problems: readonly Problem[]): readonly Problem[] =>
  problems.filter(({ status }) => status === 'included');

const OUT: readonly string[] = ['closed', 'merged', 'split', 'terminated'];

/** What others may be merged into: whatever has a number and is not at its end. */
export const mergeTargets = (problems: readonly Problem[]): readonly Problem[] =>
  problems.filter(({ number, status }) => number !== null && !OUT.includes(status));

/** What another campaign may link to: whatever has a number and is still put right, or was, under it. */
export const linkable = (problems: readonly Problem[]): readonly Problem[] => problems.filter(isLive);

export const optionOf = ({ id, code, title }: Problem): Option => ({
  value: id,
  label: [code, title].filter(Boolean).join(' '),
});

export interface PartDraft {
  readonly title: string;
  readonly detail: string;
}

export const emptyPart: PartDraft = { title: '', detail: '' };
