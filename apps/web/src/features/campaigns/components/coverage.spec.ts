import { coverageOf } from './coverage';

type Aspects = Parameters<typeof coverageOf>[0];

const aspect = (code: string, answers: readonly Aspects[number]['items'][number]['answer'][]) => ({
  ...{ code, name: code },
  items: answers.map((answer, index) => ({
    code: `${code}-${index}`,
    text: '',
    fix: '',
    clue: false,
    answer,
  })),
});

it('the coverage of a screening adds up: concluded, to check and not answered are all that was asked', () => {
  const { bars, all, counts } = coverageOf([
    aspect('B2', ['noProblem', 'toCheck', null]),
    aspect('B1', ['problem', 'notApplicable', 'handedOver']),
  ]);
  expect(bars.map(({ code, all: of, counts: parts }) => [code, of, parts])).toEqual([
    ['B2', 3, { concluded: 1, toCheck: 1, unanswered: 1 }],
    ['B1', 3, { concluded: 3, toCheck: 0, unanswered: 0 }],
  ]);
  expect({ all, counts }).toEqual({ all: 6, counts: { concluded: 4, toCheck: 1, unanswered: 1 } });
});
