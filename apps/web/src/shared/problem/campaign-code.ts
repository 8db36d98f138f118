/** A problem's number is its campaign's code and three digits. */
export const campaignCodeOf = (code: string): string => code.replace(/-\d+$/, '');
