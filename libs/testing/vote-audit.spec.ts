import { describe, expect, it } from '@jest/globals';
import type { CampaignWorld } from './campaign-world';
import { whenOwed } from './campaign-scenes';
import { voteBreaches } from './vote-audit';

const confirmed = whenOwed('issueProblem');
const with_ = (change: (entry: CampaignWorld['log'][number]) => CampaignWorld['log']): CampaignWorld => ({
  ...confirmed,
  log: confirmed.log.flatMap(change),
});
const votesOf = ({ log }: CampaignWorld) => log.filter(({ event }) => event.type === 'VoteCast');

describe('the audit of votes', () => {
  it('R4.5 finds nothing where a list was confirmed by enough votes', () => {
    expect(votesOf(confirmed).length).toBeGreaterThan(2);
    expect(voteBreaches(confirmed)).toEqual([]);
  });

  it('R4.5 finds a list confirmed with a vote too few', () => {
    const last = votesOf(confirmed).at(-1);
    expect(voteBreaches(with_((entry) => (entry === last ? [] : [entry])))).toHaveLength(1);
  });

  it('R4.5 finds abstentions counted as votes for it', () => {
    const last = votesOf(confirmed).slice(-2);
    const abstained = with_((entry) =>
      last.includes(entry) && entry.event.type === 'VoteCast'
        ? [{ ...entry, event: { ...entry.event, data: { ...entry.event.data, vote: 'abstain' } } }]
        : [entry],
    );
    expect(voteBreaches(abstained)).toHaveLength(1);
  });

  it('R4.6 finds one person who voted on two seats', () => {
    const [first] = votesOf(confirmed);
    const twice = with_((entry) =>
      entry.event.type === 'VoteCast' && first ? [{ ...entry, actor: first.actor }] : [entry],
    );
    expect(voteBreaches(twice)).toContain('one person, two votes');
  });

  it('R4.8 finds a list confirmed that is another than was voted on', () => {
    const other = with_((entry) =>
      entry.event.type === 'VoteOpened'
        ? [{ ...entry, event: { ...entry.event, data: { ...entry.event.data, basisHash: 'other' } } }]
        : [entry],
    );
    expect(voteBreaches(other)).toEqual(['ProblemListConfirmed without a vote on it']);
  });

  it('R4.5 finds a vote that failed while it could still pass', () => {
    const failed = with_((entry) => {
      if (entry.event.type !== 'ProblemListConfirmed') return [entry];
      const { on, basisHash } = entry.event.data;
      const count = { for: 0, against: 0, abstain: 0, eligible: 5 };
      return [{ ...entry, event: { type: 'VoteFailed', data: { ...count, basisHash, on } } }];
    });
    expect(voteBreaches(failed)).toHaveLength(1);
  });
});
