import type { Activities, CampaignRef, DeedRequest, Outlook, Superseded } from '@rectify/workflows';

/** A log played by hand: what a look finds, what a deed writes, and everything that was asked, with its inputs. */
export interface Score {
  outlook: Outlook | Superseded;
  /** Facts that the next deed writes; it then sets what a look finds. */
  readonly onPerform: ((deed: DeedRequest) => number | Promise<number>)[];
  /** Runs within a look, before it answers. */
  readonly onLook: (() => void | Promise<void>)[];
  readonly asked: (readonly ['look', CampaignRef] | readonly ['perform', DeedRequest])[];
  readonly activities: Pick<Activities, 'look' | 'perform'>;
}

export const outlook = (stage: Outlook['stage'], more: Partial<Outlook> = {}): Outlook => ({
  stage,
  road: [{ stage: 'screening', is: stage === 'screening' ? 'open' : 'closed' }],
  due: [],
  version: 1,
  wake: null,
  ...more,
});

export const createScore = (first: Outlook): Score => {
  const score: Score = {
    outlook: first,
    onPerform: [],
    onLook: [],
    asked: [],
    activities: {
      look: async (ref) => {
        score.asked.push(['look', ref]);
        const seen = score.outlook;
        await score.onLook.shift()?.();
        return seen;
      },
      perform: async (deed) => {
        score.asked.push(['perform', deed]);
        return (await score.onPerform.shift()?.(deed)) ?? 0;
      },
    },
  };
  return score;
};
