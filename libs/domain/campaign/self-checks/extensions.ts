import { includedProblems } from '../campaign.state';
import { every, type Check } from './self-check';

/** D-10: whatever was extended was asked for before its day; that a grant names the new date, the command itself asks. */
export const extensions: Check = ({ campaign }) =>
  every(
    includedProblems(campaign).filter(({ extended }) => extended.length > 0),
    {
      id: ({ id }) => id,
      isGood: ({ extended }) => extended.every(({ late }) => !late),
      isThereTime: false,
      none: 'nothingArose',
    },
  );
