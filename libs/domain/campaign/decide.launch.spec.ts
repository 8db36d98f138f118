import {
  at,
  campaignId,
  inCampaign,
  launched,
  newWorld,
  people,
  templateState,
  units,
  withPosts,
} from '@rectify/testing';
import type { CampaignCommand, CommandData } from './campaign.commands';

const launch = (more: Partial<CommandData<'LaunchCampaign'>> = {}): CampaignCommand => ({
  type: 'LaunchCampaign',
  data: { campaignId, unitId: units.branch, template: 'bland-casual', serial: 1, ...more },
});
const withdraw: CampaignCommand = { type: 'WithdrawLaunch', data: { reason: '时间另行通知' } };

describe('launching', () => {
  it('RR1.2 is the secretary’s act and starts on the next working day where nothing else is said', () => {
    const friday = at(newWorld(), '2026-03-06T02:00:00.000Z');
    inCampaign(friday)
      .when(people.secretary, launch())
      .then({
        type: 'CampaignLaunched',
        data: { code: 'PDH-2026-B01', on: '2026-03-06', plan: { startOn: '2026-03-09' } },
      });
  });

  it('moves a start on a day off to the next working day', () => {
    inCampaign(newWorld())
      .when(people.secretary, launch({ startOn: '2026-10-03' }))
      .then({ type: 'CampaignLaunched', data: { plan: { startOn: '2026-10-08' } } });
  });

  it('RR3.1 names the second campaign of the same template, unit and year by its serial', () => {
    inCampaign(newWorld())
      .when(people.secretary, launch({ serial: 2 }))
      .then({ type: 'CampaignLaunched', data: { code: 'PDH-2026-B01-2' } });
  });

  it('R3.2 RR2.5 RR2.2 fixes every window: working days, months from the first day, the signing beside the rectification', () => {
    const windows = launched().campaign.stages.map(({ kind, startOn, endOn }) => [kind, startOn, endOn]);
    expect(windows).toEqual([
      ['screening', '2026-03-03', '2026-03-30'],
      ['problemList', '2026-03-31', '2026-04-07'],
      ['measures', '2026-04-08', '2026-04-21'],
      ['deadlines', '2026-04-22', '2026-07-21'],
      ['signOff', '2026-04-22', '2026-08-04'],
    ]);
  });

  it('gives the whole template’s stages their windows, the look-back after its lag', () => {
    const windows = launched({}, []).campaign.stages.map(({ kind, startOn, endOn }) => [
      kind,
      startOn,
      endOn,
    ]);
    expect(windows).toEqual([
      ['mobilisation', '2026-03-03', '2026-03-09'],
      ['screening', '2026-03-10', '2026-04-07'],
      ['problemList', '2026-04-08', '2026-04-14'],
      ['measures', '2026-04-15', '2026-04-28'],
      ['deadlines', '2026-04-29', '2026-07-28'],
      ['signOff', '2026-04-29', '2026-08-11'],
      ['summary', '2026-08-12', '2026-08-25'],
      ['lookBack', '2026-11-12', '2026-12-11'],
    ]);
  });

  it('may leave out the optional stages, and no other', () => {
    const without = inCampaign(newWorld())
      .when(people.secretary, launch({ leaveOut: ['summary'] }))
      .world();
    expect(without.campaign.stages.map(({ kind }) => kind)).not.toContain('summary');
    const five = { leaveOut: ['summary', 'measures'] } as unknown as CommandData<'LaunchCampaign'>;
    inCampaign(newWorld()).when(people.secretary, launch(five)).thenRefused('INVALID', 'leaveOut[1]');
    const one = { leaveOut: ['measures'] } as unknown as CommandData<'LaunchCampaign'>;
    inCampaign(newWorld()).when(people.secretary, launch(one)).thenRefused('INVALID', 'leaveOut[0]');
    const { plan } = launched().campaign;
    expect(plan.template).toMatchObject({ version: 1 });
  });

  it('R6.3 counts three months from the first of a month to the last of the third', () => {
    const months = newWorld();
    const template = templateState();
    for (const stage of template.latest?.stages ?? [])
      Object.assign(stage, stage.kind === 'screening' ? { length: { n: 3, unit: 'month' } } : {});
    const plan = inCampaign({ ...months, template }).when(
      people.secretary,
      launch({ startOn: '2026-06-01', leaveOut: ['mobilisation'] }),
    );
    expect(plan.world().campaign.stages[0]).toMatchObject({ startOn: '2026-06-01', endOn: '2026-08-31' });
  });

  it('R6.7 marks windows that rest on a year without an official notice', () => {
    const late = inCampaign(newWorld())
      .when(people.secretary, launch({ startOn: '2026-12-14' }))
      .world();
    expect(late.campaign.stages.map(({ kind, provisional }) => [kind, provisional])).toEqual([
      ['mobilisation', false],
      ['screening', true],
      ['problemList', true],
      ['measures', true],
      ['deadlines', true],
      ['signOff', true],
      ['summary', true],
      ['lookBack', true],
    ]);
    expect(launched().campaign.stages.some(({ provisional }) => provisional)).toBe(false);
  });

  it('R3.20 leaves out a step that only a notice asks for', () => {
    const { plan } = launched().campaign;
    expect(plan.stages.find(({ kind }) => kind === 'signOff')?.approvals).toEqual([
      ['disciplineMember', 'organisationMember'],
      ['secretary'],
    ]);
  });

  it.each([
    ['another post of the unit', people.deputy, 'NOT_YOURS'],
    ['the secretary of a sister unit', people.outsider, 'NOT_YOURS'],
    ['the upper unit’s secretary while the unit has one', people.districtSecretary, 'NOT_YOURS'],
  ] as const)('is refused to %s', (_, person, code) => {
    inCampaign(newWorld()).when(person, launch()).thenRefused(code);
  });

  it('needs a secretary: nobody stands in for a vacant post', () => {
    const world = newWorld();
    const vacant = {
      ...world,
      directory: withPosts(world.directory, ['ends', 'secretary', people.secretary]),
    };
    inCampaign(vacant).when(people.districtSecretary, launch()).thenRefused('NOBODY_ELIGIBLE');
  });

  it.each([
    ['a unit that does not exist', { unitId: 'constructor' }, 'UNIT_UNKNOWN', 'unitId'],
    ['a template that was not published', { template: 'other' }, 'TEMPLATE_UNKNOWN', 'template'],
    ['a day that does not exist', { startOn: '2026-02-30' }, 'INVALID', 'startOn'],
    ['a day gone by', { startOn: '2026-03-01' }, 'START_IN_PAST', 'startOn'],
    ['a day beyond a year', { startOn: '2027-03-04' }, 'START_TOO_FAR', 'startOn'],
  ] as const)('refuses %s', (_, data, code, field) => {
    inCampaign(newWorld()).when(people.secretary, launch(data)).thenRefused(code, field);
  });

  it('starts today at the earliest, and a year from today at the latest', () => {
    const starting = (startOn: string) => inCampaign(newWorld()).when(people.secretary, launch({ startOn }));
    starting('2026-03-02').then({ type: 'CampaignLaunched', data: { plan: { startOn: '2026-03-02' } } });
    starting('2027-03-03').then({ type: 'CampaignLaunched', data: { plan: { startOn: '2027-03-03' } } });
    starting('2026-03-01').thenRefused('START_IN_PAST', {
      field: 'startOn',
      params: { today: '2026-03-02' },
    });
  });

  it('is of a template that was published', () => {
    inCampaign({ ...newWorld(), template: undefined as never })
      .when(people.secretary, launch())
      .thenRefused('TEMPLATE_UNKNOWN', { field: 'template' });
  });

  it('happens once', () => {
    inCampaign(launched()).when(people.secretary, launch()).thenRefused('ALREADY_EXISTS');
  });
});

describe('withdrawing a launch', () => {
  it('RR1.3 R4.19 takes the whole of it back until the first day begins', () => {
    const late = at(launched(), '2026-03-02T15:59:59.999Z');
    const withdrawn = inCampaign(late)
      .when(people.secretary, withdraw)
      .then({ type: 'CampaignWithdrawn', data: { on: '2026-03-02', reason: '时间另行通知' } })
      .world();
    inCampaign(withdrawn).when(people.secretary, withdraw).thenRefused('CAMPAIGN_OVER');
  });

  it('RR1.3 R6.10 is too late from 00:00 in Shanghai of the first day', () => {
    inCampaign(at(launched(), '2026-03-02T16:00:00.000Z'))
      .when(people.secretary, withdraw)
      .thenRefused('ALREADY_STARTED', { params: { startOn: '2026-03-03' } });
  });

  it('is the secretary’s, and of a campaign that exists', () => {
    inCampaign(launched()).when(people.deputy, withdraw).thenRefused('NOT_YOURS');
    inCampaign(newWorld()).when(people.secretary, withdraw).thenRefused('NOT_FOUND');
  });
});
