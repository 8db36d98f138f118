import type { OpenAPIObject } from '@nestjs/swagger';

interface Asked {
  readonly method: string;
  readonly url: string;
}
interface Told {
  readonly status: number;
  readonly body: unknown;
}

type Responses = Readonly<Record<string, { readonly $ref?: string; readonly content?: object }>>;
interface Operation {
  readonly responses: Responses;
}

/** The codes that a documented problem can carry; null where the status stands for no problem. */
export const codesOf = (document: OpenAPIObject, response: { readonly $ref?: string }): string[] | null => {
  const name = response.$ref?.split('/').at(-1);
  if (name === undefined) return null;
  const schema = Object.values(
    (document.components?.responses?.[name] as { content: Record<string, { schema: unknown }> }).content,
  )[0]?.schema as { allOf: readonly { properties?: { code: { enum: string[] } } }[] };
  return schema.allOf[1]?.properties?.code.enum ?? null;
};

/** What finds the operation of a request, as the router would. */
export const finderOf = (document: OpenAPIObject) => {
  const routes = Object.entries(document.paths).map(([path, methods]) => ({
    pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
    isFixed: !path.includes('{'),
    methods: methods as unknown as Readonly<Record<string, Operation>>,
  }));
  return ({ method, url }: Asked): Operation | undefined => {
    const [path = ''] = url.split('?');
    const found = routes.filter(
      ({ pattern, methods }) => pattern.test(path) && methods[method.toLowerCase()],
    );
    return (found.find(({ isFixed }) => isFixed) ?? found[0])?.methods[method.toLowerCase()];
  };
};

/** Every answer of every API spec is one that the document names, to the code. Throws else. */
export const documentedIn = (document: OpenAPIObject): ((asked: Asked, told: Told) => void) => {
  const find = finderOf(document);
  return ({ method, url }, { status, body }) => {
    const operation = find({ method, url });
    if (!operation) return;
    const code = (body as { code?: string } | null)?.code;
    const response = operation.responses[String(status)];
    const codes = response ? codesOf(document, response) : [];
    const isNamed = codes === null || (code !== undefined && codes.includes(code));
    if (!isNamed)
      throw new Error(
        `not in the OpenAPI document: ${method} ${url} → ${status} ${code ?? ''}; see its "refuses"`,
      );
  };
};
