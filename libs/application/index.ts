export type * from './application';
export { CALENDAR, DIRECTORY, streamOf, templateStream } from './aggregates';
export { createApplication, type ApplicationOptions } from './create-application';
export { UpgradeNeeded } from '@rectify/read-models';
