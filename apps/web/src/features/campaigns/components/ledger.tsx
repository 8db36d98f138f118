import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useAsOf } from '../../../shared/as-of/as-of';
import { queries } from '../../../shared/api/queries';
import type { Campaign, Problem, Summary } from '../../../shared/api/types';
import { useToday } from '../../../shared/dates/use-today';
import { shownCount } from '../../../shared/counts/shown-count';
import { useText } from '../../../shared/i18n/use-text';
import { outOfTheWay, rowsOf } from '../../../shared/ledger/filter';
import { HiddenNote } from '../../../shared/ledger/hidden-note';
import { useMyId } from '../../../shared/ledger/use-ledger';
import { ledgerSearch, ledgerView } from '../../../shared/ledger/view';
import { ProblemListTable } from '../../../shared/problem/problem-list';
import { ResultSentence, type Proof } from '../../../shared/problem/result-sentence';
import { EmptyPanel } from '../../../shared/ui/empty';
import { Loaded } from '../../../shared/ui/loaded';
import { Panel } from '../../../shared/ui/page';
import { Unread } from '../../../shared/ui/unread';
import { MeasureList } from './measure-list';
import { ToScreening } from './to-screening';

/** The result in one sentence and the 台账; each number of the sentence opens just the rows that prove it. */
export const Ledger = ({ campaign }: { campaign: Campaign }) => {
  const { t } = useText();
  const asOf = useAsOf();
  const problems = useQuery(queries.problems(campaign.id, asOf));
  const counted = useQuery(queries.summary(campaign.id, asOf));
  const summary = counted.data;
  const [proof, setProof] = useState<Proof | null>(null);
  return (
    <Panel
      title={t('ledger.title')}
      id="ledger"
      tools={
        <Link to="/c/$code/calendar" params={{ code: campaign.code }}>
          {t('calendar.open')}
        </Link>
      }
    >
      {summary ? (
        <div className="panel-body">
          <ResultSentence
            summary={summary}
            {...(campaign.access === 'records' ? { onProof: setProof } : {})}
          />
        </div>
      ) : problems.data ? (
        <Unread query={counted} />
      ) : null}
      <Loaded query={problems}>
        {(rows) =>
          proof && summary ? (
            <Proved rows={rows} proof={proof} summary={summary} onAll={() => setProof(null)} />
          ) : (
            <AllRows rows={rows} code={campaign.code} />
          )
        }
      </Loaded>
    </Panel>
  );
};

/** The whole of a long ledger stands on its own page. */
const ROWS_HERE = 100;

const USUAL = ledgerView({});
const OUT_OF_THE_WAY = ledgerSearch({ ...USUAL, status: outOfTheWay });

/** As the ledger stands unfiltered: what is out of the way is not among the rows, and said to be there. */
const AllRows = ({ rows, code }: { rows: readonly Problem[]; code: string }) => {
  const { t } = useText();
  const today = useToday();
  const me = useMyId();
  if (rows.length === 0)
    return (
      <EmptyPanel text={t('ledger.empty')}>
        <ToScreening code={code} />
      </EmptyPanel>
    );
  const listed = rowsOf(rows, USUAL, { today, me });
  const shown = listed.slice(0, ROWS_HERE);
  const caption =
    shown.length < listed.length
      ? t('ledger.captionSome', { count: listed.length, shown: shown.length })
      : t('ledger.caption', { count: listed.length });
  return (
    <>
      {shown.length > 0 ? <ProblemListTable problems={shown} caption={caption} today={today} /> : null}
      {listed.length < rows.length ? (
        <p className="panel-body panel-first muted">
          <HiddenNote problems={rows}>
            <Link to="/c/$code/ledger" params={{ code }} search={OUT_OF_THE_WAY}>
              {t('ledger.showHidden')}
            </Link>
          </HiddenNote>
        </p>
      ) : null}
    </>
  );
};

interface ProvedProps {
  readonly rows: readonly Problem[];
  readonly proof: Proof;
  readonly summary: Summary;
  readonly onAll: () => void;
}

/** The rows behind one number; the focus comes here, since the sentence's link led here. */
const Proved = ({ rows, proof, summary, onAll }: ProvedProps) => {
  const { t } = useText();
  const today = useToday();
  const ids = new Set(summary[proof].ids);
  const heading = useRef<HTMLParagraphElement>(null);
  useEffect(() => heading.current?.focus(), [proof]);
  const shown = rows.filter(({ id }) => ids.has(id));
  const caption = t(`proof.${proof}`, { count: shownCount(summary[proof].count) });
  return (
    <div id={`proof-${proof}`} data-proof={proof}>
      <div className="panel-body row">
        <p tabIndex={-1} ref={heading}>
          {caption}
        </p>
        <Button size="small" onClick={onAll}>
          {t('proof.all')}
        </Button>
      </div>
      {proof === 'measures' ? (
        <MeasureList problems={rows} ids={ids} caption={caption} today={today} />
      ) : (
        <ProblemListTable problems={shown} caption={caption} today={today} />
      )}
    </div>
  );
};
