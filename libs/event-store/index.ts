export type * from './event-store';
