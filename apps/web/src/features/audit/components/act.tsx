import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../../../shared/api/queries';
import type { Problem, TimelineEntry } from '../../../shared/api/types';
import { longDay, moment } from '../../../shared/dates/format';
import { useClockDay } from '../../../shared/dates/use-today';
import { useText } from '../../../shared/i18n/use-text';
import { Finding, PlanContent, statusOf } from '../../../shared/problem/problem-content';
import { actorText } from '../../../shared/record/actor-text';
import { hashOfAct } from '../../../shared/record/basis-hash';
import { useEntryText } from '../../../shared/record/entry-text';
import { DataTable } from '../../../shared/ui/data-table';
import { Loaded } from '../../../shared/ui/loaded';
import { Panel } from '../../../shared/ui/page';
import { Unbroken } from '../../../shared/ui/unbroken';

interface ActProps {
  readonly campaignId: string;
  readonly code: string;
  readonly entry: TimelineEntry;
}

/** One decision: who, in which post, when, and the content as it stood with it. */
export const Act = ({ campaignId, code, entry }: ActProps) => {
  const { t } = useText();
  const query = useQuery(queries.problemsAt(campaignId, entry.version));
  return (
    <Loaded query={query} lines={8}>
      {(problems) => {
        const problem = problems.find(({ id }) => id === entry.problemId);
        return (
          <>
            <Facts entry={entry} problem={problem} />
            <Panel title={t('audit.frozen', { number: entry.version })}>
              <div className="panel-body stack" data-frozen={entry.version}>
                {problem ? <Content problem={problem} /> : <All problems={problems} />}
              </div>
            </Panel>
            <Panel title={t('audit.prove')}>
              <div className="panel-body stack">
                <p>{t('audit.how')}</p>
                <p>
                  <code>
                    <Unbroken text={`npm run export -- ${code} bundle`} />
                  </code>
                </p>
                <p>
                  <code>npm run verify -- bundle</code>
                </p>
              </div>
            </Panel>
          </>
        );
      }}
    </Loaded>
  );
};

const Facts = ({ entry, problem }: { entry: TimelineEntry; problem: Problem | undefined }) => {
  const { t } = useText();
  const today = useClockDay();
  const textOf = useEntryText();
  const { at, text, version } = entry;
  const named = problem ? { code: problem.code ?? '', title: problem.title } : null;
  return (
    <Panel title={t('audit.act')}>
      <dl className="panel-body facts" data-act={entry.type}>
        <dt>{t('audit.who')}</dt>
        <dd>{actorText(entry, t)}</dd>
        <dt>{t('done.when')}</dt>
        <dd>
          <time dateTime={at}>{moment(at, today, t)}</time>
        </dd>
        <dt>{t('done.what')}</dt>
        <dd>{textOf(entry, named)}</dd>
        {text ? (
          <>
            <dt>{t('audit.words')}</dt>
            <dd className="prose">{text}</dd>
          </>
        ) : null}
        <dt>{t('audit.number')}</dt>
        <dd>{version}</dd>
        <dt>{t('audit.hash')}</dt>
        <dd>
          <code className="audit-hash">{hashOfAct(entry)}</code>
        </dd>
      </dl>
    </Panel>
  );
};

const Content = ({ problem }: { problem: Problem }) => {
  const { t } = useText();
  const today = useClockDay();
  return (
    <>
      <p>
        {problem.code ? (
          <Link to="/p/$code" params={{ code: problem.code }}>
            {problem.code}
          </Link>
        ) : null}{' '}
        {statusOf(problem, t)}
      </p>
      <Finding problem={problem} />
      {problem.masked ? null : <PlanContent problem={problem} dueOn={problem.dueOn} today={today} />}
      {problem.claim && !problem.masked ? (
        <dl className="facts">
          <dt>{t('problem.claim')}</dt>
          <dd className="prose">{problem.claim.result}</dd>
        </dl>
      ) : null}
    </>
  );
};

/** A stage's or a list's approval rests on all of them. */
const All = ({ problems }: { problems: readonly Problem[] }) => {
  const { t } = useText();
  const today = useClockDay();
  return (
    <DataTable
      caption={t('audit.all', { count: problems.length })}
      rows={problems}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'code',
          label: t('ledger.code'),
          isRowHeader: true,
          kind: 'short',
          cell: ({ code }) => code ?? t('ledger.noNumber'),
        },
        { key: 'title', label: t('ledger.problem'), cell: ({ title }) => title },
        { key: 'status', label: t('ledger.status'), kind: 'short', cell: (problem) => statusOf(problem, t) },
        {
          key: 'due',
          label: t('ledger.dueOn'),
          kind: 'short',
          cell: ({ dueOn }) => (dueOn ? longDay(dueOn, today, t) : t('ledger.noDate')),
        },
      ]}
    />
  );
};
