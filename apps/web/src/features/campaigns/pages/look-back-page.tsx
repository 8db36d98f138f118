import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../../../shared/api/queries';
import type { Campaign, Problem, Sample } from '../../../shared/api/types';
import { useAsOf } from '../../../shared/as-of/as-of';
import { longDay } from '../../../shared/dates/format';
import { useToday } from '../../../shared/dates/use-today';
import { useText } from '../../../shared/i18n/use-text';
import { CodeLink } from '../../../shared/problem/code-link';
import { DataTable } from '../../../shared/ui/data-table';
import { EmptyPanel } from '../../../shared/ui/empty';
import { Loaded } from '../../../shared/ui/loaded';
import { Panel } from '../../../shared/ui/page';
import { CampaignTab } from '../components/campaign-tab';
import { MyPart } from '../components/my-part';
import '../components/campaign.css';

const OWED = ['drawSample', 'giveLookBackVerdict'] as const;

/** 回头看: what was drawn, by which seed, and what was found. Nobody picks by hand: a new sample is drawn by the log too. */
const LookBackPage = () => {
  const { t } = useText();
  return (
    <CampaignTab title={t('tab.lookBack')}>
      {(campaign) => (
        <>
          <MyPart campaign={campaign} only={{ owed: OWED, besides: [] }} />
          <Samples campaign={campaign} />
        </>
      )}
    </CampaignTab>
  );
};

const Samples = ({ campaign: { id, code } }: { campaign: Campaign }) => {
  const { t } = useText();
  const asOf = useAsOf();
  const samples = useQuery(queries.samples(id));
  const problems = useQuery(queries.problems(id, asOf));
  return (
    <Loaded query={samples}>
      {(all) => {
        const drawn = all.filter(({ on }) => asOf === undefined || on <= asOf);
        if (drawn.length === 0)
          return (
            <Panel title={t('tab.sample')}>
              <EmptyPanel text={t('tab.noSample')}>
                <Link to="/c/$code" params={{ code }}>
                  {t('tab.toOverview')}
                </Link>
              </EmptyPanel>
            </Panel>
          );
        return (
          <Loaded query={problems}>
            {(rows) => drawn.map((sample) => <Drawn key={sample.round} sample={sample} problems={rows} />)}
          </Loaded>
        );
      }}
    </Loaded>
  );
};

const Drawn = ({ sample, problems }: { sample: Sample; problems: readonly Problem[] }) => {
  const { t } = useText();
  const today = useToday();
  const { round, on, seed, signOffHash, percent, atLeast, population, drawn, algorithm } = sample;
  const rows = drawn.flatMap(({ problemId }) => {
    const problem = problems.find((each) => each.id === problemId);
    const verdict = problem?.lookBack.verdicts.find((each) => each.round === round);
    return problem ? [{ problem, verdict }] : [];
  });
  return (
    <Panel title={t('tab.sampleOf', { round, day: longDay(on, today, t) })}>
      <dl className="facts panel-body" data-seed={seed}>
        <dt>{t('tab.drawnFrom')}</dt>
        <dd>{t('tab.drawnOf', { drawn: drawn.length, population: population.length, percent, atLeast })}</dd>
        <dt>{t('tab.seed')}</dt>
        <dd>
          <code>{seed}</code> <span className="muted small">{t('tab.seedHint', { algorithm })}</span>
        </dd>
        <dt>{t('tab.signOffHash')}</dt>
        <dd>
          <code>{signOffHash}</code>
        </dd>
      </dl>
      <DataTable
        caption={t('tab.checklist')}
        rows={rows}
        rowKey={({ problem }) => problem.id}
        rowProps={({ problem }) => ({ 'data-drawn': problem.code ?? problem.id })}
        columns={[
          {
            key: 'code',
            label: t('ledger.code'),
            isRowHeader: true,
            kind: 'short',
            cell: ({ problem: { code } }) => <CodeLink code={code} />,
          },
          { key: 'problem', label: t('ledger.problem'), cell: ({ problem: { title } }) => title },
          {
            key: 'verdict',
            label: t('lookBack.conclusion'),
            kind: 'short',
            cell: ({ verdict }) => t(`lookBack.${verdict?.verdict ?? 'waits'}`),
          },
          {
            key: 'looked',
            label: t('lookBack.looked'),
            kind: 'prose',
            cell: ({ verdict }) => verdict?.looked ?? t('ledger.noDate'),
          },
          {
            key: 'evidence',
            label: t('lookBack.evidence'),
            kind: 'prose',
            cell: ({ verdict }) => verdict?.evidence ?? t('ledger.noDate'),
          },
        ]}
      />
    </Panel>
  );
};

export default LookBackPage;
