import { type TemplateCommand } from '@rectify/domain';
import { z } from 'zod';
import { templateDefinition } from './template';

/** The bodies of a template's commands. */
export const templateCommands = {
  PublishTemplate: z.strictObject({ definition: templateDefinition }),
} satisfies { readonly [Type in TemplateCommand['type']]: z.ZodType<TemplateCommand['data']> };
