import { cellOf, commandTypes, matrix, roles, type Cell } from '@rectify/domain';

const signs = { may: '●', assigned: 'a', never: '–' } as const satisfies Record<Cell, string>;

/** The matrix as docs/authority.md has it: one line a command, in the order of the code. */
export const authorityTable = (): readonly string[] => [
  `| command | ${roles.join(' | ')} | 委 | password | duties | rules |`,
  `|---|${'---|'.repeat(roles.length + 4)}`,
  ...commandTypes.map((type) => {
    const { delegable, reauth, duties = [], rules = [] } = matrix[type];
    const cells = roles.map((role) => signs[cellOf(type, role)]);
    const last = [delegable ? 'y' : 'n', reauth ? 'y' : '', duties.join(', '), rules.join(' ')];
    return `| \`${type}\` | ${[...cells, ...last].join(' | ')} |`;
  }),
];

/** Puts the table of today in the place of the document's. */
export const withTable = (document: string): string => {
  const [before = '', after = ''] = document.split(/^\| command \|[\s\S]*?\n(?!\|)/m);
  return `${before}${authorityTable().join('\n')}\n${after}`;
};
