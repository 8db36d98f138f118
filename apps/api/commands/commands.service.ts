import { Inject, Injectable } from '@nestjs/common';
import type { Application, Handled, Target } from '@rectify/application';
import {
  commandPath,
  isSlug,
  isUuid,
  statusOf,
  type CatalogueEntry,
  type CommandAccepted,
} from '@rectify/contracts';
import type { PersonId } from '@rectify/domain';
import { payloadHash } from '@rectify/event-store';
import type { FastifyRequest } from 'fastify';
import { CampaignAccess } from '../access/campaign-access';
import { notFound, refused } from '../errors/problem';
import { APPLICATION } from '../infrastructure/infrastructure.module';
import { Metrics } from '../operations/metrics';
import { targetOf } from './complete';
import { RefusalsStore } from './refusals.store';
import { commandHeaders } from './request-headers';

/** Sends what people ask for down the one write path. */
@Injectable()
export class CommandsService {
  constructor(
    private readonly access: CampaignAccess,
    private readonly metrics: Metrics,
    private readonly refusals: RefusalsStore,
    @Inject(APPLICATION) private readonly application: Application,
  ) {}

  async send(
    entry: CatalogueEntry,
    id: string,
    body: Record<string, unknown>,
    request: FastifyRequest,
    personId: PersonId,
  ): Promise<CommandAccepted> {
    const target = canExist(entry, id) ? targetOf(entry, id, body) : null;
    if (!target) throw notFound();
    const hash = payloadHash({ path: commandPath(entry, id), body });
    const handled = await this.handle(target, request, hash, personId);
    if (handled.ok) return accepted(id, handled);
    // Whoever may not know of a campaign is not told more of it by a refusal than by reading.
    const isHidden = entry.aggregate === 'campaign' && !(await this.access.mayKnowOf(personId, id));
    throw isHidden ? notFound() : refused(handled.refusal.code, handled.refusal);
  }

  async handle(target: Target, request: FastifyRequest, hash: string, personId: PersonId): Promise<Handled> {
    const { key, ...more } = commandHeaders(request);
    const handled = await this.application.handle(target, {
      actor: { kind: 'person', personId },
      key: { space: 'person', principal: personId, id: key },
      payloadHash: hash,
      ...more,
    });
    this.metrics.command(target.command.type, handled.ok ? 'accepted' : handled.refusal.code);
    if (handled.ok && handled.replayed) await this.assertStillTheirs(personId, handled.stream);
    if (!handled.ok && statusOf(handled.refusal.code) === 403) {
      const { code } = handled.refusal;
      await this.refusals.note({ personId, stream: streamOf(target), command: target.command.type, code });
    }
    return handled;
  }

  /** What is stored under a key was theirs then; it is answered as long as they may know of the campaign now. */
  private async assertStillTheirs(personId: PersonId, stream: string): Promise<void> {
    const campaignId = campaignIdOf(stream);
    if (campaignId !== null && !(await this.access.mayKnowOf(personId, campaignId))) throw notFound();
  }
}

const CAMPAIGN = 'campaign/';
/** Null where it is another aggregate's. */
export const campaignIdOf = (stream: string): string | null =>
  stream.startsWith(CAMPAIGN) ? stream.slice(CAMPAIGN.length) : null;

const streamOf = (target: Target): string => {
  if (target.aggregate === 'campaign') return `campaign/${target.id}`;
  return target.aggregate === 'template' ? `template/${target.slug}` : target.aggregate;
};

const canExist = ({ aggregate }: CatalogueEntry, id: string): boolean =>
  aggregate === 'campaign' ? isUuid(id) : isSlug(id);

export const accepted = (
  id: string,
  { version, facts, replayed }: Extract<Handled, { ok: true }>,
): CommandAccepted => ({
  id,
  version,
  facts,
  replayed,
});
