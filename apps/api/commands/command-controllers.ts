import { Body, Controller, Param, Post, Req, type Type } from '@nestjs/common';
import { ApiExtension, ApiHeader, ApiTags } from '@nestjs/swagger';
import {
  catalogue,
  commandAccepted,
  idempotencyKey,
  plurals,
  refusalsOf,
  type Aggregate,
  type CatalogueEntry,
} from '@rectify/contracts';
import type { PersonId } from '@rectify/domain';
import type { FastifyRequest } from 'fastify';
import { Me, Signing } from '../identity/principal';
import { Commanding } from '../operations/documented';
import { VERSION } from './request-headers';
import { CommandsService } from './commands.service';

const { pattern } = idempotencyKey.meta() as { pattern: string };

/** What every command takes in its headers. */
export const CommandHeaders = (): MethodDecorator => (target, name, descriptor) => {
  ApiHeader({
    name: 'Idempotency-Key',
    required: true,
    description: 'Names the effect: the same key with the same body is answered once and for all the same.',
    schema: { type: 'string', pattern },
  })(target, name, descriptor as TypedPropertyDescriptor<unknown>);
  ApiHeader({
    name: 'If-Match',
    required: false,
    description:
      'The ETag of the campaign as it was read, or its version in double quotes; 412 where it is another by now.',
    schema: { type: 'string', pattern: VERSION.source },
  })(target, name, descriptor as TypedPropertyDescriptor<unknown>);
};

const PROVEN = `A signature: a session that has not been confirmed within five minutes is refused with REAUTH_REQUIRED;\nPOST /api/session/confirm with the password, then send the same request again.`;

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** `PassReview` → `Pass review`. */
const summaryOf = (type: string): string =>
  type.replace(/(?<!^)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** Puts one route on a controller: what decorators write on a method that stands in the source. */
const addRoute = (controller: Type, entry: CatalogueEntry): void => {
  const name = lowerFirst(entry.type);
  const { prototype } = controller as { prototype: object };
  const value = function (
    this: { commands: CommandsService },
    id: string,
    body: Record<string, unknown>,
    request: FastifyRequest,
    personId: PersonId,
  ) {
    return this.commands.send(entry, id, body, request, personId);
  };
  // Nest and its OpenAPI explorer find a route's parameters by the function's own name.
  Object.defineProperty(value, 'name', { value: name });
  Object.defineProperty(prototype, name, { value, writable: true, configurable: true });
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name) as PropertyDescriptor;
  Param('id')(prototype, name, 0);
  Body({ schema: entry.schema })(prototype, name, 1);
  Req()(prototype, name, 2);
  Me()(prototype, name, 3);
  Reflect.defineMetadata('design:paramtypes', [String, Object, Object, String], prototype, name);
  for (const decorate of [
    Commanding(
      summaryOf(entry.type),
      commandAccepted,
      refusalsOf[entry.aggregate],
      entry.reauth ? { description: PROVEN } : {},
    ),
    ...(entry.reauth ? [Signing(), ApiExtension('x-reauthentication', true)] : []),
    CommandHeaders(),
    Post(entry.name),
  ]) {
    decorate(prototype, name, descriptor);
  }
};

/** One controller an aggregate, one route a command of the catalogue, each with its own path and schema. */
const controllerOf = (aggregate: Aggregate): Type => {
  @ApiTags(`${aggregate} commands`)
  @Controller(`api/${plurals[aggregate]}/:id/commands`)
  class AggregateCommandsController {
    constructor(readonly commands: CommandsService) {}
  }
  Object.defineProperty(AggregateCommandsController, 'name', { value: `${aggregate}CommandsController` });
  for (const entry of catalogue)
    if (entry.aggregate === aggregate) addRoute(AggregateCommandsController, entry);
  return AggregateCommandsController;
};

export const commandControllers = (Object.keys(plurals) as Aggregate[]).map(controllerOf);
