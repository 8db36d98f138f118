import type { Activities } from '@rectify/workflows';
import type { Log } from '../process/log';
import { createDeliver, type DeliverDeps } from './deliver';
import { createLook, type LookDeps } from './look';
import { createLookAtMail, type LookAtMailDeps } from './look-at-mail';
import { createPerform, type PerformDeps } from './perform';
import { sealed } from './sealed';

export type ActivityDeps = LookDeps & PerformDeps & LookAtMailDeps & DeliverDeps & { readonly log: Log };

/** What the workflows ask of the world. Nothing leaves but what the contract names, errors included. */
export const createActivities = (deps: ActivityDeps): Activities => ({
  look: sealed('look', deps.log, createLook(deps)),
  perform: sealed('perform', deps.log, createPerform(deps)),
  lookAtMail: sealed('lookAtMail', deps.log, createLookAtMail(deps)),
  deliver: sealed('deliver', deps.log, createDeliver(deps)),
});
