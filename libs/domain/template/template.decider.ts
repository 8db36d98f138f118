import { anyAuthority } from '../directory/authority';
import type { OrganisationContext } from '../directory/context';
import { canonical } from '../kernel/hash';
import type { Decider, Decision, Message } from '../kernel/kernel';
import { accept, refuse } from '../kernel/kernel';
import type { TemplateDefinition } from './template.definition';
import type { TemplateEvent } from './template.events';
import type { Template, TemplateState } from './template.state';
import { evolve, initialState } from './template.state';
import { faultOfDefinition } from './template.validation';

/** Publishes a version; the latest one once more changes nothing. A stream keeps its slug. */
export type PublishTemplate = Message<'PublishTemplate', { definition: TemplateDefinition }>;
export type TemplateCommand = PublishTemplate;

const decide = (
  template: Template,
  { data: { definition } }: TemplateCommand,
  context: OrganisationContext,
): Decision<TemplateEvent> => {
  const authority = anyAuthority(context.directory, context.actor);
  if (!authority.may) return refuse('NOT_YOURS');
  const fault = faultOfDefinition(definition);
  if (fault) return { ok: false, refusal: fault };
  if (template.slug !== null && template.slug !== definition.slug) {
    return refuse('TEMPLATE_OTHER_SLUG', { field: 'definition.slug', params: { slug: template.slug } });
  }
  if (template.latest !== null && canonical(template.latest) === canonical(definition)) {
    return accept<TemplateEvent>([], authority.as);
  }
  return accept(
    [{ type: 'TemplatePublished', data: { version: template.version + 1, definition } }],
    authority.as,
  );
};

export const templateDecider: Decider<TemplateState, TemplateCommand, TemplateEvent, OrganisationContext> = {
  initialState,
  decide,
  evolve,
};
