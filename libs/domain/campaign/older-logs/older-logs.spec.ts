/** Logs of whole campaigns as earlier versions of the program wrote them: what is recorded folds for ever. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fold, type Recorded } from '../../kernel/kernel';
import { campaignDecider } from '../campaign.decider';
import type { CampaignEvent } from '../campaign.events';
import { obligations } from '../obligations';
import { summary } from '../summary';

type Line = Recorded & { readonly event: CampaignEvent };

const logOf = (name: string): readonly Line[] =>
  readFileSync(path.join(__dirname, `${name}.ndjson`), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

/** What each says that later events say otherwise, so that the log is of the schema it is named for. */
const written = [
  { name: 'plain', says: 'CampaignLaunched 1: five stages, without openings and exits; reports in clear' },
  { name: 'eight-stages', says: 'CampaignLaunched 2: all stages as data; the secretary confirms the list' },
  { name: 'voted', says: 'CampaignLaunched 2: the list is voted on; reports are sealed' },
] as const;

describe('a log of an earlier version', () => {
  it.each(written)('$name folds to the campaign it was ($says)', ({ name }) => {
    const log = logOf(name);
    const campaign = fold(campaignDecider, log);
    expect(campaign.status).toBe('signedOff');
    expect(Object.values(summary(campaign)).map((ids) => ids.length)).toEqual([3, 3, 3, 0]);
    expect(campaign.stages.every(({ closed }) => closed?.how === 'approved')).toBe(true);
    const closed = log.flatMap(({ event }) => (event.type === 'ProblemClosed' ? [event.data] : []));
    for (const { problemId, on } of closed)
      expect(campaign.problems[problemId]).toMatchObject({ status: 'closed', closed: { on } });
    expect(obligations(campaign)).toEqual([]);
  });
});
