import type { CivilDate, Id } from '@rectify/domain';
import { longDay, shortDay } from '../dates/format';
import { useClockDay } from '../dates/use-today';
import { useText, type Say } from '../i18n/use-text';
import { useLedger } from '../ledger/use-ledger';
import { CodeLink } from '../problem/code-link';
import { statusOf } from '../problem/problem-content';
import { DataTable } from '../ui/data-table';
import { Loaded, ofAll } from '../ui/loaded';
import { Panel } from '../ui/page';
import { compared, type Difference } from './compare';

/** 与现在比较: what has changed since that day, listed. */
export const Changes = ({
  ids,
  asOf,
  only,
}: {
  ids: readonly Id[];
  asOf: CivilDate;
  /** One problem's alone. */
  only?: Id;
}) => {
  const { t } = useText();
  const today = useClockDay();
  const then = useLedger(ids, asOf);
  const now = useLedger(ids, undefined);
  const title = t('compare.title', { day: longDay(asOf, today, t) });
  const both =
    then.data && now.data
      ? compared(then.data, now.data).filter(({ problem }) => only === undefined || problem.id === only)
      : undefined;
  return (
    <Panel title={title} id="changes">
      <Loaded query={ofAll([then, now], both)}>
        {(changes) =>
          changes.length === 0 ? (
            <p className="panel-body">{t('compare.none')}</p>
          ) : (
            <DataTable
              caption={t('compare.caption', { count: changes.length })}
              rows={changes}
              rowKey={({ problem }) => problem.id}
              rowProps={({ problem }) => ({ 'data-changed': problem.code ?? problem.id })}
              columns={[
                {
                  key: 'code',
                  label: t('ledger.code'),
                  isRowHeader: true,
                  kind: 'short',
                  cell: ({ problem }) => <CodeLink code={problem.code} />,
                },
                { key: 'problem', label: t('ledger.problem'), cell: ({ problem }) => problem.title },
                {
                  key: 'changes',
                  label: t('compare.changes'),
                  cell: ({ differences }) => (
                    <ul>
                      {differences.map((each) => (
                        <li key={each.what}>{inWords(each, today, t)}</li>
                      ))}
                    </ul>
                  ),
                },
              ]}
            />
          )
        }
      </Loaded>
    </Panel>
  );
};

const inWords = (difference: Difference, today: CivilDate, t: Say): string => {
  const between = (from: string | number, to: string | number): string =>
    t(`compare.${difference.what}`, { from, to });
  const day = (date: CivilDate | null): string => (date ? shortDay(date, today, t) : t('ledger.noDate'));
  switch (difference.what) {
    case 'appeared':
      return t('compare.appeared');
    case 'status':
      return between(statusOf(difference.from, t), statusOf(difference.to, t));
    case 'dueOn':
      return between(day(difference.from), day(difference.to));
    case 'owner':
    case 'lead':
      return between(difference.from || t('people.nobody'), difference.to || t('people.nobody'));
    case 'plan':
    case 'claim':
    case 'measures':
      return between(difference.from, difference.to);
  }
};
