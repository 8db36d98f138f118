import type { Problem } from '../api/types';

const GONE: readonly string[] = ['merged', 'split', 'terminated'];

/** On the list, and put right or being so under its own number: neither gone into another nor ended. */
export const isLive = ({ number, status }: Problem): boolean => number !== null && !GONE.includes(status);
