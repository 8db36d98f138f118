// npm run authority: writes the matrix of commands and roles into docs/authority.md.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withTable } from './authority-table';

const file = path.resolve(__dirname, '../../docs/authority.md');
writeFileSync(file, withTable(readFileSync(file, 'utf8')));
