import type { CivilDate } from '@rectify/domain';
import type { MessageKey } from '@rectify/i18n';
import type { Campaign } from '../../../shared/api/types';
import { shortDay } from '../../../shared/dates/format';
import { useText } from '../../../shared/i18n/use-text';
import { DataTable } from '../../../shared/ui/data-table';
import { coverageOf, type CoveragePart } from './coverage';
import { Figure } from './figure';
import { parts, type Bar, type Part, type Week } from './figures';

interface StackedProps<Of extends string> {
  readonly title: string;
  readonly said?: string;
  readonly bars: readonly Bar<Of>[];
  /** In their order, each with its pattern. */
  readonly patterns: readonly (readonly [Of, Part])[];
  /** What the parts add up to. */
  readonly base: string;
}

/** One bar an aspect, its parts labelled where they stand. */
const Stacked = <Of extends string>({ title, said, bars, patterns, base }: StackedProps<Of>) => {
  const { t } = useText();
  const most = Math.max(...bars.map(({ all }) => all), 1);
  const labelOf = (part: Of): string => t(`chart.part.${part}` as MessageKey);
  return (
    <Figure
      title={title}
      {...(said === undefined ? {} : { said })}
      picture={bars.map(({ code, name, all, counts }) => (
        <div className="bar-row" key={code}>
          <span className="bar-name">
            {name} {all}
          </span>
          <span className="bar">
            {patterns
              .filter(([part]) => counts[part] > 0)
              .map(([part, pattern]) => (
                <span
                  key={part}
                  className="bar-part"
                  data-part={pattern}
                  style={{ width: `${(100 * counts[part]) / most}%` }}
                >
                  <span>
                    {labelOf(part)} {counts[part]}
                  </span>
                </span>
              ))}
          </span>
        </div>
      ))}
      table={
        <DataTable
          caption={title}
          rows={bars}
          rowKey={({ code }) => code}
          columns={[
            { key: 'aspect', label: t('ledger.aspect'), isRowHeader: true, cell: ({ name }) => name },
            ...patterns.map(([part]) => ({
              key: part,
              label: labelOf(part),
              kind: 'number' as const,
              cell: ({ counts }: Bar<Of>) => counts[part],
            })),
            { key: 'all', label: base, kind: 'number', cell: ({ all }) => all },
          ]}
        />
      }
    />
  );
};

const AS_NAMED = parts.map((part) => [part, part] as const);

/** 三会一课 9: 已销号▇▇▇▇5 整改中▇▇▇3. */
export const AspectBars = ({ bars }: { bars: readonly Bar[] }) => {
  const { t } = useText();
  return <Stacked title={t('chart.byAspect')} bars={bars} patterns={AS_NAMED} base={t('ledger.chip.all')} />;
};

const COVERED = [
  ['concluded', 'closed'],
  ['toCheck', 'accepting'],
  ['unanswered', 'underWay'],
] as const satisfies readonly (readonly [CoveragePart, Part])[];

/** 应答68项 = 有结论60 + 待核实2 + 未答6, and the same of each aspect: of items, by nobody's name. */
export const CoverageBars = ({ aspects }: Pick<Campaign, 'aspects'>) => {
  const { t } = useText();
  const { bars, all, counts } = coverageOf(aspects);
  return (
    <Stacked
      title={t('chart.coverage')}
      said={t('chart.coverageOf', { all, ...counts })}
      bars={bars}
      patterns={COVERED}
      base={t('chart.asked')}
    />
  );
};

/** 未来四周到期: how much falls due in each week. */
export const DueLoad = ({ weeks, today }: { weeks: readonly Week[]; today: CivilDate }) => {
  const { t } = useText();
  const most = Math.max(...weeks.map(({ count }) => count), 1);
  return (
    <Figure
      title={t('chart.dueLoad')}
      picture={weeks.map(({ from, count }) => (
        <div className="bar-row" key={from}>
          <span className="bar-name">{shortDay(from, today, t)}</span>
          <span className="bar">
            {count > 0 ? (
              <span className="bar-part" data-part="underWay" style={{ width: `${(100 * count) / most}%` }}>
                <span>{count}</span>
              </span>
            ) : (
              '0'
            )}
          </span>
        </div>
      ))}
      table={
        <DataTable
          caption={t('chart.dueLoad')}
          rows={weeks}
          rowKey={({ from }) => from}
          columns={[
            {
              key: 'week',
              label: t('chart.week'),
              isRowHeader: true,
              cell: ({ from }) => shortDay(from, today, t),
            },
            { key: 'count', label: t('chart.count'), kind: 'number', cell: ({ count }) => count },
          ]}
        />
      }
    />
  );
};
