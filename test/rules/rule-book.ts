import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** One numbered rule of `docs/rules.md`. */
export interface Rule {
  readonly number: string;
  readonly says: string;
  readonly who: string;
}

/** A spec whose name begins with the numbers of the rules it shows. */
export interface Proof {
  readonly rule: string;
  readonly file: string;
  readonly spec: string;
}

export interface RuleBook {
  readonly rules: readonly Rule[];
  readonly due: readonly { readonly rule: string; readonly issue: string }[];
  /** In the order of the document; the last of an issue counts. */
  readonly ceilings: readonly { readonly on: string; readonly issue: string; readonly atMost: number }[];
}

export const project = path.resolve(__dirname, '../..');
const roots = ['libs', 'apps', 'workflows', 'test'];
const isNumber = (text: string): boolean => /^RR?\d+\.\d+$/.test(text);

/** Reads the tables of the document. */
export const readRuleBook = (
  document: string = readFileSync(path.join(project, 'docs/rules.md'), 'utf8'),
): RuleBook => {
  const [book = '', later = ''] = document.split(/^## Due later$/m);
  return {
    rules: rowsOf(book)
      .filter(([number = '']) => isNumber(number))
      .map(([number = '', says = '', who = '']) => ({ number, says, who })),
    due: rowsOf(later)
      .filter(([rule = '']) => isNumber(rule))
      .map(([rule = '', issue = '']) => ({ rule, issue })),
    ceilings: rowsOf(later)
      .filter(([on = '']) => /^\d{4}-\d{2}-\d{2}$/.test(on))
      .map(([on = '', issue = '', atMost]) => ({ on, issue, atMost: Number(atMost) })),
  };
};

const rowsOf = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.slice(2, -2).split(' | '));

/** The specs of the repository that carry a rule's number; skipped ones show nothing. */
export const readProofs = (): readonly Proof[] =>
  roots
    .flatMap((root) =>
      readdirSync(path.join(project, root), { recursive: true, encoding: 'utf8' }).map((file) =>
        path.join(root, file),
      ),
    )
    .filter((file) => file.endsWith('.spec.ts') && !/(^|[\\/])(node_modules|dist)[\\/]/.test(file))
    .sort()
    .flatMap((file) => proofsIn(file, readFileSync(path.join(project, file), 'utf8')));

/** The numbered specs of one file. */
export const proofsIn = (file: string, source: string): readonly Proof[] => {
  if (!/\bRR?\d+\.\d+ /.test(source)) return [];
  const proofs: Proof[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isSpec(node.expression)) {
      const [title] = node.arguments;
      if (title && ts.isStringLiteralLike(title)) {
        for (const rule of numbersOf(title.text)) proofs.push({ rule, file, spec: plainly(title.text) });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest));
  return proofs;
};

/** `it(…)`, `describe(…)`, `it.each(…)(…)`, but nothing that is skipped. */
const isSpec = (callee: ts.Expression): boolean => {
  if (ts.isIdentifier(callee)) return ['it', 'test', 'describe'].includes(callee.text);
  if (ts.isPropertyAccessExpression(callee))
    return !['skip', 'todo', 'failing'].includes(callee.name.text) && isSpec(callee.expression);
  return ts.isCallExpression(callee) && isSpec(callee.expression);
};

const numbersOf = (title: string): readonly string[] => {
  const words = title.split(' ');
  const end = words.findIndex((word) => !isNumber(word));
  return words.slice(0, end === -1 ? words.length : end);
};

const plainly = (title: string): string => title.split(' ').slice(numbersOf(title).length).join(' ');

/** What is wrong between rules and specs, one sentence each. */
export const faultsOf = ({ rules, due, ceilings }: RuleBook, proofs: readonly Proof[]): readonly string[] => {
  const known = new Set(rules.map(({ number }) => number));
  const proved = new Set(proofs.map(({ rule }) => rule));
  const later = new Set(due.map(({ rule }) => rule));
  const twice = rules.filter(({ number }, at) => rules.findIndex((other) => other.number === number) !== at);
  return [
    ...twice.map(({ number }) => `${number} stands twice`),
    ...rules
      .filter(({ says, who }) => says.length < 10 || who.length < 3)
      .map(({ number }) => `${number} does not say what, or who and when`),
    ...[...known]
      .filter((rule) => !proved.has(rule) && !later.has(rule))
      .map((rule) => `${rule} has no spec`),
    ...[...later]
      .filter((rule) => proved.has(rule))
      .map((rule) => `${rule} has a spec and is still due later`),
    ...[...later].filter((rule) => !known.has(rule)).map((rule) => `${rule} is due later and is no rule`),
    ...proofs
      .filter(({ rule }) => !known.has(rule))
      .map(({ rule, file, spec }) => `${rule} is no rule, but named in ${file}: ${spec}`),
    ...grown(due, ceilings),
  ];
};

/** Each issue's ceilings only fall, and the last one holds. */
const grown = (due: RuleBook['due'], ceilings: RuleBook['ceilings']): readonly string[] => {
  const issues = new Set([...due, ...ceilings].map(({ issue }) => issue));
  return [...issues].flatMap((issue) => {
    const bounds = ceilings.filter((ceiling) => ceiling.issue === issue);
    const isFalling = bounds.every(({ on, atMost }, at) => {
      const before = bounds[at - 1];
      return before === undefined || (on >= before.on && atMost < before.atMost);
    });
    const stands = due.filter((one) => one.issue === issue).length;
    const allowed = bounds.at(-1)?.atMost ?? 0;
    return [
      ...(isFalling ? [] : [`the ceilings of issue ${issue} do not fall`]),
      ...(stands <= allowed ? [] : [`${stands} rules of issue ${issue} are due later; ${allowed} may be`]),
    ];
  });
};
