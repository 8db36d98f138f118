import { Inject, Injectable } from '@nestjs/common';
import type { Application } from '@rectify/application';
import type { LaunchPreviewView, launchCampaign } from '@rectify/contracts';
import {
  burdenOf,
  calendarFor,
  campaignDecider,
  compareDates,
  launchPreviewOf,
  MINUTES_A_FINDING,
  resolveHolder,
  type PersonId,
} from '@rectify/domain';
import type { z } from 'zod';
import { refused } from '../errors/problem';
import { APPLICATION } from '../infrastructure/infrastructure.module';
import { waitsForView } from '../obligations/obligation.view';
import { Names } from '../people/names';

/** Of a campaign that is not there yet: nothing that is shown depends on it. */
const NONE = '00000000-0000-7000-8000-000000000000';

/** The burden of a launch and its calendar before it is made (domain.md §9), by the domain's own decision. */
@Injectable()
export class LaunchPreviewService {
  constructor(
    @Inject(APPLICATION) private readonly application: Application,
    private readonly names: Names,
  ) {}

  /** Throws what the launch itself would be refused with. */
  async of(personId: PersonId, body: z.infer<typeof launchCampaign>): Promise<LaunchPreviewView> {
    const { unitId } = body;
    const { calendar: region, directory, now } = await this.application.organisation();
    const template = await this.application.template(body.template);
    const calendar = calendarFor(region, directory, unitId);
    const context = { now, actor: { kind: 'person', personId }, directory, calendar, template } as const;
    const data = { ...body, campaignId: body.campaignId ?? NONE, serial: 1 };
    const shown = launchPreviewOf(campaignDecider.initialState(), data, context);
    if (!shown.ok) throw refused(shown.refusal.code, shown.refusal);
    const { plan, created } = shown.preview;
    const owed = shown.preview.owed
      .map((each) => {
        const resolution = resolveHolder(each.holder, directory, unitId);
        return { ...each, resolution, people: resolution.people.map((person) => person.personId) };
      })
      .sort((a, b) => compareDates(a.dueOn, b.dueOn));
    const nameOf = await this.names.of(owed.flatMap(({ people }) => people));
    const { most, ...burden } = burdenOf(owed);
    return {
      title: plan.title,
      titleEn: plan.titleEn,
      startOn: plan.startOn,
      stages: plan.stages.map(({ kind, startOn, endOn, provisional, approvals }) => ({
        ...{ stage: kind, startOn, endOn, provisional },
        approvals: approvals.map((step) => [...step]),
      })),
      created,
      owed: owed.map(({ kind, subject, stage, resolution, since, dueOn, provisional, ...each }) => ({
        ...{ kind, stage, since, dueOn, provisional },
        subject: { type: subject.type, id: subject.id },
        holder: waitsForView(resolution, nameOf),
        minutes: each.minutes,
        messagesOn: [...each.messagesOn],
      })),
      burden: {
        ...burden,
        most: most && { name: nameOf(most.personId), minutes: most.minutes, count: most.count },
        aFinding: MINUTES_A_FINDING,
      },
    };
  }
}
