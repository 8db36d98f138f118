export * from './contract';
export type { campaign } from './campaign.workflow';
export type { delivery } from './delivery.workflow';
