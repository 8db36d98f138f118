import type { SampleListView } from '@rectify/contracts';
import type { Campaign } from '@rectify/domain';

/** Every sample with what it was drawn by, so that a reader can draw it again, and what became of each problem drawn. */
export const samplesView = ({ samples, problems }: Campaign): SampleListView => ({
  items: samples.map(({ by, population, drawn, ...sample }) => ({
    ...sample,
    on: by.on,
    population: population.map((problemId) => ({ problemId, number: problems[problemId]?.number ?? 0 })),
    drawn: drawn.map((problemId) => ({
      problemId,
      verdict: problems[problemId]?.verdicts.find(({ round }) => round === sample.round)?.verdict ?? null,
    })),
  })),
  next: null,
});
