/** Text as a person typed it (security.md §6): lengths count code points; what cannot be seen is not accepted. */

/** Controls, lone surrogates, format characters (zero width, bidi) and line separators. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Whether `text` is one visible line of `min`…`max` code points that is not all blank. */
export const isLine = (text: unknown, max: number, min = 1): text is string => {
  if (typeof text !== 'string' || text.length > 2 * max || UNSEEN.test(text)) return false;
  const length = [...text].length;
  return length >= min && length <= max && (min === 0 || text.trim() !== '');
};
