/** What is bundled: every function exported here is a workflow, named as it is exported. */
export { campaign } from './campaign.workflow';
export { delivery } from './delivery.workflow';
