import type { CivilDate } from '@rectify/domain';
import type { ReactNode } from 'react';
import { shortDay } from '../../../shared/dates/format';
import { useText } from '../../../shared/i18n/use-text';
import { DataTable } from '../../../shared/ui/data-table';
import { parts, type Bar, type Point, type Week } from './figures';

/** A picture with its name, and the same figures as a table below it. */
const Figure = ({ title, picture, table }: { title: string; picture: ReactNode; table: ReactNode }) => {
  const { t } = useText();
  return (
    <figure className="figure">
      <figcaption className="label">{title}</figcaption>
      <div aria-hidden="true">{picture}</div>
      <details>
        <summary>{t('chart.data')}</summary>
        {table}
      </details>
    </figure>
  );
};

/** 三会一课 9: 已销号▇▇▇▇5 整改中▇▇▇3 – one bar an aspect, its parts labelled where they stand. */
export const AspectBars = ({ bars }: { bars: readonly Bar[] }) => {
  const { t } = useText();
  const most = Math.max(...bars.map(({ all }) => all), 1);
  return (
    <Figure
      title={t('chart.byAspect')}
      picture={bars.map(({ code, name, all, counts }) => (
        <div className="bar-row" key={code}>
          <span className="bar-name">
            {name} {all}
          </span>
          <span className="bar">
            {parts
              .filter((part) => counts[part] > 0)
              .map((part) => (
                <span
                  key={part}
                  className="bar-part"
                  data-part={part}
                  style={{ width: `${(100 * counts[part]) / most}%` }}
                >
                  <span>
                    {t(`chart.part.${part}`)} {counts[part]}
                  </span>
                </span>
              ))}
          </span>
        </div>
      ))}
      table={
        <DataTable
          caption={t('chart.byAspect')}
          rows={bars}
          rowKey={({ code }) => code}
          columns={[
            { key: 'aspect', label: t('ledger.aspect'), isRowHeader: true, cell: ({ name }) => name },
            ...parts.map((part) => ({
              key: part,
              label: t(`chart.part.${part}`),
              kind: 'number' as const,
              cell: ({ counts }: Bar) => counts[part],
            })),
            { key: 'all', label: t('ledger.chip.all'), kind: 'number', cell: ({ all }) => all },
          ]}
        />
      }
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

const WIDTH = 320;
const HEIGHT = 96;

/** 计划与已销号: two lines of sums, told apart by their dash and by the words at their ends. */
export const PlanLine = ({ points, today }: { points: readonly Point[]; today: CivilDate }) => {
  const { t } = useText();
  const most = Math.max(...points.map(({ planned }) => planned), 1);
  const x = (index: number): number => (points.length < 2 ? 0 : (index * WIDTH) / (points.length - 1));
  const y = (value: number): number => HEIGHT - (value * HEIGHT) / most;
  const line = (of: (point: Point) => number | null): string =>
    points
      .flatMap((point, index) => {
        const value = of(point);
        return value === null ? [] : [`${x(index).toFixed(1)},${y(value).toFixed(1)}`];
      })
      .join(' ');
  // Up to here is told what was; a page of a day that is over has its own.
  const marked = points.findIndex(({ on }) => on >= today);
  const last = points.at(-1);
  const closed =
    points
      .map((point) => point.closed)
      .filter((count) => count !== null)
      .at(-1) ?? 0;
  return (
    <Figure
      title={t('chart.planLine')}
      picture={
        <>
          <svg viewBox={`-4 -4 ${WIDTH + 8} ${HEIGHT + 8}`} className="plan-line">
            <polyline points={line(({ planned }) => planned)} className="line-planned" />
            <polyline points={line((point) => point.closed)} className="line-closed" />
            {marked < 0 ? null : (
              <line
                x1={x(marked)}
                x2={x(marked)}
                y1={0}
                y2={HEIGHT}
                className="line-today"
                data-marker={today}
              />
            )}
          </svg>
          <div className="row small">
            <span>{t('chart.planned', { count: last?.planned ?? 0 })}</span>
            <span>{t('chart.closed', { count: closed })}</span>
          </div>
        </>
      }
      table={
        <DataTable
          caption={t('chart.planLine')}
          rows={points}
          rowKey={({ on }) => on}
          columns={[
            {
              key: 'on',
              label: t('chart.until'),
              isRowHeader: true,
              cell: ({ on }) => shortDay(on, today, t),
            },
            {
              key: 'planned',
              label: t('chart.plannedShort'),
              kind: 'number',
              cell: ({ planned }) => planned,
            },
            {
              key: 'closed',
              label: t('chart.part.closed'),
              kind: 'number',
              cell: (point) => point.closed ?? t('ledger.noDate'),
            },
          ]}
        />
      }
    />
  );
};
