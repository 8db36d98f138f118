import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../../../shared/api/queries';
import type { Campaign, Problem } from '../../../shared/api/types';
import { useAsOf } from '../../../shared/as-of/as-of';
import { useToday } from '../../../shared/dates/use-today';
import { useText } from '../../../shared/i18n/use-text';
import { chipsOf } from '../../../shared/ledger/filter';
import { useMyId } from '../../../shared/ledger/use-ledger';
import { ledgerSearch, ledgerView } from '../../../shared/ledger/view';
import { Loaded } from '../../../shared/ui/loaded';
import { Panel } from '../../../shared/ui/page';
import { AspectBars, DueLoad } from './charts';
import { extensionsAsked, type Asked } from './extensions-asked';
import { byAspect, dueByWeek, planAndClosed } from './figures';
import { PlanLine } from './plan-line';

/** 需要处理: only what is out of the ordinary, each leading to its rows; beside it the three lists and the figures. */
export const Overview = ({ campaign, problems }: { campaign: Campaign; problems: readonly Problem[] }) => {
  const { t } = useText();
  const today = useToday();
  const asOf = useAsOf();
  const calendar = useQuery(queries.calendar(campaign.id, asOf));
  const points = planAndClosed(problems, today);
  return (
    <Panel title={t('overview.title')}>
      <div className="panel-body overview">
        <Exceptions campaign={campaign} problems={problems} />
        <ThreeLists problems={problems} code={campaign.code} />
        <AspectBars bars={byAspect(problems)} />
        <Loaded query={calendar}>
          {(rows) => (
            <div>
              <DueLoad weeks={dueByWeek(rows, today)} today={today} />
              <Provisional
                count={rows.filter(({ provisional, doneOn }) => provisional && doneOn === null).length}
              />
            </div>
          )}
        </Loaded>
        {points.length > 1 ? <PlanLine points={points} today={today} /> : null}
      </div>
    </Panel>
  );
};

/** Days that rest on a year whose holidays were not announced yet. */
const Provisional = ({ count }: { count: number }) => {
  const { t } = useText();
  return count > 0 ? <p className="small">{t('overview.provisional', { count })}</p> : null;
};

const Exceptions = ({
  campaign: { code },
  problems,
}: {
  campaign: Campaign;
  problems: readonly Problem[];
}) => {
  const { t } = useText();
  const today = useToday();
  const me = useMyId();
  const isNow = useAsOf() === undefined;
  const view = ledgerView({});
  const found = chipsOf(problems, view, { today, me }).filter(
    ({ key, count }) => count > 0 && (key === 'overdue' || key === 'soon' || key === 'waits'),
  );
  const asked = extensionsAsked(problems, isNow ? me : null);
  return (
    <div>
      <h3>{t('overview.exceptions')}</h3>
      {found.length === 0 && asked.length === 0 ? <p className="muted">{t('overview.none')}</p> : null}
      <ul className="exceptions">
        {found.map(({ key, then, count }) => (
          <li key={key} data-exception={key}>
            <Link to="/c/$code/ledger" params={{ code }} search={ledgerSearch({ ...view, ...then })}>
              {t(`overview.${key as 'overdue' | 'soon' | 'waits'}`, { count })}
            </Link>
          </li>
        ))}
        {asked.map(({ problem, mine }) => (
          <li key={problem.id} data-exception="extending">
            <Extension problem={problem} mine={mine} />
          </li>
        ))}
      </ul>
    </div>
  );
};

/** To the decision, for whom it waits for; for everybody else to the problem. */
const Extension = ({ problem: { code, title }, mine }: Asked) => {
  const { t } = useText();
  const of = { code: code ?? '', title };
  return mine === null ? (
    <Link to="/p/$code" params={{ code: of.code }}>
      {t('overview.extending', of)}
    </Link>
  ) : (
    <Link to="/t/$id" params={{ id: mine }}>
      {t('overview.extendingMine', of)}
    </Link>
  );
};

/** 责任清单 · 任务清单 · 问题清单: how many there are, and the way to print them. */
const ThreeLists = ({ problems, code }: { problems: readonly Problem[]; code: string }) => {
  const { t } = useText();
  const listed = problems.filter(({ number, status }) => number !== null && status !== 'terminated');
  const people = new Set(listed.flatMap(({ owner }) => owner.people.map(({ personId }) => personId)));
  const measures = listed.reduce((sum, { plan }) => sum + (plan?.measures.length ?? 0), 0);
  return (
    <div>
      <h3>{t('overview.lists')}</h3>
      <ul>
        <li>{t('overview.responsibility', { count: people.size })}</li>
        <li>{t('overview.tasks', { count: measures })}</li>
        <li>{t('overview.problems', { count: listed.length })}</li>
      </ul>
      <Link to="/print/lists" search={{ code }}>
        {t('overview.print')}
      </Link>
    </div>
  );
};
