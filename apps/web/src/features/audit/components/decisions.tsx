import { Link, useNavigate } from '@tanstack/react-router';
import type { MessageKey } from '@rectify/i18n';
import type { Problem, TimelineEntry } from '../../../shared/api/types';
import { pastDay } from '../../../shared/as-of/as-of';
import { moment } from '../../../shared/dates/format';
import { useClockDay } from '../../../shared/dates/use-today';
import { DayField } from '../../../shared/fields/day-field';
import { SelectField } from '../../../shared/fields/select-field';
import { useText } from '../../../shared/i18n/use-text';
import { actorText } from '../../../shared/record/actor-text';
import { hashOfAct } from '../../../shared/record/basis-hash';
import { useEntryText } from '../../../shared/record/entry-text';
import { DataTable } from '../../../shared/ui/data-table';
import { EmptyPanel } from '../../../shared/ui/empty';
import { Unbroken } from '../../../shared/ui/unbroken';
import { choicesIn, decisionsIn, type AuditSearch } from './audit-search';

/** Beyond these the record is asked for more narrowly. */
const MOST = 200;
const DIGITS = 12;

interface DecisionsProps {
  readonly code: string;
  readonly entries: readonly TimelineEntry[];
  readonly problems: readonly Problem[];
  readonly search: AuditSearch;
}

/** Every decision of a campaign or problem: who, when, what, and the hash of what it rests on. */
export const Decisions = ({ code, entries, problems, search }: DecisionsProps) => {
  const { t } = useText();
  const today = useClockDay();
  const textOf = useEntryText();
  const navigate = useNavigate();
  const choices = choicesIn(entries);
  const found = decisionsIn(entries, search);
  const choose = (change: Partial<AuditSearch>) =>
    void navigate({ to: '/audit', search: { ...search, code, ...change }, replace: true });
  const everything = { value: '', label: t('ledger.chip.all') };
  const named = (entry: TimelineEntry) => {
    const problem = problems.find(({ id }) => id === entry.problemId);
    return problem ? { code: problem.code ?? '', title: problem.title } : null;
  };
  return (
    <>
      <div className="panel-body two">
        <SelectField
          label={t('done.what')}
          value={search.what ?? ''}
          options={[
            everything,
            ...choices.what.map((value) => ({ value, label: t(`act.${value}` as MessageKey) })),
          ]}
          onChange={(what) => choose({ what: what === '' ? undefined : what })}
        />
        <SelectField
          label={t('audit.who')}
          value={search.who ?? ''}
          options={[everything, ...choices.who.map(([value, label]) => ({ value, label }))]}
          onChange={(who) => choose({ who: who === '' ? undefined : who })}
        />
        {(['from', 'to'] as const).map((end) => (
          <DayField
            key={end}
            label={t(`audit.${end}`)}
            optional
            value={search[end] ?? null}
            today={today}
            // Nothing was decided on a day to come.
            onChange={(day) => choose({ [end]: (day && (pastDay(day, today) ?? day)) ?? undefined })}
          />
        ))}
      </div>
      {found.length === 0 ? (
        <EmptyPanel text={t('audit.noneSuch')}>
          <Link to="/audit" search={{ code }}>
            {t('audit.all')}
          </Link>
        </EmptyPanel>
      ) : null}
      <DataTable
        caption={t('audit.caption', { count: found.length })}
        rows={found.slice(0, MOST)}
        rowKey={({ version, line }) => `${version}.${line}`}
        rowProps={({ type, version }) => ({ 'data-event': type, 'data-at': String(version) })}
        columns={[
          { key: 'when', label: t('done.when'), kind: 'short', cell: ({ at }) => moment(at, today, t) },
          {
            key: 'who',
            label: t('audit.who'),
            kind: 'short',
            cell: (entry) => actorText(entry, t),
          },
          {
            key: 'what',
            label: t('done.what'),
            isRowHeader: true,
            cell: (entry) => (
              <Link to="/audit" search={{ ...search, code, at: entry.version }}>
                <Unbroken text={textOf(entry, named(entry))} />
              </Link>
            ),
          },
          {
            key: 'hash',
            label: t('audit.hash'),
            kind: 'short',
            cell: (entry) => <code>{hashOfAct(entry)?.slice(0, DIGITS)}…</code>,
          },
        ]}
      />
      {found.length > MOST ? <p className="panel-body muted">{t('audit.more', { count: MOST })}</p> : null}
    </>
  );
};
