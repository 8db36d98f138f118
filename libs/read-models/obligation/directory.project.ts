import { directoryObligations, type Directory } from '@rectify/domain';
import type { TableChange } from '@rectify/event-store';
import { owedRows } from './owed-rows';

export interface DirectoryChange {
  readonly stream: string;
  readonly before: Directory;
  readonly after: Directory;
}

export const project = ({ stream, before, after }: DirectoryChange): TableChange =>
  before.proposals === after.proposals
    ? owedRows(stream, [], [])
    : owedRows(stream, directoryObligations(before), directoryObligations(after));
