import { allItems } from '../campaign.state';
import { stageOf } from '../stages';
import { every, type Check } from './self-check';

/** D-5: every item answered for good and signed for; silence is never zero. */
export const coverage: Check = ({ campaign, today }) => {
  const { answers, screening } = campaign;
  const isThereTime = today <= stageOf(campaign, 'screening').endOn;
  const rows = [
    ...allItems(campaign).map(({ code }) => ({
      id: code,
      isDone: Object.hasOwn(answers, code) && answers[code]?.answer !== 'toCheck',
    })),
    { id: 'screening', isDone: screening !== null },
  ];
  return every(rows, { id: ({ id }) => id, isGood: ({ isDone }) => isDone, isThereTime, none: 'notInPlan' });
};

/** D-6: every report was triaged, with a reason. */
export const triage: Check = ({ campaign, today }) => {
  const reported = Object.values(campaign.problems);
  return every(reported, {
    id: ({ id }) => id,
    isGood: ({ status, triage: decided }) => status !== 'reported' && Boolean(decided?.reason.trim()),
    isThereTime: today <= stageOf(campaign, 'screening').endOn,
    none: 'nothingArose',
  });
};

/** D-20: an item about clues holds its answer and nothing else: no problem, hence no text, ever came of one. */
export const discretion: Check = ({ campaign }) => {
  const clues = allItems(campaign).filter(({ clue }) => clue);
  const told = new Set(Object.values(campaign.problems).map(({ item }) => item));
  return every(clues, {
    id: ({ code }) => code,
    isGood: ({ code }) => !told.has(code),
    isThereTime: false,
    none: 'notInPlan',
  });
};
