import type { Campaign } from './campaign.state';
import { isOvertaken, letterDecider } from './letters';
import { act, owe, type Owed } from './owe';

/** A draft waits for a decision as long as what it is about is late: done, handed over or re-dated disarms it. */
export const owedForLetters = (campaign: Campaign, others: readonly (readonly Owed[])[]): readonly Owed[] => {
  const open = campaign.letters.filter(({ decided }) => decided === null);
  if (open.length === 0) return [];
  const standing = new Map(others.flat().map((owed) => [owed.key, owed]));
  return open.flatMap((letter) => {
    const late = standing.get(letter.key);
    if (!late || isOvertaken(campaign, letter, true)) return [];
    const { problemId } = letter;
    const subject = { type: 'letter' as const, id: String(letter.letter) };
    return [
      owe(campaign, 'decideLetter', problemId === null ? subject : { ...subject, problemId }, {
        round: 1,
        holder: letterDecider(late.holder),
        from: letter.draftedOn,
        action: act('IssueLetter', { letter: letter.letter }),
        alternatives: [act('DropLetter', { letter: letter.letter })],
      }),
    ];
  });
};
