export type * from './application';
