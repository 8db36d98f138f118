import { Inject, Injectable } from '@nestjs/common';
import type { Application, Standing } from '@rectify/application';
import { isUuid } from '@rectify/contracts';
import { obligations, type CivilDate, type Id, type PersonId } from '@rectify/domain';
import { notFound } from '../errors/problem';
import { APPLICATION } from '../infrastructure/infrastructure.module';
import { campaignStream } from '@rectify/read-models';
import { AccessLog } from './access-log';
import type { Shown } from './read-classes';
import { accessTo, isHeldBy, type Access } from './access';

export interface Seen {
  readonly standing: Standing;
  /** `counts` also for who only holds an obligation there: they see its row besides. */
  readonly access: Exclude<Access, 'none'>;
}

/** Who is shown something of which campaign, where, and of which day. */
export interface Showing {
  readonly personId: PersonId;
  readonly id: Id;
  readonly surface: string;
  readonly asOf: CivilDate | undefined;
}

/** The one way to a campaign for everything that reads or is refused. */
@Injectable()
export class CampaignAccess {
  constructor(
    private readonly accessLog: AccessLog,
    @Inject(APPLICATION) private readonly application: Application,
  ) {}

  /** Throws NOT_FOUND where it does not exist or is not for this person. As of a day: with today's rights. */
  async see(personId: PersonId, campaignId: string, asOf?: CivilDate): Promise<Seen> {
    const seen = await this.look(personId, campaignId, asOf);
    if (!seen) throw notFound();
    return seen;
  }

  /** Null where it does not exist, or did not on that day, or is not for this person. */
  async look(personId: PersonId, campaignId: string, asOf?: CivilDate): Promise<Seen | null> {
    const found = isUuid(campaignId) ? await this.find(personId, campaignId) : null;
    if (!found || asOf === undefined) return found;
    const then = await this.application.campaignAsOf(campaignId, asOf);
    return then && { ...found, standing: then };
  }

  /** Records what is about to be shown of the confidential; throws where it cannot, and then nothing is to be shown. */
  noted(shown: Shown | null, { personId, id, surface, asOf }: Showing): Promise<void> {
    const at = { stream: campaignStream(id), reader: personId, surface };
    const reading = shown && { ...at, ...shown, ...(asOf === undefined ? {} : { asOf }) };
    return this.accessLog.note(reading ? [reading] : []);
  }

  async mayKnowOf(personId: PersonId, campaignId: Id): Promise<boolean> {
    return (await this.find(personId, campaignId)) !== null;
  }

  private async find(personId: PersonId, campaignId: Id): Promise<Seen | null> {
    const standing = await this.application.campaign(campaignId);
    if (!standing) return null;
    const { campaign, directory } = standing;
    const access = accessTo(directory, personId, campaign.unitId);
    if (access !== 'none') return { standing, access };
    const holdsOne = obligations(campaign).some((each) =>
      isHeldBy(directory, personId, each, campaign.unitId),
    );
    return holdsOne ? { standing, access: 'counts' } : null;
  }
}
