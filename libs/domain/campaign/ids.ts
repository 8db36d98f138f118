import { problemOf, problemOfMeasure, type Campaign } from './campaign.state';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text has the form of an id; ids are made outside and given in. */
export const isId = (text: string): boolean => ID.test(text);

/** Whether a problem or a measure has, or had, this id already. An id means one thing for ever: obligations' keys are made of it. */
export const isIdTaken = (campaign: Campaign, id: string): boolean =>
  problemOf(campaign, id) !== undefined ||
  problemOfMeasure(campaign, id) !== undefined ||
  Object.values(campaign.problems).some(({ retired }) => retired.includes(id));
