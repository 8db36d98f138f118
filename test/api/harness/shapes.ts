import { branchesOf, least, propertiesOf, resolved, type Put, type Schema, type Schemas } from './bounds';

/** A body in which one thing is wrong. */
export interface Wrong {
  readonly what: 'missing' | 'unknown' | 'of another type';
  /** As the refusal names it: `measures[0].text`. */
  readonly field: string;
  readonly body: unknown;
}

/** What no field takes: neither text nor number, neither a list nor any known key. */
const OF_NO_TYPE = { nothing: { of: 'this' } };

const under = (field: string, name: string): string => (field ? `${field}.${name}` : name);

/** Every way in which the shape of a body can be wrong in one place, whatever the place's depth. */
export const wrongShapesIn = (
  given: Schema,
  schemas: Schemas,
  field = '',
  put: Put = (value) => value,
): readonly Wrong[] => {
  const schema = resolved(given, schemas);
  const branches = branchesOf(schema);
  // Of a choice every branch is wrong in its own way; which one was meant only its own field says.
  if (branches) return [];
  if (schema['type'] === 'object') return wrongObjectsIn(schema, schemas, field, put);
  if (schema['type'] === 'array' && schema['items']) {
    const rest = (least(schema, schemas) as unknown[]).slice(1);
    return wrongShapesIn(schema['items'] as Schema, schemas, `${field}[0]`, (value) => put([value, ...rest]));
  }
  return [];
};

const wrongObjectsIn = (schema: Schema, schemas: Schemas, field: string, put: Put): readonly Wrong[] => {
  const whole = least(schema, schemas) as Readonly<Record<string, unknown>>;
  const required = (schema['required'] ?? []) as readonly string[];
  const without = (name: string): unknown =>
    Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name));
  const closed = schema['additionalProperties'] === false;
  return [
    ...required.map((name) => ({
      what: 'missing' as const,
      field: under(field, name),
      body: put(without(name)),
    })),
    ...(closed
      ? [
          {
            what: 'unknown' as const,
            field: under(field, 'nobodyAsked'),
            body: put({ ...whole, nobodyAsked: 1 }),
          },
        ]
      : []),
    ...propertiesOf(schema).flatMap(([name, each]) => [
      ...(isObject(each, schemas)
        ? []
        : [
            {
              what: 'of another type' as const,
              field: under(field, name),
              body: put({ ...whole, [name]: OF_NO_TYPE }),
            },
          ]),
      ...wrongShapesIn(each, schemas, under(field, name), (value) => put({ ...whole, [name]: value })),
    ]),
  ];
};

/** Of an object what is wrong is a key of it. */
const isObject = (given: Schema, schemas: Schemas): boolean => {
  const schema = resolved(given, schemas);
  return schema['type'] === 'object' || branchesOf(schema) !== null;
};
