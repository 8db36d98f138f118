import { isCivilDate, type CivilDate } from '@rectify/domain';

/** What stands in the address that a printed code leads to. */
export interface Check {
  readonly code: string;
  readonly asOf: CivilDate;
  readonly version: number;
  readonly hash: string;
}

/** Before the digits, so that no reader of addresses takes them for a number. */
const SIGN = 'x';

export const checkAddress = ({ code, asOf, version, hash }: Check): string =>
  `/audit/verify?code=${code}&asOf=${asOf}&version=${version}&hash=${SIGN}${hash}`;

const CODE = /^[A-Za-z0-9-]{1,64}$/;
const HASH = /^x[0-9a-f]{16}$/;

/** The digits of a hash as its address has it. */
export const digitsOf = (hash: string): string => hash.replace(SIGN, '');

/** Whole, or nothing: half of it checks nothing. What the router writes back is the same again. */
export const checkSearch = (search: Readonly<Record<string, unknown>>): Check | Record<never, never> => {
  const code = String(search['code'] ?? '');
  const asOf = String(search['asOf'] ?? '');
  const hash = String(search['hash'] ?? '');
  const version = Number(search['version']);
  const isWhole = CODE.test(code) && isCivilDate(asOf) && HASH.test(hash) && Number.isSafeInteger(version);
  return isWhole ? { code, asOf, version, hash } : {};
};
