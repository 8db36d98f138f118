import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { CivilDate } from '@rectify/domain';
import type { MessageKey } from '@rectify/i18n';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { queries, type Box } from '../../../shared/api/queries';
import type { Action, Obligation } from '../../../shared/api/types';
import { useToday } from '../../../shared/dates/use-today';
import { commandName, objectOf } from '../../../shared/decision/matter';
import { ObligationRow } from '../../../shared/decision/obligation-row';
import { withdrawalOf } from '../../../shared/decision/withdrawal';
import { useText } from '../../../shared/i18n/use-text';
import { DoneNote } from '../../../shared/ui/done-note';
import { Empty } from '../../../shared/ui/empty';
import { Loaded } from '../../../shared/ui/loaded';
import { Page } from '../../../shared/ui/page';
import { ROWS_IN_PAGE } from '../../../shared/ui/rows-in-page';
import { choosable } from '../components/batch';
import { BatchBar } from '../components/batch-bar';
import { DonePage } from '../components/done-list';
import { useRefused } from '../components/refused';
import { firstOf, grouped, type Grouped } from '../components/group';
import '../../../shared/ui/boxes.css';
import '../components/todo.css';

/** The one inbox: whatever the system wants from a person is a row here, and can be done here. */
const TodoPage = () => {
  const { box = 'mine' } = useSearch({ from: '/inside/todo' });
  if (box === 'done') return <DonePage tools={<Boxes />} />;
  return <OwedPage box={box} />;
};

/** What was just done, and where it can be taken back. */
interface Recorded {
  readonly text: string;
  readonly at: number;
  readonly back: { readonly code: string; readonly until: MessageKey } | null;
}

const OwedPage = ({ box }: { box: Box }) => {
  const words = useText();
  const { t } = words;
  const today = useToday();
  const query = useQuery(queries.obligations(box));
  const [done, setDone] = useState<Recorded | null>(null);
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const sections = useMemo(() => grouped(query.data ?? [], today), [query.data, today]);
  const overdue = sections.find(({ group }) => group === 'overdue')?.count ?? 0;
  const record = (text: string, back: Recorded['back'] = null) =>
    setDone({ text, back, at: (done?.at ?? 0) + 1 });
  const { settle } = useRefused();
  const onDone = (obligation: Obligation, action: Action) => {
    settle(obligation.id);
    const text = t('done.recorded', { verb: commandName(action, t), object: objectOf(obligation, words) });
    const until = withdrawalOf(action.command);
    const { code } = obligation.subject;
    record(text, code !== undefined && until !== 'withdraw.notAtAll' ? { code, until } : null);
  };
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    choose(next);
  };
  return (
    <Page
      title={t('todo.title')}
      prefix={box === 'mine' && overdue > 0 ? t('todo.overduePrefix', { count: overdue }) : ''}
      tools={<Boxes />}
    >
      {done ? (
        <DoneNote key={done.at}>
          {done.text}{' '}
          {done.back ? (
            <Link to="/p/$code" params={{ code: done.back.code }}>
              {t(done.back.until)}
            </Link>
          ) : null}
        </DoneNote>
      ) : null}
      <Loaded query={query} lines={6}>
        {(rows) => (
          <>
            <BatchBar rows={rows} chosen={chosen} clear={() => choose(new Set())} onDone={record} />
            <Sections
              {...{ sections, today, box, onDone, chosen, toggle }}
              free={box === 'mine' ? choosable(rows, chosen) : NONE}
            />
          </>
        )}
      </Loaded>
    </Page>
  );
};

const Boxes = () => {
  const { t } = useText();
  return (
    <nav className="boxes" aria-label={t('todo.boxes')}>
      {(['mine', 'waiting', 'done'] as const).map((each) => (
        <Link
          key={each}
          to="/todo"
          search={each === 'mine' ? {} : { box: each }}
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {t(`todo.box.${each}`)}
        </Link>
      ))}
    </nav>
  );
};

interface SectionsProps {
  readonly sections: readonly Grouped[];
  readonly today: CivilDate;
  readonly box: Box;
  readonly onDone: (obligation: Obligation, action: Action) => void;
  readonly chosen: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  /** Those that may be chosen. */
  readonly free: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

const Sections = ({ sections, today, box, onDone, chosen, toggle, free }: SectionsProps) => {
  const { t } = useText();
  const [shown, setShown] = useState(ROWS_IN_PAGE);
  const count = sections.reduce((sum, section) => sum + section.count, 0);
  const rest = count - shown;
  return (
    <>
      {firstOf(sections, shown).map(({ group, count: ofGroup, rows }) => (
        <section
          key={group}
          className="panel todo-group"
          aria-label={t(`todo.group.${group}`)}
          data-group={group}
        >
          <h2>
            {t(`todo.group.${group}`)} <span>{ofGroup}</span>
          </h2>
          <ul>
            {rows.map((row) => (
              <ObligationRow
                key={row.id}
                obligation={row}
                today={today}
                onDone={onDone}
                choice={
                  free.has(row.id)
                    ? { isChosen: chosen.has(row.id), toggle: () => toggle(row.id) }
                    : undefined
                }
              />
            ))}
          </ul>
        </section>
      ))}
      {rest > 0 ? (
        <p className="row muted">
          {t('todo.some', { count, shown })}
          <Button onClick={() => setShown(shown + ROWS_IN_PAGE)}>
            {t('ledger.more', { count: Math.min(rest, ROWS_IN_PAGE) })}
          </Button>
        </p>
      ) : count > 0 ? (
        <p className="muted">{t(`todo.end.${box}`)}</p>
      ) : (
        <Nothing box={box} />
      )}
    </>
  );
};

const Nothing = ({ box }: { box: Box }) => {
  const { t } = useText();
  return (
    <Empty text={t(`todo.empty.${box}`)}>
      {box === 'mine' ? (
        <Link to="/todo" search={{ box: 'waiting' }}>
          {t('todo.seeWaiting')}
        </Link>
      ) : (
        <Link to="/c">{t('todo.seeCampaigns')}</Link>
      )}
    </Empty>
  );
};

export default TodoPage;
