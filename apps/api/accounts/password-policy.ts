import type { ValidationReason } from '@rectify/contracts';
import { dictionary } from '@zxcvbn-ts/language-common';

/**
 * `asvs`: length and no common words, never composition or rotation (OWASP ASVS 5, 6.2). `mlps3`: what assessors of
 * 等级保护三级 ask for – three of four kinds of characters, a new one every 90 days, and none of the last five. Both cannot hold at once.
 */
export const passwordPolicies = ['asvs', 'mlps3'] as const;
export type PasswordPolicy = (typeof passwordPolicies)[number];

export const MLPS3_DAYS = 90;
/** How many passwords before the present one may not come again, by policy. */
export const remembered: Readonly<Record<PasswordPolicy, number>> = { asvs: 0, mlps3: 5 };

/** The commonest passwords there are, in small letters (zxcvbn-ts, MIT): 49,233, of which 17,950 would be long enough. */
const COMMON: ReadonlySet<string> = new Set(dictionary['passwords-common']);

/** Words of the product and the place, and pieces that the list lacks: with digits and signs around them they are as common. */
const CONTEXT: readonly string[] = [
  ...['rectify', 'zhenggai', 'zhengzhi', 'dangwei', 'zhibu', 'shuji', 'jiwei', 'mima', 'guanliyuan'],
  ...['woaini', 'aini', 'zhongguo', 'beijing', 'taobao', 'baidu', 'caonima', 'login', 'changeme'],
  ...['abc', 'abcd', 'qaz', 'wsx', 'qq', 'a', 'aa'],
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

const isWord = (text: string): boolean => COMMON.has(text) || CONTEXT.includes(text);

const isCommon = (password: string, account: string): boolean => {
  const text = password.toLowerCase();
  return (
    repeats(text) ||
    isRun(text) ||
    isNumber(text) ||
    COMMON.has(text) ||
    (isWord(core(text)) && text.length < 15) ||
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
