import { Injectable } from '@nestjs/common';
import { previewOf, type PersonId, type Preview, type Previewable } from '@rectify/domain';
import { CampaignAccess } from '../access/campaign-access';
import { refused } from '../errors/problem';

/** The diff of a re-dating or re-planning before it is applied (domain.md §4.8), by the domain's own decision. */
@Injectable()
export class PreviewsService {
  constructor(private readonly access: CampaignAccess) {}

  /** Throws what the command itself would be refused with. */
  async of(personId: PersonId, id: string, command: Previewable): Promise<Preview> {
    const { standing } = await this.access.see(personId, id);
    const { campaign, now, directory, calendar } = standing;
    const actor = { kind: 'person', personId } as const;
    const shown = previewOf(campaign, command, { now, actor, directory, calendar });
    if (!shown.ok) throw refused(shown.refusal.code, shown.refusal);
    return shown.preview;
  }
}
