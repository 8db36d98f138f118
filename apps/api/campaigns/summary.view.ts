import type { SummaryView } from '@rectify/contracts';
import {
  forcedStages,
  lookBackResult,
  mayRead,
  rulesInForce,
  summary,
  type Campaign,
  type CivilDate,
  type ShownCount,
} from '@rectify/domain';
import { text } from '@rectify/i18n';
import type { Seen } from '../access/campaign-access';
import type { Shows } from './shown-counts';

const proved = (ids: readonly string[], areShown: boolean, count: ShownCount) => ({
  count,
  ids: areShown ? [...ids] : [],
});

const inBoth = (sentence: string, counts: Readonly<Record<string, ShownCount>>) => {
  const said = Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [name, count === 'withheld' ? '*' : count]),
  );
  return { zh: text('zh-CN', sentence, said), en: text('en', sentence, said) };
};

/** The result sentence and the rows that prove each of its numbers; ids only for readers of the records. */
export const summaryView = (
  { standing, access, scope }: Seen,
  shows: Shows,
  asOf: CivilDate | null,
): SummaryView => {
  const { campaign } = standing;
  const areShown = access === 'records';
  const areReasonsShown = mayRead('F1', scope, { unit: campaign.unitId });
  const { problems, measures, closed, sustained } = summary(campaign);
  const rules = rulesInForce(campaign).map(({ number }) => number);
  const counts = {
    problems: shows.summed('included', problems.length),
    measures: shows.summed('measures', measures.length),
    completed: shows.summed('closed', closed.length),
    sustained: shows.single(sustained.length),
  };
  return {
    sentence: inBoth('summary.sentence', counts),
    problems: proved(problems, areShown, counts.problems),
    measures: proved(measures, areShown, counts.measures),
    completed: proved(closed, areShown, counts.completed),
    sustained: proved(sustained, areShown, counts.sustained),
    lookBack: lookBackView(campaign, areShown, shows),
    forced: forcedStages(campaign).map((each) => ({ ...each, reason: areReasonsShown ? each.reason : '' })),
    rulesMade: { count: shows.single(rules.length), numbers: areShown ? rules : [] },
    asOf,
  };
};

/** How many were looked at and how many relapsed, in one sentence; the rate is of what was judged so far. */
const lookBackView = (campaign: Campaign, areShown: boolean, shows: Shows): SummaryView['lookBack'] => {
  const found = lookBackResult(campaign);
  if (found.drawn.length === 0) return null;
  const counts = {
    drawn: shows.single(found.drawn.length),
    judged: shows.summed('judged', found.judged.length),
    relapsed: shows.summed('relapsed', found.relapsed.length),
  };
  return {
    sentence: inBoth('lookBack.sentence', { ...counts, percent: rate(counts.relapsed, counts.judged) }),
    drawn: proved(found.drawn, areShown, counts.drawn),
    judged: proved(found.judged, areShown, counts.judged),
    relapsed: proved(found.relapsed, areShown, counts.relapsed),
  };
};

/** In percent; a rate of what is not told would tell it. */
const rate = (some: ShownCount, all: ShownCount): ShownCount => {
  if (typeof some !== 'number' || typeof all !== 'number') return 'withheld';
  return all === 0 ? 0 : Math.round((some * 100) / all);
};
