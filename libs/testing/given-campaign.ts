/** Specs of a campaign as sentences: `inCampaign(world).when(people.secretary, command).thenRefused('NOT_YOURS')`. */
import { expect } from '@jest/globals';
import type { CampaignCommand, CampaignEvent, PersonId, Refusal, RefusalCode } from '@rectify/domain';
import { attempt, send, type CampaignWorld } from './campaign-world';

type Expected = { readonly type: CampaignEvent['type']; readonly data?: object };

export interface CampaignOutcome {
  /** Expects acceptance with just these events, their data at least as given; what is dated with them stands apart. */
  readonly then: (...events: readonly Expected[]) => CampaignOutcome;
  /** Expects a refusal by code and, where given, field; or just this one, with all that it says. */
  readonly thenRefused: (code: RefusalCode, more?: string | Omit<Refusal, 'code'>) => void;
  /** The world after the accepted command. */
  readonly world: () => CampaignWorld;
}

export const inCampaign = (world: CampaignWorld) => ({
  when: (person: PersonId | 'system', command: CampaignCommand): CampaignOutcome => {
    const decision = attempt(world, person, command);
    const self: CampaignOutcome = {
      then: (...events) => {
        expect(decision).toMatchObject({ ok: true });
        const facts = decision.ok ? decision.events.filter(({ type }) => type !== 'ObligationsDated') : [];
        expect(facts.map(({ type }) => type)).toEqual(events.map(({ type }) => type));
        expect(facts).toMatchObject(events);
        return self;
      },
      thenRefused: (code, more = {}) => {
        expect(decision).toMatchObject({ ok: false, refusal: { code } });
        if (decision.ok) return;
        if (typeof more === 'string') expect(decision.refusal.field).toBe(more);
        else if (Object.keys(more).length > 0) expect(decision.refusal).toEqual({ code, ...more });
      },
      world: () => send(world, person, command),
    };
    return self;
  },
});
