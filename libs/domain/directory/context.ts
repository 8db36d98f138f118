import type { Actor, Instant } from '../kernel/kernel';
import type { Directory } from './directory.state';

/** What the small aggregates (directory, template, calendar) decide with besides their own state. */
export interface OrganisationContext {
  readonly now: Instant;
  readonly actor: Actor;
  readonly directory: Directory;
}
