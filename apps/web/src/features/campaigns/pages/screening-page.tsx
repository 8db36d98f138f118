import { useQuery } from '@tanstack/react-query';
import { queries } from '../../../shared/api/queries';
import type { Campaign } from '../../../shared/api/types';
import { useAsOf } from '../../../shared/as-of/as-of';
import { useText } from '../../../shared/i18n/use-text';
import { ScreeningResult } from '../../../shared/problem/screening-result';
import { DataTable } from '../../../shared/ui/data-table';
import { Loaded } from '../../../shared/ui/loaded';
import { Panel } from '../../../shared/ui/page';
import { CampaignTab } from '../components/campaign-tab';
import { CoverageBars } from '../components/charts';
import { MyPart } from '../components/my-part';
import '../components/campaign.css';

const OWED = ['answerCheckItem', 'confirmScreening', 'triageProblem'] as const;
const BESIDES = ['ReportProblem', 'LinkProblem', 'UnlinkProblem'] as const;

/** 排查: the reader's own part of it, one item a line, and how far the whole is. */
const ScreeningPage = () => {
  const { t } = useText();
  return (
    <CampaignTab title={t('tab.screening')}>
      {(campaign) => (
        <>
          <MyPart campaign={campaign} only={{ owed: OWED, besides: BESIDES }} />
          <Result campaign={campaign} />
          {campaign.aspects.map((aspect) => (
            <Panel key={aspect.code} title={aspect.name}>
              <Items aspect={aspect} />
            </Panel>
          ))}
        </>
      )}
    </CampaignTab>
  );
};

const Result = ({ campaign }: { campaign: Campaign }) => {
  const { t } = useText();
  const query = useQuery(queries.problems(campaign.id, useAsOf()));
  return (
    <Panel title={t('tab.screeningResult')}>
      <div className="panel-body" style={{ maxWidth: '52em' }}>
        <CoverageBars aspects={campaign.aspects} />
      </div>
      <Loaded query={query}>
        {(problems) => <ScreeningResult campaign={campaign} problems={problems} />}
      </Loaded>
    </Panel>
  );
};

/** A clue item has a conclusion and nothing else: no name, no content, nowhere. */
const Items = ({ aspect: { name, items } }: { aspect: Campaign['aspects'][number] }) => {
  const { t } = useText();
  return (
    <DataTable
      caption={name}
      hiddenCaption
      rows={items}
      rowKey={({ code }) => code}
      rowProps={({ code }) => ({ 'data-item': code })}
      columns={[
        { key: 'code', label: t('problem.item'), isRowHeader: true, kind: 'short', cell: ({ code }) => code },
        { key: 'text', label: t('tab.itemText'), kind: 'prose', isWide: true, cell: ({ text }) => text },
        {
          key: 'answer',
          label: t('tab.answer'),
          kind: 'short',
          cell: ({ answer }) => (answer === null ? t('tab.notAnswered') : t(`answer.${answer}`)),
        },
      ]}
    />
  );
};

export default ScreeningPage;
