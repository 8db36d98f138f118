interface Row {
  readonly id: string;
  readonly dueVersion: number;
}

export interface News {
  /** Rows that are not shown yet. */
  readonly added: number;
  /** Whether the list would be another one, were it only by rows that are gone. */
  readonly isAnother: boolean;
}

/** What a list read behind the reader's back has that the shown one has not. */
export const newsOf = (shown: readonly Row[], fresh: readonly Row[]): News => {
  const versions = new Map(shown.map(({ id, dueVersion }) => [id, dueVersion]));
  const added = fresh.filter(({ id }) => !versions.has(id)).length;
  const isAnother =
    added > 0 ||
    fresh.length !== shown.length ||
    fresh.some(({ id, dueVersion }) => versions.get(id) !== dueVersion);
  return { added, isAnother };
};
