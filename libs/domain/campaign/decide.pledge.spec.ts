import {
  at,
  discharge,
  inCampaign,
  launched,
  launchedWith,
  owedNow,
  people,
  send,
  templateState,
  theOwed,
  units,
  walk,
  type CampaignWorld,
} from '@rectify/testing';
import { isPledgeSigned } from './activities';
import type { CampaignCommand } from './campaign.commands';

const begun = at(launched({ template: templateState() }), '2026-03-03T02:00:00.000Z');
const draft = (text: string, who?: readonly string[]): CampaignCommand => ({
  type: 'DraftPledgeText',
  data: { text, ...(who && { people: who }) },
});
const shown = ({ campaign }: CampaignWorld) => ({ basisHash: campaign.pledge?.hash ?? '' });
const sign = (world: CampaignWorld): CampaignCommand => ({ type: 'SignPledge', data: shown(world) });
const compare = (world: CampaignWorld, person: string, more: object = {}): CampaignCommand => ({
  type: 'ComparePledge',
  data: { person, ...shown(world), verdict: 'kept', reason: '做到了', ...more },
});
const drafted = send(begun, people.organiser, discharge(theOwed(begun, 'draftPledgeText')));
const signed = send(drafted, people.deputy, sign(drafted));
const december = at(signed, '2026-12-01T02:00:00.000Z');

describe('drafting the text of the pledge', () => {
  it('is a duty of its own, by whoever holds it', () => {
    for (const person of [people.publicity, people.secretary, 'system' as const])
      inCampaign(begun).when(person, draft('带头整改')).thenRefused('NOT_YOURS');
  });

  it('counts its versions from one', () => {
    inCampaign(begun)
      .when(people.organiser, draft('带头整改'))
      .then({ type: 'PledgeTextDrafted', data: { version: 1 } });
    inCampaign(drafted)
      .when(people.organiser, draft('带头整改'))
      .then({ type: 'PledgeTextDrafted', data: { version: 2, on: '2026-03-03' } });
  });

  it('lays it before people who hold a post, one at least, each once', () => {
    const naming = (...who: readonly string[]) =>
      inCampaign(begun).when(people.organiser, draft('带头整改', who));
    naming(people.member).then({ type: 'PledgeTextDrafted', data: { people: [people.member] } });
    naming().thenRefused('PERSON_UNKNOWN', { field: 'people' });
    naming('p-nobody', people.deputy).thenRefused('PERSON_UNKNOWN', { field: 'people[0]' });
    naming(people.deputy, people.deputy).thenRefused('INVALID', { field: 'people' });
  });

  it('lays it before the secretary where a plan of before names no leading group', () => {
    const unnamed = at(
      launchedWith((definition) => ({
        ...definition,
        leadingGroup: undefined as never,
        vote: undefined as never,
      })),
      begun.now,
    );
    inCampaign(unnamed)
      .when(people.organiser, draft('带头整改'))
      .then({ type: 'PledgeTextDrafted', data: { people: [people.secretary] } });
  });

  it('ends with the sign-off', () => {
    const pledged = walk(begun, {}, ({ campaign }) => isPledgeSigned(campaign), ['signOffCampaign']);
    const over = walk(pledged, {}, ({ campaign }) => campaign.signedOffOn !== null);
    inCampaign(over)
      .when(people.organiser, draft('另一份承诺'))
      .thenRefused('ALREADY_DECIDED', { params: { on: over.campaign.signedOffOn ?? '' } });
  });
});

describe('signing the pledge', () => {
  it('is done in one’s own post, once, on the text that was shown', () => {
    expect(signed.log.find(({ event }) => event.type === 'PledgeSigned')).toMatchObject({
      event: { type: 'PledgeSigned', data: { ...shown(drafted), on: '2026-03-03' } },
      actor: { personId: people.deputy, unitId: units.branch, post: 'deputySecretary' },
    });
    inCampaign(at(signed, '2026-03-04T02:00:00.000Z'))
      .when(people.deputy, sign(signed))
      .thenRefused('ALREADY_DECIDED', { params: { on: '2026-03-03' } });
    inCampaign(drafted)
      .when(people.deputy, { type: 'SignPledge', data: { basisHash: 'f'.repeat(64) } })
      .thenRefused('BASIS_CHANGED', { field: 'basisHash' });
  });

  it('is nobody’s before there is a text, and never the system’s', () => {
    inCampaign(begun).when(people.deputy, sign(begun)).thenRefused('NOT_YOURS');
    inCampaign(drafted).when('system', sign(drafted)).thenRefused('NOT_YOURS');
  });
});

describe('holding a pledge against what was done', () => {
  it('begins on the first of December of the year it was signed in', () => {
    inCampaign(at(signed, '2026-11-30T15:59:59.999Z'))
      .when(people.secretary, compare(signed, people.deputy))
      .thenRefused('NOT_YET_YEAR_END', { params: { start: '2026-12-01' } });
    inCampaign(at(signed, '2026-11-30T16:00:00.000Z'))
      .when(people.secretary, compare(signed, people.deputy))
      .then({ type: 'PledgeCompared', data: { on: '2026-12-01' } });
  });

  it('is the secretary’s, once, on the text that was signed', () => {
    inCampaign(december).when(people.member, compare(december, people.deputy)).thenRefused('NOT_YOURS');
    inCampaign(december)
      .when(people.secretary, compare(december, people.deputy, { basisHash: 'f'.repeat(64) }))
      .thenRefused('BASIS_CHANGED', { field: 'basisHash' });
    const compared = send(december, people.secretary, compare(december, people.deputy));
    inCampaign(at(compared, '2026-12-02T02:00:00.000Z'))
      .when(people.secretary, compare(compared, people.deputy))
      .thenRefused('ALREADY_DECIDED', { params: { on: '2026-12-01' } });
    expect(owedNow(compared, 'comparePledge')).toEqual([]);
  });

  it('is of what was signed: not of nothing, not of another’s, not of an earlier text', () => {
    const refused = (world: CampaignWorld, person: string) =>
      inCampaign(at(world, december.now))
        .when(people.secretary, compare(world, person))
        .thenRefused('PLEDGE_NOT_SIGNED', { field: 'person' });
    refused(begun, people.deputy);
    refused(signed, people.discipline);
    refused(send(signed, people.organiser, draft('另一份承诺')), people.deputy);
  });
});
