import type { SummaryView } from '@rectify/contracts';
import { forcedStages, rulesInForce, summary, type Campaign, type CivilDate } from '@rectify/domain';
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
    forced: forcedStages(campaign).map((each) => ({ ...each, reason: areShown ? each.reason : '' })),
    rulesMade: { count: rules.length, numbers: areShown ? rules : [] },
    asOf,
  };
};
