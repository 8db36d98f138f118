import { Inject, Injectable } from '@nestjs/common';
import type { Application, Standing } from '@rectify/application';
import { isUuid } from '@rectify/contracts';
import {
  accessTo,
  scopeIn,
  scopeOf,
  type CivilDate,
  type Id,
  type PersonId,
  type Scope,
} from '@rectify/domain';
import { notFound } from '../errors/problem';
import { APPLICATION } from '../infrastructure/infrastructure.module';
import { campaignStream } from '@rectify/read-models';
import { AccessLog } from './access-log';
import type { Shown } from './read-classes';
import { Readers, type Reader } from './readers';

export interface Seen {
  readonly standing: Standing;
  /** `counts` also for whom something waits there: they see its rows besides. */
  readonly access: 'records' | 'counts';
  /** The reader's, with what waits for them in this campaign. */
  readonly scope: Scope;
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
    private readonly readers: Readers,
    @Inject(APPLICATION) private readonly application: Application,
  ) {}

  /** For lists of campaigns: what the reader may read at all. */
  reader(personId: PersonId): Promise<Reader> {
    return this.readers.of(personId);
  }

  /** Throws NOT_FOUND where it does not exist or is not for this person. As of a day: with today's rights. */
  async see(personId: PersonId, campaignId: string, asOf?: CivilDate | number): Promise<Seen> {
    const seen = await this.look(personId, campaignId, asOf);
    if (!seen) throw notFound();
    return seen;
  }

  /** Null where it does not exist, or did not on that day or with that event, or is not for this person. */
  async look(personId: PersonId, campaignId: string, asOf?: CivilDate | number): Promise<Seen | null> {
    const found = isUuid(campaignId) ? await this.find(personId, campaignId) : null;
    if (!found || asOf === undefined) return found;
    // Two days' counts side by side would tell what one of them does not.
    if (found.access === 'counts') return null;
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
    const scope = scopeIn(scopeOf(directory, personId), campaign, directory);
    const access = accessTo(scope, campaign);
    return access === 'none' ? null : { standing, access, scope };
  }
}
