/** The part of JSON Schema that the actions' schemas use for fields a person can fill in. */
export interface FieldSchema {
  readonly type?: string;
  readonly enum?: readonly (string | number)[];
  readonly format?: string;
  readonly maxLength?: number;
  readonly title?: string;
  readonly description?: string;
}

export interface SchemaField {
  readonly name: string;
  readonly schema: FieldSchema;
  readonly isRequired: boolean;
}

/** What is left to ask: every field of the body that the action does not bring itself. */
export const fieldsToAsk = (
  schema: Readonly<Record<string, unknown>>,
  defaults: Readonly<Record<string, unknown>>,
): SchemaField[] => {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, FieldSchema>>;
  const required = (schema['required'] ?? []) as readonly string[];
  return Object.entries(properties)
    .filter(([name]) => !(name in defaults))
    .map(([name, field]) => ({ name, schema: field, isRequired: required.includes(name) }));
};

/** A typed text as the schema wants it; undefined where it is none of its values. */
export const valueOf = ({ type }: FieldSchema, text: string): unknown => {
  switch (type) {
    case 'integer':
    case 'number':
      return Number.isFinite(Number(text)) ? Number(text) : undefined;
    case 'boolean':
      return text === 'true';
    case 'array':
    case 'object':
      return parsed(text);
    default:
      return text.trim();
  }
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};
