import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { eventsQuery } from '@rectify/contracts';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { digest } from '../accounts/secrets';
import { Asking, type AskedRequest, type Principal } from '../identity/principal';
import { secretOf } from '../identity/secret-of';
import { ENVIRONMENT, type Environment } from '../infrastructure/environment';
import { Listening } from '../operations/documented';
import { EventHub } from './event-hub';

@ApiTags('events')
@Controller('api/events')
export class EventsController {
  constructor(
    private readonly hub: EventHub,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  @Get()
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'The id of the last event that was heard: what is new since comes first.',
    schema: { type: 'string', maxLength: 64 },
  })
  @Listening(
    "Hear of changes of one's obligations and of the campaign that is open: kinds and ids, never content",
  )
  async listen(
    @Asking() { personId }: Principal,
    @Query({ schema: eventsQuery }) { campaign }: z.infer<typeof eventsQuery>,
    @Req() request: AskedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.hub.assertRoom(personId);
    const secret = digest(secretOf(request, this.environment.PUBLIC_URL) ?? '').toString('hex');
    const lastEventId = request.headers['last-event-id'];
    void reply.hijack();
    const { raw: response } = reply;
    const headers = {
      ...reply.getHeaders(),
      'Content-Type': 'text/event-stream',
      'X-Accel-Buffering': 'no',
      // The line ends with the stream, or a server that stops would wait for it to be used again.
      Connection: 'close',
    };
    response.writeHead(200, headers as Record<string, string>);
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    const asked = { personId, secret, campaignId: campaign ?? null, response };
    // The answer has begun: what goes wrong from here on ends it, and the listener comes again.
    await this.hub
      .listen(asked, typeof lastEventId === 'string' ? lastEventId : undefined)
      .catch(() => response.destroy());
  }
}
