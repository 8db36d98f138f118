import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import type { z } from 'zod';
import { validationProblem } from './validation';

/** Checks a body or query against the schema that its parameter names, and answers with each field that is wrong. */
@Injectable()
export class ContractPipe implements PipeTransform {
  transform(value: unknown, { schema, type }: ArgumentMetadata): unknown {
    if (schema === undefined) return value;
    const result = (schema as z.ZodType).safeParse(value);
    if (!result.success) throw validationProblem(result.error.issues, value, type);
    return result.data;
  }
}
