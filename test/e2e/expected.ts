/**
 * What the working calendar of 2026 makes of the ladder `work` for a problem due on Sunday 7 June: the rungs of each
 * day, and whom that day's mail reaches. Written by hand from the calendar; the lead of this problem is the secretary.
 */
export const ladderDays: readonly {
  readonly day: string;
  readonly rungs: readonly string[];
  readonly to: readonly ('holder' | 'secretary')[];
}[] = [
  { day: '2026-05-29', rungs: ['T-7'], to: ['holder'] }, // Sunday the 31st, moved to the Friday before
  { day: '2026-06-04', rungs: ['T-3'], to: ['holder'] },
  { day: '2026-06-05', rungs: ['T-1'], to: ['holder'] }, // Saturday the 6th
  { day: '2026-06-08', rungs: ['T merged', 'T+1'], to: ['holder', 'secretary'] }, // the Monday, and moved to it
  { day: '2026-06-10', rungs: ['T+3'], to: ['holder', 'secretary'] },
  { day: '2026-06-15', rungs: ['T+7'], to: ['secretary'] }, // Sunday the 14th
  { day: '2026-06-22', rungs: ['T+15'], to: ['secretary'] }, // the first working day after the festival
  { day: '2026-07-07', rungs: ['T+30'], to: ['secretary'] },
];

/** The campaign's story: stages, deeds, and the timers whose moment came. */
export const toldStory: readonly string[] = [
  'stage mobilisation',
  'timer open mobilisation until 2026-03-03 00:00',
  'deed openStage mobilisation -> 1',
  'stage screening',
  'timer open screening until 2026-03-10 00:00',
  'deed openStage screening -> 1',
  'stage problemList',
  'timer open problemList until 2026-04-08 00:00',
  'deed openStage problemList -> 1',
  'stage measures',
  'timer open measures until 2026-04-15 00:00',
  'deed openStage measures -> 1',
  'stage deadlines',
  'timer open deadlines until 2026-04-29 00:00',
  'deed openStage deadlines signOff -> 2',
  'timer rung T-7 until 2026-05-29 08:30',
  'deed remind T-7 x1 -> 1',
  'timer rung T-3 until 2026-06-04 08:30',
  'deed remind T-3 x1 -> 1',
  'timer rung T-1 until 2026-06-05 08:30',
  'deed remind T-1 x1 -> 1',
  'timer rung T until 2026-06-08 08:30',
  'deed remind T x1 T+1 x1 -> 1',
  'timer rung T+3 until 2026-06-10 08:30',
  'deed remind T+3 x1 -> 1',
  'timer rung T+7 until 2026-06-15 08:30',
  'deed remind T+7 x1 -> 3',
  'timer rung T+15 until 2026-06-22 08:30',
  'deed remind T+15 x1 -> 3',
  'timer rung T+30 until 2026-07-07 08:30',
  'deed remind T+30 x1 -> 3',
  'stage signOff',
  'stage summary',
  'timer open summary until 2026-08-12 00:00',
  'deed openStage summary -> 1',
  'stage lookBack',
  'timer open lookBack until 2026-11-12 00:00',
  'deed openStage lookBack -> 1',
  'stage over',
  'end over',
];
