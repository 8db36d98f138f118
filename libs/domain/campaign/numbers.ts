import type { Campaign } from './campaign.state';

/** 一件一号: the next permanent number with its code, `after` so many more in the same command. No number is used again. */
export const nextCode = (
  { code, lastNumber }: Pick<Campaign, 'code' | 'lastNumber'>,
  after = 0,
): { readonly number: number; readonly code: string } => {
  const number = lastNumber + 1 + after;
  return { number, code: `${code}-${String(number).padStart(3, '0')}` };
};
