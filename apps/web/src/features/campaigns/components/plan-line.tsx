import type { CivilDate } from '@rectify/domain';
import { shortDay } from '../../../shared/dates/format';
import { useText } from '../../../shared/i18n/use-text';
import { DataTable } from '../../../shared/ui/data-table';
import { Figure } from './figure';
import type { Point } from './figures';

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
            {marked < 0 ? null : <span>{t('chart.marker', { day: shortDay(today, today, t) })}</span>}
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
