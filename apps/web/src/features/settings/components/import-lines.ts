import type { ImportPreview } from '@rectify/contracts';
import type { OrganisationFile } from '../api/import';

export type ImportLine = ImportPreview['lines'][number];

/** What is refused comes first, then what would be new; what stands there already says nothing. */
export const linesToShow = (
  lines: readonly ImportLine[],
  most: number,
): { readonly shown: readonly ImportLine[]; readonly more: number } => {
  const wanted = [
    ...lines.filter(({ outcome }) => outcome === 'refused'),
    ...lines.filter(({ outcome }) => outcome === 'added' || outcome === 'proposed'),
  ];
  return { shown: wanted.slice(0, most), more: Math.max(0, wanted.length - most) };
};

/** What the file itself says at a place such as `posts[3]`: its texts one behind the other. */
export const saidAt = (file: OrganisationFile, at: string): string => {
  const [, list = '', place = ''] = /^(\w+)\[(\d+)\]$/.exec(at) ?? [];
  const lines = Object.hasOwn(file, list) ? file[list] : undefined;
  const line: unknown = Array.isArray(lines) ? lines[Number(place)] : undefined;
  if (typeof line !== 'object' || line === null) return '';
  return Object.values(line)
    .filter((value) => typeof value === 'string')
    .join(' · ');
};
