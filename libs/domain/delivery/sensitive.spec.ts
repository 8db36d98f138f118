import { isSensitive } from './sensitive';

describe('R5.14 a notice travels as a title and a link only', () => {
  it.each([
    ['triageProblem', { type: 'problem', id: 'p' }, true],
    ['answerCheckItem', { type: 'aspect', id: 'B1-clue' }, true],
    ['answerCheckItem', { type: 'aspect', id: 'B1' }, false],
    ['signOffProblem', { type: 'problem', id: 'p' }, false],
  ] as const)('%s of %p: %p', (kind, subject, sensitive) => {
    expect(isSensitive({ kind, subject })).toBe(sensitive);
  });
});
