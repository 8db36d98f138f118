/** R3.14 照搬照抄: a measure that stands word for word in another plan. A hint to whoever reads both; it refuses nothing and counts nobody. */
import { hashOfText } from '../kernel/hash';

/** Signs that a text has at least to be looked at: “按期完成” stands in every plan. */
export const SHORTEST_ALIKE = 16;

/** What is said, without how it is set: widths, capitals, spaces and punctuation are not a text of one's own. */
const saidIn = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** The same for every two texts that say the same, and nothing of what they say; null where the text is too short to tell. */
export const markOf = (text: string): string | null => {
  const said = saidIn(text);
  return [...said].length < SHORTEST_ALIKE ? null : hashOfText(said);
};
