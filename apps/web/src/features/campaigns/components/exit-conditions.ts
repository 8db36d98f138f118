import type { Campaign, Problem } from '../../../shared/api/types';
import type { Say } from '../../../shared/i18n/use-text';
import { isLive } from '../../../shared/problem/live';
import { coverageOf } from './coverage';

/** One condition for a stage to end: how many of how many are so. */
export interface Condition {
  readonly text: string;
  readonly isMet: boolean;
}

const PLANNED = ['rectifying', 'claimed', 'reviewed', 'accepted', 'noticed', 'closed', 'sustained'];
const CLAIMED = ['claimed', 'reviewed', 'accepted', 'noticed', 'closed'];

/**
 * What the current stage still waits for before its chain may sign, as figures of what the page shows anyway. Whether it
 * may in fact be signed is the domain's to say, and stands in the obligations.
 */
export const exitConditions = (campaign: Campaign, problems: readonly Problem[], t: Say): Condition[] => {
  const listed = problems.filter(isLive);
  const among = (key: Parameters<Say>[0], done: number, of: number): Condition => ({
    text: t(key, { done, of }),
    isMet: done === of,
  });
  const withStatus = (statuses: readonly string[]) =>
    listed.filter(({ status }) => statuses.includes(status)).length;
  // 长期坚持 has no end, and none waits for it.
  const sustained = withStatus(['sustained']);
  const butSustained = (key: Parameters<Say>[0], done: number): Condition => ({
    text: `${t(key, { done, of: listed.length })}${sustained > 0 ? t('exit.sustained', { count: sustained }) : ''}`,
    isMet: done + sustained === listed.length,
  });
  switch (campaign.stage) {
    case 'screening': {
      const { all, counts } = coverageOf(campaign.aspects);
      const triaged = problems.filter(({ status }) => status !== 'reported').length;
      return [
        among('exit.answered', counts.concluded, all),
        ...(problems.length > 0 ? [among('exit.triaged', triaged, problems.length)] : []),
      ];
    }
    case 'problemList':
      return [among('exit.issued', listed.filter(({ fixType }) => fixType !== null).length, listed.length)];
    case 'measures':
      return [among('exit.planned', withStatus(PLANNED), listed.length)];
    case 'deadlines':
      return [butSustained('exit.claimed', withStatus(CLAIMED))];
    case 'signOff':
      return [butSustained('exit.closed', withStatus(['closed']))];
    case 'lookBack': {
      const drawn = listed.filter(({ lookBack }) => lookBack.sampled);
      const judged = drawn.filter(({ lookBack }) => lookBack.verdicts.length > 0).length;
      return drawn.length === 0 ? [] : [among('exit.judged', judged, drawn.length)];
    }
    case 'mobilisation':
    case 'summary':
    case 'over':
      return [];
  }
};
