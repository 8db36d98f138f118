import { useQuery } from '@tanstack/react-query';
import { queries } from '../../../shared/api/queries';
import type { Campaign, TimelineEntry } from '../../../shared/api/types';
import { useAsOf } from '../../../shared/as-of/as-of';
import { moment } from '../../../shared/dates/format';
import { useClockDay, useToday } from '../../../shared/dates/use-today';
import { useText } from '../../../shared/i18n/use-text';
import { ProblemListTable } from '../../../shared/problem/problem-list';
import { useEntryText } from '../../../shared/record/entry-text';
import { Empty, EmptyPanel } from '../../../shared/ui/empty';
import { Loaded } from '../../../shared/ui/loaded';
import { Panel } from '../../../shared/ui/page';
import { Unbroken } from '../../../shared/ui/unbroken';
import { CampaignTab } from '../components/campaign-tab';
import { MyPart } from '../components/my-part';
import { ToScreening } from '../components/to-screening';
import '../components/campaign.css';

const OWED = ['confirmProblemList', 'castVote', 'confirmMeetingVote', 'issueProblem'] as const;
const BESIDES = ['CorrectProblem', 'MergeProblems', 'SplitProblem'] as const;

/** How a list came to be confirmed. Who voted what is told to nobody before the vote is closed. */
const VOTING = [
  'VoteOpened',
  'MeetingVoteRecorded',
  'MeetingVoteConfirmed',
  'VoteFailed',
  'ProblemListConfirmed',
] as const satisfies readonly TimelineEntry['type'][];

/** 会审: the list that is put to the leading group, the reader's own vote, and what came of each. */
const ReviewPage = () => {
  const { t } = useText();
  return (
    <CampaignTab title={t('tab.review')}>
      {(campaign) => (
        <>
          <MyPart campaign={campaign} only={{ owed: OWED, besides: BESIDES }} />
          <Votes campaign={campaign} />
          <List campaign={campaign} />
        </>
      )}
    </CampaignTab>
  );
};

const Votes = ({ campaign: { id, code, vote } }: { campaign: Campaign }) => {
  const { t } = useText();
  const today = useClockDay();
  const textOf = useEntryText();
  const query = useQuery(queries.timeline(id, useAsOf()));
  return (
    <Panel title={t('tab.votes')}>
      <div className="panel-body">
        {vote ? <p data-vote-base="">{t('tab.voteBase', { ...vote })}</p> : null}
        <Loaded query={query}>
          {(entries) => {
            const votes = entries.filter(({ type }) => (VOTING as readonly string[]).includes(type));
            if (votes.length === 0)
              return (
                <Empty text={t('tab.noVote')} isPart>
                  <ToScreening code={code} />
                </Empty>
              );
            return (
              <ul>
                {votes.map((entry) => (
                  <li key={`${entry.version}.${entry.line}`} data-vote={entry.type}>
                    <Unbroken
                      text={`${moment(entry.at, today, t)} ${entry.by?.name ?? ''} ${textOf(entry, null)}`}
                    />
                  </li>
                ))}
              </ul>
            );
          }}
        </Loaded>
      </div>
    </Panel>
  );
};

const List = ({ campaign: { id, code } }: { campaign: Campaign }) => {
  const { t } = useText();
  const today = useToday();
  const query = useQuery(queries.problems(id, useAsOf()));
  return (
    <Panel title={t('stage.problemList')}>
      <Loaded query={query}>
        {(problems) => {
          const listed = problems.filter(({ number }) => number !== null);
          return listed.length === 0 ? (
            <EmptyPanel text={t('ledger.empty')}>
              <ToScreening code={code} />
            </EmptyPanel>
          ) : (
            <ProblemListTable
              problems={listed}
              caption={t('ledger.caption', { count: listed.length })}
              today={today}
            />
          );
        }}
      </Loaded>
    </Panel>
  );
};

export default ReviewPage;
