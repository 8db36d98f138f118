import { checkAddress, checkSearch, digitsOf } from '../../../shared/ledger/check-address';
import { ledgerHash } from '../../../shared/ledger/ledger-hash';
import { aProblem } from '../../../shared/ledger/ledger.examples';
import { cssString, pageStyle } from './page-style';
import { paperColumns } from './paper-columns';

describe('paper', () => {
  it('has ten columns on A4 and eighteen on A3, each once', () => {
    expect(paperColumns.A4).toHaveLength(10);
    expect(paperColumns.A3).toHaveLength(18);
    expect(new Set(paperColumns.A3).size).toBe(18);
  });

  it('writes whatever a name holds as a string of CSS and nothing else', () => {
    expect(cssString('\u738b 1')).toBe('"\u738b 1"');
    expect(cssString('"; } </style>\\')).toBe('"\\22 \\3b  \\7d  \\3c \\2f style\\3e \\5c "');
  });

  it('says size, direction and number of the page', () => {
    const style = pageStyle('A3', true, { number: ['p ', ' of ', ''], left: 'l', right: 'r' });
    expect(style).toContain('size: A3 landscape');
    expect(style).toContain('content: "p " counter(page) " of " counter(pages) ""');
  });
});

describe('the check code', () => {
  const problems = [
    aProblem({ number: 1, dueOn: '2026-07-03' }),
    aProblem({ number: null, status: 'reported' }),
  ];
  const printed = { code: 'PDH-2026-B01', version: 40, problems };
  const hash = ledgerHash(printed);

  it('is the same for everybody who reads the records, whatever words are masked for them', () => {
    const masked = problems.map((problem) => ({ ...problem, masked: true, detail: '', waitsFor: [] }));
    expect(ledgerHash({ ...printed, problems: masked })).toBe(hash);
    expect(ledgerHash({ ...printed, problems: problems.slice(0, 1) })).toBe(hash);
  });

  it('is another where a date, a status, a title or the campaign is another', () => {
    const [first] = problems;
    if (!first) throw new Error('a problem');
    const others = [
      { ...printed, version: 41 },
      { ...printed, code: 'PDH-2026-B02' },
      { ...printed, problems: [{ ...first, dueOn: '2026-07-04' }] },
      { ...printed, problems: [{ ...first, status: 'issued' as const }] },
      { ...printed, problems: [{ ...first, title: 'another' }] },
      { ...printed, problems: [] },
    ].map(ledgerHash);
    expect(new Set([hash, ...others]).size).toBe(7);
  });

  it('goes through the address whole or not at all', () => {
    const check = { code: 'PDH-2026-B01', asOf: '2026-06-30', version: 40, hash };
    const read = Object.fromEntries(new URL(checkAddress(check), 'http://x').searchParams);
    expect(checkSearch(read)).toEqual({ ...check, hash: `x${hash}` });
    expect(checkSearch(checkSearch(read) as Record<string, unknown>)).toEqual(checkSearch(read));
    expect(digitsOf(`x${hash}`)).toBe(hash);
    expect(read['hash']).toBe(`x${hash}`);
    for (const broken of [{ hash: 'short!' }, { asOf: '2026-06-31' }, { version: 'x' }, { code: '../x' }])
      expect(checkSearch({ ...read, ...broken })).toEqual({});
  });
});
