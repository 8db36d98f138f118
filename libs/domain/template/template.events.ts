/** Events of `template/<slug>`: a storage contract, never renamed or repurposed. */
import type { Message } from '../kernel/kernel';
import type { TemplateDefinition } from './template.definition';

/** Versions count from 1; the definition is complete, so that a campaign can name its version for ever. */
export type TemplatePublished = Message<
  'TemplatePublished',
  { version: number; definition: TemplateDefinition }
>;
export type TemplateEvent = TemplatePublished;
