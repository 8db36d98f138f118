import { Inject, Injectable } from '@nestjs/common';
import type { Application } from '@rectify/application';
import type { LaunchPreviewView, launchCampaign } from '@rectify/contracts';
import {
  askedOf,
  burdenOf,
  calendarFor,
  campaignDecider,
  compareDates,
  firstMails,
  launchPreviewOf,
  materialsOf,
  MINUTES_A_FINDING,
  spreadOf,
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
    const nothing = campaignDecider.initialState();
    const shown = launchPreviewOf(nothing, data, context);
    if (!shown.ok) throw refused(shown.refusal.code, shown.refusal);
    const { plan, created } = shown.preview;
    const asked = { nothing, data, context, preview: shown.preview };
    const owed = [...askedOf(shown.preview, directory, unitId)].sort((a, b) =>
      compareDates(a.dueOn, b.dueOn),
    );
    const nameOf = await this.names.of(owed.flatMap(({ people }) => people));
    const { most, ...burden } = burdenOf(owed);
    const { looked, written } = materialsOf(template?.latest?.aspects ?? [], owed);
    return {
      title: plan.title,
      titleEn: plan.titleEn,
      startOn: plan.startOn,
      stages: plan.stages.map(({ kind, startOn, endOn, provisional, approvals }) => ({
        ...{ stage: kind, startOn, endOn, provisional },
        approvals: approvals.map((step) => [...step]),
      })),
      created,
      owed: owed.map(({ resolution, since, provisional, minutes, ...each }) => ({
        ...{ ...matterOf(each), since, provisional, minutes },
        holder: waitsForView(resolution, nameOf),
      })),
      spread: spreadOf(asked),
      mails: firstMails(owed, calendar).map(({ personId: to, at, about }) => ({
        ...{ to: { personId: to, name: nameOf(to) }, at, about: about.map(matterOf) },
      })),
      materials: { looked: [...looked], written },
      burden: {
        ...burden,
        most: most && { name: nameOf(most.personId), minutes: most.minutes, count: most.count },
        aFinding: MINUTES_A_FINDING,
      },
    };
  }
}

type Matter = Pick<ReturnType<typeof askedOf>[number], 'kind' | 'subject' | 'stage' | 'dueOn'>;
const matterOf = ({ kind, subject: { type, id }, stage, dueOn }: Matter) => ({
  ...{ kind, stage, dueOn },
  subject: { type, id },
});
