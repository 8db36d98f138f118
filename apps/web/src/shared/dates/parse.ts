import { addDays, isCivilDate, type CivilDate } from '@rectify/domain';

const FULL = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const WITHOUT_YEAR = /^(\d{1,2})[-/.月](\d{1,2})日?$/;
const AHEAD = /^\+?(\d{1,3})\s*(?:天|天后|日后|d|days?)?$/i;

const padded = (value: string): string => value.padStart(2, '0');

/** Full-width digits and signs as the half-width ones. */
const plain = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\s+/g, '');

/**
 * A day as people write it: 2026-7-31, 20260731, 2026年7月31日, 7.31 (the next such day), or +10 (days from today). Null
 * where it is none.
 */
export const parseDay = (text: string, today: CivilDate): CivilDate | null => {
  const typed = plain(text);
  const whole = FULL.exec(typed) ?? COMPACT.exec(typed);
  if (whole) return valid(`${whole[1]}-${padded(whole[2] ?? '')}-${padded(whole[3] ?? '')}`);
  const short = WITHOUT_YEAR.exec(typed);
  if (short) {
    const year = Number(today.slice(0, 4));
    const [thisYear, nextYear] = [year, year + 1].map((each) =>
      valid(`${each}-${padded(short[1] ?? '')}-${padded(short[2] ?? '')}`),
    );
    return thisYear && thisYear >= today ? thisYear : (nextYear ?? null);
  }
  const ahead = AHEAD.exec(typed);
  return ahead ? addDays(today, Number(ahead[1])) : null;
};

const valid = (date: string): CivilDate | null => (isCivilDate(date) ? date : null);
