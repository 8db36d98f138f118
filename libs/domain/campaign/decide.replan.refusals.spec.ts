import { at, inCampaign, launched, ordinary, people, send, whenOwed } from '@rectify/testing';
import { TEMPLATE_LIMITS } from '../template/template.limits';
import type { CampaignCommand, CommandData } from './campaign.commands';

type Parts = Omit<CommandData<'ReplanCampaign'>, 'reason'>;
type Chain = NonNullable<Parts['chains']>[number]['approvals'];
const replanning = (parts: Parts): CampaignCommand => ({
  type: 'ReplanCampaign',
  data: { ...parts, reason: '按全区通知调整' },
});
const begun = at(launched(), '2026-03-10T02:00:00.000Z');
const by = (parts: Parts, world = begun) => inCampaign(world).when(people.secretary, replanning(parts));
const chained = (approvals: Chain, stage: 'screening' | 'signOff' = 'screening'): Parts => ({
  chains: [{ stage, approvals }],
});
const days = (n: number) => ({ n, unit: 'calendarDay' as const });
const rungs = [{ rung: 'T', at: 0, do: 'remind', to: ['holder'] }] as const;
const planOf = (kind: string) => begun.campaign.plan.stages.find((stage) => stage.kind === kind);

describe('a chain that is changed', () => {
  it('R4.23 stands beside the one of its own stage, and one that says the same changes nothing', () => {
    const from = planOf('signOff')?.approvals ?? [];
    const to = [['organisationMember'], ['secretary']] as const;
    expect(from).not.toEqual([]);
    by(chained(to, 'signOff')).then({
      type: 'CampaignReplanned',
      data: { chains: [{ stage: 'signOff', from, to }], limits: [], ladders: [] },
    });
    by({ ...chained(from, 'signOff'), limits: [{ kind: 'submitPlan', limit: days(8) }] }).then({
      type: 'CampaignReplanned',
      data: { chains: [], limits: [{ kind: 'submitPlan' }] },
    });
    by(chained(from, 'signOff')).thenRefused('NOTHING_CHANGES');
  });

  it('has as many steps as a template may have, and no more', () => {
    const steps = (length: number): Chain => Array.from({ length }, () => ['organisationMember' as const]);
    by(chained(steps(TEMPLATE_LIMITS.approvalSteps))).then({ type: 'CampaignReplanned' });
    by(chained(steps(TEMPLATE_LIMITS.approvalSteps + 1))).thenRefused('INVALID', {
      field: 'chains[0].approvals',
    });
  });

  it('keeps somebody beside the secretary where there was somebody', () => {
    expect(planOf('screening')?.approvals.some((step) => !step.includes('secretary'))).toBe(true);
    by(chained([['secretary']])).thenRefused('SEPARATION_OF_DUTIES', { field: 'chains[0].approvals' });
    by(chained([['organisationMember', 'secretary'], ['secretary']])).thenRefused('SEPARATION_OF_DUTIES');
    by(chained([['member'], ['secretary']])).then({ type: 'CampaignReplanned' });
  });

  it('keeps a step of the unit above that nobody of the unit can take instead', () => {
    const above: Chain = [['disciplineMember'], ['secretary'], ['supervisor@parent', 'secretary@parent']];
    const watched = send(begun, people.secretary, replanning(chained(above, 'signOff')));
    const refused = (to: Chain) =>
      by(chained(to, 'signOff'), watched).thenRefused('SEPARATION_OF_DUTIES', {
        field: 'chains[0].approvals',
      });
    refused([['disciplineMember'], ['secretary']]);
    refused([['disciplineMember'], ['secretary'], ['supervisor@parent', 'organisationMember']]);
    by(chained([['organisationMember'], ['secretary'], ['secretary@parent']], 'signOff'), watched).then({
      type: 'CampaignReplanned',
    });
  });

  it('is no more that of a closed stage, which says since when', () => {
    const listing = whenOwed('confirmProblemList', ordinary);
    const on = listing.campaign.stages.find(({ kind }) => kind === 'screening')?.closed?.on ?? '';
    by(chained([['member'], ['secretary']]), listing).thenRefused('ALREADY_DECIDED', { params: { on } });
  });
});

describe('a limit that is changed', () => {
  it('is a quarter at most', () => {
    by({ limits: [{ kind: 'submitPlan', limit: days(92) }] }).then({ type: 'CampaignReplanned' });
    by({ limits: [{ kind: 'submitPlan', limit: days(93) }] }).thenRefused('OUT_OF_BOUNDS', {
      field: 'limits[0].limit',
      params: { min: 1, max: 92 },
    });
  });

  it('is not that of what has a date of its own', () => {
    for (const kind of ['finishMeasure', 'claimCompletion'] as const)
      by({ limits: [{ kind, limit: days(8) }] }).thenRefused('INVALID', { field: 'limits[0].kind' });
  });
});

describe('what is named in a change', () => {
  const limit = { kind: 'submitPlan', limit: days(8) } as const;
  const other = { kind: 'decidePlan', limit: days(8) } as const;
  const ladder = { ladder: 'answer', rungs } as const;
  const chain = { stage: 'screening', approvals: [['member']] } as const;

  it.each<[string, Parts, string, string]>([
    ['a stage', { chains: [chain, chain] }, 'chains[1].stage', 'screening'],
    ['a kind', { limits: [limit, other, limit] }, 'limits[2].kind', 'submitPlan'],
    ['a ladder', { ladders: [ladder, ladder] }, 'ladders[1].ladder', 'answer'],
  ])('is named once: %s', (_, parts, field, code) => {
    by(parts).thenRefused('NOT_UNIQUE', { field, params: { code } });
  });

  it('is a ladder that plans have', () => {
    by({ ladders: [ladder, { ladder: 'rope' as never, rungs }] }).thenRefused('INVALID', 'ladders[1]');
  });

  it('is what changes alone: a ladder that is so already is not said again', () => {
    const same = begun.campaign.plan.ladders.answer;
    by({ ladders: [{ ladder: 'answer', rungs: same }], limits: [limit] }).then({
      type: 'CampaignReplanned',
      data: { ladders: [], limits: [{ kind: 'submitPlan' }] },
    });
  });
});
