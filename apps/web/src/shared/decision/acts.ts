import type { Action } from '../api/types';

/** `PassReview` → `pass-review`, as the contracts name the paths; theirs would bring every schema into the browser. */
const kebab = (type: string): string =>
  type.replace(/[A-Z]/g, (letter, at: number) => `${at > 0 ? '-' : ''}${letter.toLowerCase()}`);

type Defaults = Action['defaults'];

const act =
  (path: string) =>
  (command: string, defaults: Defaults = {}): Action => ({
    command,
    method: 'POST',
    path: `${path}/commands/${kebab(command)}`,
    schema: {},
    defaults,
    reauth: false,
  });

/** What may be done to the directory and to the calendar, which offer no actions of their own. Whether it may be, says the command. */
export const campaignAct = (id: string) => act(`/api/campaigns/${id}`);
export const directoryAct = act('/api/directories/main');
export const calendarAct = act('/api/calendars/cn');
