/** One language's texts, flat: `area.name` → text with `{{param}}` places. */
export type Texts = { readonly [key: string]: string };

export type TextParams = { readonly [name: string]: string | number };

/**
 * Fills a text's places. A key with `_one` beside it is the singular, taken where `count` is 1: pages, answers and
 * mails are filled by this one function. An unknown key answers itself, a missing param an empty place: a text never fails a request.
 */
export const fill = (texts: Texts, key: string, params: TextParams = {}): string => {
  const form = params['count'] === 1 ? (texts[`${key}_one`] ?? texts[key]) : texts[key];
  return (form ?? key).replace(/\{\{(\w+)\}\}/g, (_place, name: string) => String(params[name] ?? ''));
};
