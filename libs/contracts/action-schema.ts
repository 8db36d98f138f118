import { clueAnswers, ordinaryAnswers, type Json } from '@rectify/domain';
import { z } from 'zod';
import { catalogueEntry } from './command-catalog';

type JsonObject = { readonly [key: string]: Json };
type Properties = { readonly [field: string]: JsonObject };

const cache = new Map<string, JsonObject>();

/** The JSON Schema (2020-12) of a command's body, complete by itself. Throws on a command that is not offered. */
export const commandSchema = (type: string): JsonObject => {
  const known = cache.get(type);
  if (known) return known;
  const entry = catalogueEntry(type);
  if (!entry) throw new Error(`${type} is not in the catalogue`);
  const made = z.toJSONSchema(entry.schema, { io: 'input' }) as JsonObject;
  cache.set(type, made);
  return made;
};

/** What names the thing that is acted on: a caller has no choice there. What a person may change is a default only. */
const FIXED = new Set([
  'problemId',
  'measureId',
  'basisHash',
  'stage',
  'duty',
  'subject',
  'cycle',
  'proposalId',
]);

const narrowed = (field: string, property: JsonObject, value: Json | undefined): JsonObject => {
  if (value === undefined) return property;
  return FIXED.has(field) ? { ...property, const: value } : { ...property, default: value };
};

/** One entry for each asked item, with the answers that its kind takes: of a clue only a verdict, never a problem. */
const answersSchema = (property: JsonObject, items: readonly string[], isClue: boolean): JsonObject => {
  const answer = property['items'] as { readonly properties: Properties } & JsonObject;
  const { problems, counts, ...rest } = answer.properties;
  const properties = {
    ...rest,
    item: { ...rest['item'], enum: items },
    answer: { ...rest['answer'], enum: [...(isClue ? clueAnswers : ordinaryAnswers)] },
    ...(!isClue && problems && { problems }),
    ...(isClue && counts && { counts }),
  };
  return { ...property, maxItems: items.length, items: { ...answer, properties } as unknown as JsonObject };
};

/** A command's schema, narrowed to what it can mean where it is offered. */
export const actionSchema = (type: string, defaults: JsonObject, isClue = false): JsonObject => {
  const schema = commandSchema(type);
  const shapes = schema['anyOf'] as readonly JsonObject[] | undefined;
  if (shapes) return { ...schema, anyOf: shapes.map((shape) => narrowedSchema(shape, defaults, isClue)) };
  return narrowedSchema(schema, defaults, isClue);
};

const narrowedSchema = (schema: JsonObject, defaults: JsonObject, isClue: boolean): JsonObject => {
  const properties = Object.entries((schema['properties'] ?? {}) as Properties).map(([field, property]) => {
    const value = defaults[field];
    if (field !== 'answers' || !Array.isArray(value)) return [field, narrowed(field, property, value)];
    const items = value.map((each) => String((each as JsonObject)['item']));
    return [field, answersSchema(property, items, isClue)];
  });
  return { ...schema, properties: Object.fromEntries(properties) as JsonObject };
};
