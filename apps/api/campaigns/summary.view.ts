import type { SummaryView } from '@rectify/contracts';
import {
  forcedStages,
  lookBackResult,
  rulesInForce,
  summary,
  type Campaign,
  type CivilDate,
} from '@rectify/domain';
import { text } from '@rectify/i18n';

const proved = (ids: readonly string[], areShown: boolean) => ({
  count: ids.length,
  ids: areShown ? [...ids] : [],
});

/** The result sentence and the rows that prove each of its numbers; ids only for readers of the records. */
export const summaryView = (campaign: Campaign, areShown: boolean, asOf: CivilDate | null): SummaryView => {
  const { problems, measures, closed, sustained } = summary(campaign);
  const rules = rulesInForce(campaign).map(({ number }) => number);
  const counts = {
    problems: problems.length,
    measures: measures.length,
    completed: closed.length,
    sustained: sustained.length,
  };
  return {
    sentence: { zh: text('zh-CN', 'summary.sentence', counts), en: text('en', 'summary.sentence', counts) },
    problems: proved(problems, areShown),
    measures: proved(measures, areShown),
    completed: proved(closed, areShown),
    sustained: proved(sustained, areShown),
    lookBack: lookBackView(campaign, areShown),
    forced: forcedStages(campaign).map((each) => ({ ...each, reason: areShown ? each.reason : '' })),
    rulesMade: { count: rules.length, numbers: areShown ? rules : [] },
    asOf,
  };
};

/** How many were looked at and how many relapsed, in one sentence; the rate is of what was judged so far. */
const lookBackView = (campaign: Campaign, areShown: boolean): SummaryView['lookBack'] => {
  const { drawn, judged, relapsed } = lookBackResult(campaign);
  if (drawn.length === 0) return null;
  const percent = judged.length === 0 ? 0 : Math.round((relapsed.length * 100) / judged.length);
  const counts = { drawn: drawn.length, judged: judged.length, relapsed: relapsed.length, percent };
  return {
    sentence: { zh: text('zh-CN', 'lookBack.sentence', counts), en: text('en', 'lookBack.sentence', counts) },
    drawn: proved(drawn, areShown),
    judged: proved(judged, areShown),
    relapsed: proved(relapsed, areShown),
  };
};
