import type { CivilDate, Id } from '../kernel/kernel';
import type { Basis } from './basis';
import {
  inOrder,
  isLive,
  liveProblems,
  type Campaign,
  type Deed,
  type ReadonlyProblem,
} from './campaign.state';
import type { LookBackVerdict } from './look-back.commands';

/** A drawn sample, with what it was drawn by. */
export interface Sample {
  round: number;
  algorithm: 'sample@1';
  signOffHash: string;
  seed: string;
  percent: number;
  atLeast: number;
  basisHash: string;
  /** In the order of their numbers. */
  population: Id[];
  drawn: Id[];
  by: Deed;
}

/** What somebody who looked back found. */
export interface Verdict extends Deed {
  round: number;
  verdict: LookBackVerdict;
  looked: string;
  evidence: string;
}

export interface LookBackState {
  samples: Sample[];
  /** The sample that is asked for; a returned look-back asks for another one. */
  sampleRound: number;
}

export const noSamples = (): LookBackState => ({ samples: [], sampleRound: 1 });

/** What can be drawn: closed now, late or not. What is kept up is reviewed every cycle anyhow. */
export const population = (campaign: Campaign): readonly ReadonlyProblem[] =>
  liveProblems(campaign).filter(({ status }) => status === 'closed');

export const populationBasis = (campaign: Campaign): Basis => ({
  fn: 'look-back-population@1',
  content: population(campaign).map(({ number, id }) => [number, id]),
});

/** Kept up or given up: looked back on no more. */
export const isOut = (problem: ReadonlyProblem): boolean =>
  !isLive(problem) || problem.status === 'sustained';

/**
 * Whether the sample that is asked for is drawn. Where nothing was ever closed there is nothing to look back on; what is
 * under way again waits, for reopening everything is no way round a look-back.
 */
export const isSampleDrawn = (campaign: Campaign): boolean =>
  campaign.samples.length >= campaign.sampleRound ||
  liveProblems(campaign).every((problem) => isOut(problem) || problem.firstClosed === null);

export const verdictOf = ({
  sampled,
  verdicts,
}: ReadonlyProblem): ReadonlyProblem['verdicts'][number] | null =>
  verdicts.find(({ round }) => round === sampled) ?? null;

/** Drawn and not yet judged. Reopened meanwhile, it is judged once it is closed again. */
export const awaitsVerdict = (problem: ReadonlyProblem): boolean =>
  problem.sampled > 0 && !isOut(problem) && verdictOf(problem) === null;

/** What the look-back has found so far. Verdicts, not problems: one that relapses in two samples relapsed twice. */
export interface LookBackResult {
  readonly drawn: readonly Id[];
  readonly judged: readonly Id[];
  readonly relapsed: readonly Id[];
}

export const lookBackResult = (campaign: Campaign): LookBackResult => {
  const verdicts = inOrder(campaign).flatMap(({ id, verdicts: given }) =>
    given.map(({ verdict }) => ({ id, verdict })),
  );
  return {
    drawn: campaign.samples.flatMap(({ drawn }) => drawn),
    judged: verdicts.map(({ id }) => id),
    relapsed: verdicts.filter(({ verdict }) => verdict === 'relapsed').map(({ id }) => id),
  };
};

/** The day on which a look-back ended or its sample was drawn; null while the draw is still to be made. */
export const drawnOn = ({ samples, sampleRound }: Campaign): CivilDate | null =>
  samples.length >= sampleRound ? (samples.at(-1)?.by.on ?? null) : null;
