export * from './limits';
export * from './admin';
export * from './primitives';
export * from './commands.campaign';
export * from './commands.directory';
export * from './commands.calendar';
export * from './commands.template';
export * from './template';
export {
  calendarPreview,
  replanningPreview,
  type CalendarPreview,
  type ReplanningPreview,
} from './replanning';
export { launchPreview, type LaunchPreviewView } from './launch-preview';
export * from './command-catalog';
export * from './status';
export * from './problem-details';
export * from './refusals-of';
export * from './obligation';
export * from './campaign';
export * from './calendar';
export * from './calendar-of-campaign';
export * from './looking-up';
export * from './self-checks';
export { sample, sampleList, type SampleListView } from './look-back';
export * from './problem';
export * from './identity';
export * from './organisation-import';
export * from './oidc';
export * from './preferences';
export * from './channels';
export * from './own-page';
export * from './operation';
export * from './action-schema';
