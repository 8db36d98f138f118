// npm run rules: each rule with the specs that show it. Ends with 1 where a rule has none and is not due later.
import { faultsOf, readProofs, readRuleBook } from './rule-book';

const book = readRuleBook();
const proofs = readProofs();
const lines = book.rules.flatMap(({ number, says }) => {
  const shown = proofs.filter(({ rule }) => rule === number);
  const due = book.due.find(({ rule }) => rule === number);
  return [
    `${number.padEnd(7)}${says}`,
    ...shown.map(({ file, spec }) => `       ${file} · ${spec}`),
    ...(shown.length === 0 ? [due ? `       due later: issue ${due.issue}` : '       NO SPEC'] : []),
  ];
});
const faults = faultsOf(book, proofs);
const shown = new Set(proofs.map(({ rule }) => rule)).size;
const summary = `${book.rules.length} rules, ${shown} shown by ${proofs.length} specs, ${book.due.length} due later`;
process.stdout.write(`${[...lines, '', summary, ...faults].join('\n')}\n`);
process.exitCode = faults.length > 0 ? 1 : 0;
