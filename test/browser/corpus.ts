import type { Client } from '../harness/client';

/** What runs where a page takes text for markup, for an address, for a template or for its own words. Each fits into every field. */
export const CORPUS: readonly string[] = [
  `<script>ran(1)</script>`,
  `<img src=x onerror=ran(2)>`,
  `<svg onload=ran(3)>`,
  `"><svg/onload=ran(4)>`,
  `javascript:ran(5)`,
  `<a href="javascript:ran(6)">甲</a>`,
  `{{constructor.constructor('ran(7)')()}}`,
  '${ran(8)}<%=ran(8)%>',
  `' onfocus=ran(9) autofocus='`,
  `</textarea><script>ran(10)</script>`,
  `<iframe srcdoc="<script>ran(11)</script>">`,
  `]]><style>*{display:none}</style>`,
  `&lt;img src=x onerror=ran(13)&gt;`,
  `שלום مرحبا <b onclick=ran(14)>`,
  `=HYPERLINK("javascript:ran(15)")`,
];

/** What the eye cannot see turns the meaning of what it can: no field takes it. */
export const UNSEEN: readonly string[] = [
  '甲\u202e乙',
  '甲\u200b乙',
  '甲\u2066乙',
  '甲\ufeff乙',
  '甲\u0000乙',
];

const HAN = /\p{Script=Han}/u;
/** Fields of several lines get it a hundred times over: very long, and without a place to break. */
const LONG_FIELDS = ['rootCause', 'target', 'result', 'detail', 'missing', 'progress'];
const TIMES = 40;

export interface Typing {
  /** The same person, in whose every written word a piece of the corpus stands instead. */
  readonly of: (client: Client) => Client;
  /** The names of the fields that got one, each once. */
  readonly fields: () => readonly string[];
}

/** Whatever a person would write is Chinese: each such text becomes the next piece of the corpus. */
export const typingCorpus = (): Typing => {
  const fields = new Set<string>();
  let next = 0;
  const piece = (): string => CORPUS[next++ % CORPUS.length] ?? '';
  const typed = (value: unknown, field: string): unknown => {
    if (Array.isArray(value)) return value.map((each) => typed(each, field));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, typed(each, key)]));
    if (typeof value !== 'string' || !HAN.test(value)) return value;
    fields.add(field);
    return LONG_FIELDS.includes(field) ? piece().repeat(TIMES) : piece();
  };
  return {
    of: (client) => ({
      ...client,
      command: (at, body, key) => client.command(at, typed(body, ''), key),
    }),
    fields: () => [...fields].sort(),
  };
};
