import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { MessageKey } from '@rectify/i18n';
import { queries } from '../../../shared/api/queries';
import type { Campaign } from '../../../shared/api/types';
import { useAsOf } from '../../../shared/as-of/as-of';
import { shortDay } from '../../../shared/dates/format';
import { useToday } from '../../../shared/dates/use-today';
import { useText } from '../../../shared/i18n/use-text';
import { CodeLink } from '../../../shared/problem/code-link';
import { DataTable } from '../../../shared/ui/data-table';
import { EmptyPanel } from '../../../shared/ui/empty';
import { Loaded } from '../../../shared/ui/loaded';
import { Panel } from '../../../shared/ui/page';
import { CampaignTab } from '../components/campaign-tab';
import { lettersIn } from '../components/letters';
import { MyPart } from '../components/my-part';
import '../components/campaign.css';

const OWED = ['decideLetter', 'approveSummary'] as const;

/** 文书: what can be printed, and every letter: drafted by the system, its number blank until a person issues it. */
const DocsPage = () => {
  const { t } = useText();
  return (
    <CampaignTab title={t('tab.docs')}>
      {(campaign) => (
        <>
          <MyPart campaign={campaign} only={{ owed: OWED, besides: [] }} />
          <Papers campaign={campaign} />
          <Letters campaign={campaign} />
        </>
      )}
    </CampaignTab>
  );
};

const Papers = ({ campaign: { code } }: { campaign: Campaign }) => {
  const { t } = useText();
  return (
    <Panel title={t('tab.papers')}>
      <ul className="panel-body">
        {(['A4', 'A3'] as const).map((paper) => (
          <li key={paper}>
            <Link to="/print/ledger" search={{ code, paper }}>
              {t('tab.ledgerOn', { paper })}
            </Link>
          </li>
        ))}
        <li>
          <Link to="/print/lists" search={{ code }}>
            {t('overview.lists')}
          </Link>
        </li>
      </ul>
    </Panel>
  );
};

const Letters = ({ campaign: { id, code } }: { campaign: Campaign }) => {
  const { t } = useText();
  const today = useToday();
  const asOf = useAsOf();
  const record = useQuery(queries.timeline(id, asOf));
  const problems = useQuery(queries.problems(id, asOf)).data ?? [];
  const codeOf = (problemId: string | null) => problems.find((each) => each.id === problemId)?.code ?? null;
  return (
    <Panel title={t('tab.letters')}>
      <Loaded query={record}>
        {(entries) => {
          const letters = lettersIn(entries);
          if (letters.length === 0)
            return (
              <EmptyPanel text={t('tab.noLetter')}>
                <Link to="/c/$code/calendar" params={{ code }}>
                  {t('tab.toCalendar')}
                </Link>
              </EmptyPanel>
            );
          return (
            <DataTable
              caption={t('tab.letters')}
              hiddenCaption
              rows={letters}
              rowKey={({ letter }) => letter}
              rowProps={({ is }) => ({ 'data-letter': is })}
              columns={[
                {
                  key: 'kind',
                  label: t('tab.letterKind'),
                  isRowHeader: true,
                  kind: 'short',
                  cell: ({ kind }) => t(`letter.${kind}` as MessageKey),
                },
                {
                  key: 'code',
                  label: t('ledger.code'),
                  kind: 'short',
                  cell: ({ problemId }) => <CodeLink code={codeOf(problemId)} />,
                },
                {
                  key: 'draftedOn',
                  label: t('tab.draftedOn'),
                  kind: 'short',
                  cell: ({ draftedOn }) => shortDay(draftedOn, today, t),
                },
                {
                  key: 'is',
                  label: t('ledger.status'),
                  kind: 'short',
                  cell: ({ is }) => t(`letterIs.${is}`),
                },
                {
                  key: 'number',
                  label: t('tab.letterNumber'),
                  kind: 'short',
                  cell: ({ number }) => number ?? t('ledger.noDate'),
                },
                {
                  key: 'on',
                  label: t('tab.letterOn'),
                  kind: 'short',
                  cell: ({ on }) => (on ? shortDay(on, today, t) : t('ledger.noDate')),
                },
              ]}
            />
          );
        }}
      </Loaded>
    </Panel>
  );
};

export default DocsPage;
