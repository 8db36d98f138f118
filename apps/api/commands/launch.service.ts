import { Inject, Injectable } from '@nestjs/common';
import type { Application, Handled } from '@rectify/application';
import type { CommandAccepted, launchCampaign } from '@rectify/contracts';
import {
  addDays,
  calendarFor,
  civilDateOf,
  nextWorkingDay,
  yearOfDate,
  type PersonId,
} from '@rectify/domain';
import { payloadHash } from '@rectify/event-store';
import { nextSerial } from '@rectify/read-models';
import type { FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { refused } from '../errors/problem';
import { APPLICATION, POOL } from '../infrastructure/infrastructure.module';
import { accepted, campaignIdOf, CommandsService } from './commands.service';

type Launch = z.infer<typeof launchCampaign>;

const TRIES = 20;

/** Launching: the one command whose stream does not exist yet, and whose number is chosen here. */
@Injectable()
export class LaunchService {
  constructor(
    private readonly commands: CommandsService,
    @Inject(APPLICATION) private readonly application: Application,
    @Inject(POOL) private readonly pool: Pool,
  ) {}

  async launch(body: Launch, request: FastifyRequest, personId: PersonId): Promise<CommandAccepted> {
    const hash = payloadHash({ path: '/api/campaigns', body });
    const id = body.campaignId ?? uuidv7();
    const serial = await nextSerial(this.pool, body.unitId, body.template, await this.yearOf(body));
    let handled: Handled | undefined;
    for (let tried = 0; tried < TRIES; tried += 1) {
      const data = { ...body, campaignId: id, serial: serial + tried };
      const target = { aggregate: 'campaign', id, command: { type: 'LaunchCampaign', data } } as const;
      handled = await this.commands.handle(target, request, hash, personId);
      if (handled.ok || handled.refusal.code !== 'CODE_TAKEN') break;
    }
    if (!handled?.ok) throw refused(handled?.refusal.code ?? 'CODE_TAKEN', handled?.refusal);
    // A repeated launch names the campaign that the first one made.
    return accepted(campaignIdOf(handled.stream) ?? id, handled);
  }

  /** The year of the code is that of the first working day, as the domain dates it. */
  private async yearOf({ startOn, unitId }: Launch): Promise<number> {
    const { calendar: region, directory, now } = await this.application.organisation();
    const calendar = calendarFor(region, directory, unitId);
    return yearOfDate(nextWorkingDay(calendar, startOn ?? addDays(civilDateOf(now), 1)));
  }
}
