import { notApplicable, type Check } from './self-check';

/** D-10: where no date was ever extended there is nothing to prove. */
export const extensions: Check = () => notApplicable('nothingArose');
