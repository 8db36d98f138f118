import { isDeepStrictEqual } from 'node:util';
import {
  awaitsVerdict,
  draw,
  sampleSize,
  seedOf,
  type Campaign,
  type CampaignEvent,
  type EventData,
} from '@rectify/domain';
import { must } from './must';

/** What must never be of a look-back, from event to event and from state to state. */
export const watchLookBack = () => {
  const drawn: (readonly string[])[] = [];
  const judged = new Set<string>();
  let relapses = 0;
  let reopened = 0;
  let isOver = false;

  const event = ({ type, data }: CampaignEvent): void => {
    if (type === 'SampleDrawn') {
      must(data.round === drawn.length + 1, 'each sample is drawn once', data.round);
      isRight(data);
      drawn.push(data.drawn);
    }
    if (type === 'ProblemReopened' && data.cause === 'lookBack') reopened += 1;
    if (type !== 'VerdictRecorded') return;
    const { round, problemId, verdict } = data;
    must(drawn[round - 1]?.includes(problemId) === true, 'only what was drawn is judged', problemId);
    const id = `${round} ${problemId}`;
    must(!judged.has(id), 'a sampled problem has one verdict at most a sample', id);
    judged.add(id);
    if (verdict === 'relapsed') relapses += 1;
  };

  const state = ({ stages, problems }: Campaign): void => {
    must(relapses === reopened, 'each relapse reopens its problem once', [relapses, reopened]);
    const how = stages.find(({ kind }) => kind === 'lookBack')?.closed?.how;
    const isJudged = isOver || Object.values(problems).every((problem) => !awaitsVerdict(problem));
    must(how !== 'approved' || isJudged, 'a look-back is not closed with a sampled problem unjudged');
    isOver ||= how === 'approved';
  };

  return { event, state };
};

const isRight = ({
  basis,
  drawn,
  percent,
  atLeast,
  seed,
  signOffHash,
  round,
}: EventData<'SampleDrawn'>): void => {
  const ids = (basis.content as readonly (readonly [number, string])[]).map(([, id]) => id);
  const size = sampleSize({ percent, atLeast }, ids.length);
  const isPart = drawn.every((id) => ids.includes(id));
  must(
    drawn.length === size && new Set(drawn).size === size && isPart,
    'a sample is as large as planned',
    drawn,
  );
  const again = draw(seedOf(signOffHash, round), [...ids].reverse(), size);
  must(isDeepStrictEqual(again, drawn), 'a sample can be drawn again', seed);
};
