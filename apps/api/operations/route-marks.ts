import type { INestApplication, Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { IS_FOR_EXPIRED, IS_FOR_SESSIONS, IS_PUBLIC, IS_SIGNING } from '../identity/principal';
import { ANSWERS_ALONE, REFUSES } from './documented';
import type { RouteMarks } from './refusals-of-route';

type Handler = (...args: never) => unknown;

const marksOf = (controller: Type, handler: Handler): RouteMarks => {
  const of = (mark: symbol): unknown =>
    (Reflect.getMetadata(mark, handler) as unknown) ?? Reflect.getMetadata(mark, controller);
  return {
    isPublic: of(IS_PUBLIC) === true,
    isForSessions: of(IS_FOR_SESSIONS) === true,
    isForExpired: of(IS_FOR_EXPIRED) === true,
    isSigning: of(IS_SIGNING) === true,
    answersAlone: of(ANSWERS_ALONE) === true,
    refuses: (of(REFUSES) ?? []) as RouteMarks['refuses'],
  };
};

/** What the decorators say of each route, by the id of its operation. */
export const marksOfRoutes = (
  app: INestApplication,
  operationId: (controller: string, method: string) => string,
): ReadonlyMap<string, RouteMarks> => {
  const modules = [...app.get(ModulesContainer, { strict: false }).values()];
  const controllers = modules.flatMap((module) => [...module.controllers.keys()]) as Type[];
  return new Map(
    controllers.flatMap((controller) => {
      const prototype = controller.prototype as Record<string, unknown>;
      return Object.getOwnPropertyNames(prototype)
        .filter((name) => name !== 'constructor' && typeof prototype[name] === 'function')
        .map((name) => [operationId(controller.name, name), marksOf(controller, prototype[name] as Handler)]);
    }),
  );
};
