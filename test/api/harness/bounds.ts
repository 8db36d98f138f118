export type Schema = Readonly<Record<string, unknown>>;
export type Schemas = Readonly<Record<string, Schema>>;

/** A value of a request that has a bound, with a request in which nothing else is wrong. */
export interface Bound {
  /** As the refusal names it: `measures[0].text`. */
  readonly field: string;
  readonly max: number;
  readonly kind: 'string' | 'array' | 'integer';
  /** The body with the value at this size. */
  readonly at: (size: number) => unknown;
}

/** One value of each pattern that our schemas have. */
const CANDIDATES = [
  ...['0190f000-0000-7000-8000-000000000001', 'a'.repeat(64), 'secretary', 'B01', '08:00', 'key-12345'],
];
const FORMATS: Readonly<Record<string, string>> = {
  date: '2026-03-02',
  'date-time': '2026-03-02T01:00:00Z',
  email: 'a@b.cn',
};
/** Two UTF-16 units and one code point: what counts units refuses it at half its bound. */
const WIDE = '\u{20BB7}';

const stringOf = ({ format, pattern, minLength }: Schema): string => {
  if (typeof format === 'string' && FORMATS[format] !== undefined) return FORMATS[format];
  if (typeof pattern === 'string') {
    const found = CANDIDATES.find((each) => new RegExp(pattern).test(each));
    if (found === undefined) throw new Error(`no candidate for ${pattern}`);
    return found;
  }
  return 'x'.repeat(Number(minLength ?? 1));
};

export const resolved = (schema: Schema, schemas: Schemas): Schema => {
  const { $ref } = schema;
  return typeof $ref === 'string' ? (schemas[$ref.split('/').at(-1) as string] as Schema) : schema;
};
export const branchesOf = (schema: Schema): readonly Schema[] | null =>
  ((schema['anyOf'] ?? schema['oneOf']) as readonly Schema[] | undefined) ?? null;
export const propertiesOf = (schema: Schema) => Object.entries((schema['properties'] ?? {}) as Schemas);

/** The least that a schema takes. */
export const least = (given: Schema, schemas: Schemas): unknown => {
  const schema = resolved(given, schemas);
  const branches = branchesOf(schema);
  if (branches?.[0]) return least(branches[0], schemas);
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  switch (schema['type']) {
    case 'object': {
      const required = (schema['required'] ?? []) as readonly string[];
      const wanted = propertiesOf(schema).filter(([name]) => required.includes(name));
      return Object.fromEntries(wanted.map(([name, each]) => [name, least(each, schemas)]));
    }
    case 'array': {
      const items = schema['prefixItems'] as readonly Schema[] | undefined;
      if (items) return items.map((each) => least(each, schemas));
      const count = Math.max(1, Number(schema['minItems'] ?? 0));
      return Array.from({ length: count }, () => least(schema['items'] as Schema, schemas));
    }
    case 'integer':
      return schema['minimum'] ?? 0;
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return stringOf(schema);
  }
};

const sized = (schema: Schema, size: number): string =>
  schema['format'] === 'email' ? `${'a'.repeat(size - 5)}@b.cn` : WIDE.repeat(size);

export type Put = (value: unknown) => unknown;

/** Every bound inside a schema. `put` places a value where the schema stands. */
export const boundsIn = (
  given: Schema,
  schemas: Schemas,
  field = '',
  put: Put = (value) => value,
): Bound[] => {
  const schema = resolved(given, schemas);
  const branches = branchesOf(schema);
  if (branches) return branches.flatMap((branch) => boundsIn(branch, schemas, field, put));
  const { type, maxLength, maxItems, maximum } = schema;
  if (type === 'object') {
    const whole = least(schema, schemas) as object;
    return propertiesOf(schema).flatMap(([name, each]) =>
      boundsIn(each, schemas, field ? `${field}.${name}` : name, (value) => put({ ...whole, [name]: value })),
    );
  }
  if (type === 'array') {
    const items = schema['items'] as Schema | undefined;
    if (!items) return [];
    const one = least(items, schemas);
    const own: Bound[] =
      maxItems === undefined || Array.isArray(items['enum'])
        ? []
        : [
            {
              field,
              max: Number(maxItems),
              kind: 'array',
              at: (size) => put(Array.from({ length: size }, () => one)),
            },
          ];
    const rest = (least(schema, schemas) as unknown[]).slice(1);
    return [...own, ...boundsIn(items, schemas, `${field}[0]`, (value) => put([value, ...rest]))];
  }
  if (type === 'integer' && maximum !== undefined && Number(maximum) < Number.MAX_SAFE_INTEGER)
    return [{ field, max: Number(maximum), kind: 'integer', at: (size) => put(size) }];
  if (type === 'string' && maxLength !== undefined && schema['pattern'] === undefined)
    return [{ field, max: Number(maxLength), kind: 'string', at: (size) => put(sized(schema, size)) }];
  return [];
};

const isClosed = ({ format, pattern, maxLength, ...schema }: Schema): boolean =>
  'enum' in schema ||
  'const' in schema ||
  maxLength !== undefined ||
  format === 'date' ||
  format === 'date-time' ||
  pattern !== undefined;

/** Where a schema lets something in without a bound. */
export const unboundedIn = (given: Schema, schemas: Schemas, field = ''): string[] => {
  const schema = resolved(given, schemas);
  const branches = branchesOf(schema);
  if (branches) return branches.flatMap((branch) => unboundedIn(branch, schemas, field));
  if ('const' in schema || 'enum' in schema) return [];
  switch (schema['type']) {
    case 'object':
      return [
        ...(schema['additionalProperties'] === false || schema['propertyNames'] ? [] : [`${field}: any key`]),
        ...propertiesOf(schema).flatMap(([name, each]) => unboundedIn(each, schemas, `${field}.${name}`)),
      ];
    case 'array':
      return [
        ...(schema['maxItems'] === undefined && !schema['prefixItems'] ? [`${field}: any number`] : []),
        ...(schema['items'] ? unboundedIn(schema['items'] as Schema, schemas, `${field}[]`) : []),
      ];
    case 'integer':
    case 'number':
      return Number(schema['maximum'] ?? Infinity) < Number.MAX_SAFE_INTEGER ? [] : [`${field}: any integer`];
    case 'string':
      return isClosed(schema) ? [] : [`${field}: any string`];
    case 'boolean':
    case 'null':
      return [];
    default:
      return 'enum' in schema || 'const' in schema ? [] : [`${field}: anything`];
  }
};
