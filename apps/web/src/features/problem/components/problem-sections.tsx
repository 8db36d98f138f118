import type { CivilDate } from '@rectify/domain';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../../../shared/api/queries';
import type { Problem } from '../../../shared/api/types';
import { useAsOf } from '../../../shared/as-of/as-of';
import { longDay } from '../../../shared/dates/format';
import { useToday } from '../../../shared/dates/use-today';
import { useText } from '../../../shared/i18n/use-text';
import { Finding, ownerOf, PlanContent } from '../../../shared/problem/problem-content';
import { useDeadline, useProblem } from '../../../shared/problem/use-problem';
import { deedsIn } from '../../../shared/record/deeds';
import { Loaded } from '../../../shared/ui/loaded';
import { Panel } from '../../../shared/ui/page';
import { Unbroken } from '../../../shared/ui/unbroken';
import { Comments } from './comments';
import { FourAnswers } from './four-answers';
import { MyTurn } from './my-turn';
import { RecordOfRounds } from './record-of-rounds';
import { Reopened } from './reopened';
import { SameMeasures } from './same-measures';

export const ProblemSections = ({ problem }: { problem: Problem }) => {
  const { t } = useText();
  const today = useToday();
  const asOf = useAsOf();
  const dueOn = useDeadline(problem);
  const found = useProblem(problem.campaignId, problem.id);
  const hasRecord = found?.campaign.access === 'records';
  const record = useQuery({
    ...queries.problemTimeline(problem.campaignId, problem.id, asOf),
    enabled: hasRecord,
  });
  // What was missing is then why it was opened again, and that is pinned above.
  const reopenedBecause = record.data?.find(({ type }) => type === 'ProblemReopened')?.text;
  // Of a day that is over nothing can be done: the controls are absent, not grey.
  const mine = asOf === undefined ? <MyTurn problem={problem} /> : null;
  return (
    <>
      {problem.code && record.data ? <Reopened code={problem.code} entries={record.data} /> : null}
      <FourAnswers problem={problem} dueOn={dueOn} today={today} mine={mine} />
      {problem.masked ? <p className="note problem-note">{t('problem.masked')}</p> : null}
      {problem.missing && problem.missing !== reopenedBecause ? (
        <p className="note problem-note" data-tone="attention">
          {t('problem.missing', { missing: problem.missing })}
        </p>
      ) : null}
      <Lineage problem={problem} today={today} />
      <Panel title={t('problem.found')}>
        <div className="panel-body two">
          <Finding problem={problem} itemText={found?.itemText} />
          <Facts problem={problem} />
        </div>
      </Panel>
      <Planned problem={problem} dueOn={dueOn} />
      {problem.claim && !problem.masked ? (
        <Panel title={t('problem.claim')}>
          <p className="panel-body prose">{problem.claim.result}</p>
        </Panel>
      ) : null}
      {problem.lookBack.verdicts.length > 0 ? (
        <Panel title={t('lookBack.conclusion')}>
          <ul className="panel-body prose">
            {problem.lookBack.verdicts.map(({ round, on, verdict, looked, evidence }) => (
              <li key={round}>
                <Unbroken
                  text={t('lookBack.of', {
                    on: longDay(on, today, t),
                    verdict: t(`lookBack.${verdict}`),
                    looked,
                    evidence,
                  })}
                />
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      {hasRecord ? (
        <Panel title={t('record.title')} id="record">
          <Loaded query={record}>
            {(entries) => <RecordOfRounds problem={problem} entries={deedsIn(entries)} />}
          </Loaded>
        </Panel>
      ) : null}
      {record.data && problem.code ? (
        <Comments problem={problem} entries={record.data} isPast={asOf !== undefined} />
      ) : null}
    </>
  );
};

const Planned = ({ problem, dueOn }: { problem: Problem; dueOn: CivilDate | null }) => {
  const { t } = useText();
  const today = useToday();
  const isNow = useAsOf() === undefined;
  if (!problem.plan || problem.masked) return null;
  return (
    <Panel title={t('problem.plan')}>
      <div className="panel-body">
        <PlanContent problem={problem} dueOn={dueOn} today={today} />
        {/* Reckoned of now alone. */}
        {isNow ? <SameMeasures problem={problem} /> : null}
      </div>
    </Panel>
  );
};

/** Where it went by a merging or a split, and what it was split from. */
const Lineage = ({
  problem: { goneInto, partOf, awaitsVote },
  today,
}: {
  problem: Problem;
  today: CivilDate;
}) => {
  const { t } = useText();
  return (
    <>
      {awaitsVote ? <p className="note problem-note">{t('problem.awaitsVote')}</p> : null}
      {goneInto ? (
        <p className="note problem-note" data-tone="attention" data-testid="gone-into">
          <Unbroken
            text={t('problem.goneInto', { date: longDay(goneInto.on, today, t), reason: goneInto.reason })}
          />{' '}
          {goneInto.problems.map(({ code }) => (
            <Link key={code} to="/p/$code" params={{ code }}>
              {code}
            </Link>
          ))}
        </p>
      ) : null}
      {partOf ? (
        <p className="note problem-note">
          {t('problem.partOf')}{' '}
          <Link to="/p/$code" params={{ code: partOf.code }}>
            {partOf.code}
          </Link>
        </p>
      ) : null}
    </>
  );
};

const Facts = ({ problem }: { problem: Problem }) => {
  const { t } = useText();
  const today = useToday();
  const lead = problem.lead.people.map(({ name }) => name).join(t('people.and')) || t('people.nobody');
  return (
    <dl className="facts">
      <dt>{t('ledger.aspect')}</dt>
      <dd>{problem.aspect.name}</dd>
      <dt>{t('problem.reportedOn')}</dt>
      <dd>{longDay(problem.reportedOn, today, t)}</dd>
      {problem.fixType ? (
        <>
          <dt>{t('form.fixType')}</dt>
          <dd>{t(`fixType.${problem.fixType}`)}</dd>
        </>
      ) : null}
      <dt>{t('duty.lead')}</dt>
      <dd>{lead}</dd>
      <dt>{t('duty.owner')}</dt>
      <dd>{ownerOf(problem, t)}</dd>
    </dl>
  );
};
