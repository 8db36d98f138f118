import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { LIMITS } from '@rectify/contracts';
import type { CivilDate, Id, PersonId } from '@rectify/domain';
import { changesAfter, endOfLog, type Position } from '@rectify/event-store';
import { campaignStream, referencesIn } from '@rectify/read-models';
import type { Pool } from 'pg';
import { CampaignAccess } from '../access/campaign-access';
import { refused } from '../errors/problem';
import { SessionsStore } from '../identity/sessions.store';
import { Log } from '../infrastructure/log';
import { POOL } from '../infrastructure/infrastructure.module';
import { ObligationsService } from '../obligations/obligations.service';
import { write, type Listener } from './listener';
import { framed, idOf, newsSince, toldBy, type Told } from './told';

const { events: bounds } = LIMITS;

/**
 * Tells whoever listens that what they may read has changed. One look at the log's end for all of them, and none while
 * nobody listens; whom a change concerns is asked of the same scope as every reading, at that moment.
 */
@Injectable()
export class EventHub implements BeforeApplicationShutdown {
  private readonly listeners = new Set<Listener>();
  private position: Position | null = null;
  private day: CivilDate | null = null;
  private timer: NodeJS.Timeout | undefined;
  private beatAt = 0;

  constructor(
    private readonly access: CampaignAccess,
    private readonly obligations: ObligationsService,
    private readonly sessions: SessionsStore,
    private readonly log: Log,
    @Inject(POOL) private readonly pool: Pool,
  ) {}

  /** Throws TOO_MANY_STREAMS. */
  assertRoom(personId: PersonId): void {
    const own = [...this.listeners].filter((each) => each.personId === personId).length;
    if (own >= bounds.perPerson || this.listeners.size >= bounds.perInstance)
      throw refused('TOO_MANY_STREAMS', {
        retryAfter: bounds.comeAgainSeconds,
        params: { max: bounds.perPerson },
      });
  }

  /** From here on; and at once what is new since `lastEventId`. */
  async listen(asked: Omit<Listener, 'told' | 'streams'>, lastEventId: string | undefined): Promise<void> {
    // Whoever left while it was found out who they are leaves no second time.
    if (asked.response.destroyed) return;
    const listener: Listener = { ...asked, told: null, streams: new Set() };
    this.listeners.add(listener);
    listener.response.once('close', () => this.listeners.delete(listener));
    this.position ??= await endOfLog(this.pool);
    const { told, streams } = await this.outline(asked.personId, asked.campaignId);
    Object.assign(listener, { told, streams });
    const was = toldBy(lastEventId);
    const id = idOf(told);
    write(listener, framed({ event: 'listening', data: {} }, id));
    if (was) for (const news of newsSince(was, told, listener.campaignId)) write(listener, framed(news, id));
    this.lookAgain();
  }

  beforeApplicationShutdown(): void {
    clearTimeout(this.timer);
    for (const { response } of this.listeners) response.end();
    this.listeners.clear();
  }

  private lookAgain(): void {
    this.timer ??= setTimeout(() => {
      void this.look()
        .catch((error: unknown) => this.log.warn('nobody was told of news', { error: (error as Error).name }))
        .finally(() => {
          this.timer = undefined;
          if (this.listeners.size > 0) this.lookAgain();
          else this.position = null;
        });
    }, bounds.lookMilliseconds).unref();
  }

  private async look(): Promise<void> {
    await this.dropEnded();
    const changes = await changesAfter(this.pool, this.position ?? '0-0', bounds.followed);
    const streams = new Set(changes.map(({ stream }) => stream));
    const today = await this.obligations.day();
    const isAnotherDay = this.day !== null && this.day !== today;
    const references = new Set(streams.size > 0 ? await referencesIn(this.pool, [...streams]) : []);
    for (const listener of this.listeners) {
      const isOpen = listener.campaignId !== null && streams.has(campaignStream(listener.campaignId));
      const isTheirs = isAnotherDay || (await this.concerns(listener, streams, references));
      if (isOpen || isTheirs) await this.tell(listener);
    }
    this.position = changes.at(-1)?.position ?? this.position;
    this.day = today;
    this.beat();
  }

  /** Whether what waits for somebody may have changed: they held something there, may hold something now, or posts changed. */
  private async concerns(listener: Listener, streams: ReadonlySet<string>, references: ReadonlySet<string>) {
    if (streams.size === 0) return false;
    if (streams.has('directory/main') || [...streams].some((stream) => listener.streams.has(stream)))
      return true;
    const { scope } = await this.access.reader(listener.personId);
    return scope.owing.some((reference) => references.has(reference));
  }

  private async tell(listener: Listener): Promise<void> {
    const { told: was, personId, campaignId } = listener;
    if (was === null) return;
    const { told, streams } = await this.outline(personId, campaignId);
    Object.assign(listener, { told, streams });
    for (const news of newsSince(was, told, campaignId)) write(listener, framed(news, idOf(told)));
  }

  private async outline(
    personId: PersonId,
    campaignId: Id | null,
  ): Promise<{ told: Told; streams: ReadonlySet<string> }> {
    const seen = campaignId === null ? null : await this.access.look(personId, campaignId);
    const { digest, streams } = await this.obligations.outline(personId);
    return { told: { version: seen?.standing.version ?? null, obligations: digest }, streams };
  }

  /** A session that has ended hears nothing more; listening does not keep it alive. */
  private async dropEnded(): Promise<void> {
    // Who comes while it is asked was not asked about.
    const asked = [...this.listeners];
    const alive = await this.sessions.alive(asked.map(({ secret }) => secret));
    for (const listener of asked) {
      if (alive.has(listener.secret)) continue;
      this.listeners.delete(listener);
      listener.response.end();
    }
  }

  /** Whoever is between us and them sees that the line is used. */
  private beat(): void {
    const now = performance.now();
    if (now - this.beatAt < bounds.heartbeatSeconds * 1_000) return;
    this.beatAt = now;
    for (const listener of this.listeners) write(listener, ': still here\n\n');
  }
}
