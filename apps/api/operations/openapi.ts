import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { problemDetails } from '@rectify/contracts';
import { z } from 'zod';
import { createProblemResponses } from './problem-responses';
import { refusalsOfRoute } from './refusals-of-route';
import { marksOfRoutes } from './route-marks';

type JsonSchema = Record<string, unknown>;
type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** A pair is a list of two: readers of OpenAPI know lists of one kind, and few know places of their own. */
const asList = (schema: { prefixItems?: unknown; items?: unknown }): void => {
  const [first] = (schema.prefixItems ?? []) as readonly object[];
  if (first === undefined) return;
  schema.items = first;
  delete schema.prefixItems;
};

/** A schema as OpenAPI takes it: what has an id of its own is a component, everything else stands where it is used. */
const converted = (schema: unknown, { schemaType }: { readonly schemaType: 'input' | 'output' }) => {
  const { $defs = {}, ...root } = z.toJSONSchema(schema as z.ZodType, {
    io: schemaType,
    override: ({ jsonSchema }) => asList(jsonSchema),
  }) as JsonSchema;
  delete root['$schema'];
  return { schema: root, components: $defs as Schemas };
};

/** `CampaignsController.list` → `campaignsList`; a command is called by its own name. */
const operationId = (controller: string, method: string): string => {
  const feature = controller.replace(/Controller$/, '');
  if (feature.endsWith('Commands')) return method;
  return `${feature.charAt(0).toLowerCase()}${feature.slice(1)}${method.charAt(0).toUpperCase()}${method.slice(1)}`;
};

const description = `Rectification campaigns (专项整治). Every command of an aggregate is a POST of its own; what a person owes names
the command that discharges it, with its schema, so that a program can do a whole campaign by reading its obligations.
Errors are problem+json (RFC 9457) with a code and texts in Chinese and English.`;

/** The whole API as it is routed, made from the very schemas that check it. */
export const openApiDocument = (app: INestApplication): OpenAPIObject => {
  const config = new DocumentBuilder()
    .setTitle('Rectify')
    .setDescription(description)
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth()
    .addCookieAuth('rectify')
    .addSecurityRequirements('bearer')
    .addSecurityRequirements('cookie')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    standardSchemaConverter: converted,
    operationIdFactory: operationId,
  });
  const { components } = converted(problemDetails, { schemaType: 'output' });
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, ...components },
  };
  delete document.info.contact;
  return withRefusals(document, app);
};

const SAFE = ['get', 'head'];

/** Every operation with all that it can refuse with, status by status. */
const withRefusals = (document: OpenAPIObject, app: INestApplication): OpenAPIObject => {
  const marks = marksOfRoutes(app, operationId);
  const problems = createProblemResponses();
  for (const methods of Object.values(document.paths)) {
    for (const [method, operation] of Object.entries(methods) as [string, Operation][]) {
      const known = marks.get(operation.operationId ?? '');
      if (!known) throw new Error(`${operation.operationId} is no route of a controller`);
      const parameters = (operation.parameters ?? []) as readonly { readonly in?: string }[];
      const codes = refusalsOfRoute(known, {
        isUnsafe: !SAFE.includes(method),
        hasPath: parameters.some((each) => each.in === 'path'),
        hasQuery: parameters.some((each) => each.in === 'query'),
      });
      operation.responses = { ...problems.of(codes), ...operation.responses };
    }
  }
  const responses = problems.components as NonNullable<OpenAPIObject['components']>['responses'];
  document.components = { ...document.components, ...(responses && { responses }) };
  return document;
};
