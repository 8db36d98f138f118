export * from './given';
export * from './organisation';
export * from './campaign-world';
export * from './walk-campaign';
