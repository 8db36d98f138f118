import type { ValidationReason } from '@rectify/contracts';

/**
 * `asvs`: length and no common words, never composition or rotation (OWASP ASVS 5, 6.2). `mlps3`: what assessors of
 * 等级保护三级 ask for – three of four kinds of characters, and a new one every 90 days. Both cannot hold at once.
 */
export const passwordPolicies = ['asvs', 'mlps3'] as const;
export type PasswordPolicy = (typeof passwordPolicies)[number];

export const MLPS3_DAYS = 90;

/** What guessers try first; the shorter parts are looked for with digits and signs around them. */
const COMMON = [
  ...['password', 'passw0rd', 'admin', 'administrator', 'welcome', 'letmein', 'iloveyou', 'qwerty', 'asdfgh'],
  ...['zxcvbn', 'abc', 'abcd', 'root', 'test', 'user', 'guest', 'login', 'monkey', 'dragon', 'football'],
  ...[
    'sunshine',
    'princess',
    'master',
    'changeme',
    'secret',
    'rectify',
    'zhenggai',
    'mima',
    'woaini',
    'aini',
  ],
  ...[
    'qaz',
    'qazwsx',
    'wsx',
    'qq',
    'taobao',
    'baidu',
    'zhongguo',
    'beijing',
    'caonima',
    '5201314',
    'a',
    'aa',
  ],
];

const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv',
];
const backwards = (text: string): string => [...text].reverse().join('');
const runs = [...ROWS, ...ROWS.map(backwards)];

/** One character, or one short piece, over and over. */
const repeats = (text: string): boolean => /^(.{1,4})\1+.{0,3}$/u.test(text);
/** A row of the keyboard, or of the alphabet, from end to end. */
const isRun = (text: string): boolean => runs.some((row) => `${row}${row}`.includes(text));
/** Nothing but digits is a date, a telephone or an identity number, or a piece of one. */
const isNumber = (text: string): boolean => /^\d{1,18}$/.test(text);

const core = (text: string): string => text.replace(/^[\d\p{P}\p{S}\s]+|[\d\p{P}\p{S}\s]+$/gu, '');

const isCommon = (password: string, account: string): boolean => {
  const text = password.toLowerCase();
  return (
    repeats(text) ||
    isRun(text) ||
    isNumber(text) ||
    (COMMON.includes(core(text)) && text.length < 15) ||
    (text.includes(account) && text.length < account.length + 8)
  );
};

const KINDS = [/[A-Z]/, /[a-z]/, /\d/, /[^A-Za-z\d]/];

/** What is wrong with a new password; null where nothing is. Its length is bounded by the schema. */
export const passwordFault = (
  policy: PasswordPolicy,
  password: string,
  account: string,
): ValidationReason | null => {
  if (isCommon(password, account)) return 'tooCommon';
  if (policy === 'mlps3' && KINDS.filter((kind) => kind.test(password)).length < 3) return 'tooSimple';
  return null;
};

/** Whether a password of this age has to be changed before anything else. */
export const isExpired = (policy: PasswordPolicy, ageDays: number): boolean =>
  policy === 'mlps3' && ageDays > MLPS3_DAYS;
