import { useQuery } from '@tanstack/react-query';
import { civilDateOf, type CivilDate } from '@rectify/domain';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { queries } from '../api/queries';
import type { Problem, TimelineEntry } from '../api/types';
import { longDay, moment } from '../dates/format';
import { useText } from '../i18n/use-text';
import { Unbroken } from '../ui/unbroken';
import { actorText } from './actor-text';
import { hashOfAct } from './basis-hash';
import { runsOf, type Run } from './fold';
import { lineOf, remarkOf, type Known } from './line';
import './record.css';

/** What is shown before the whole record is asked for. */
const LATEST = 20;

interface RecordProps {
  readonly entries: readonly TimelineEntry[];
  readonly problems: readonly Problem[];
  readonly today: CivilDate;
  /** The campaign's or problem's code, where a decision leads to the content that it rests on. */
  readonly code?: string | null;
  /** On paper nothing can be unfolded afterwards. */
  readonly isWhole?: boolean;
}

/** Who did what and when, the latest first. What the system sent is folded and can be opened. */
export const Record = ({
  entries,
  problems,
  today,
  code = null,
  isWhole: startsWhole = false,
}: RecordProps) => {
  const { t } = useText();
  const people = useQuery(queries.people()).data ?? [];
  const [isWhole, showWhole] = useState(startsWhole);
  const nameOf = (id: string) => people.find(({ personId }) => personId === id)?.name ?? t('people.somebody');
  const runs = runsOf(entries);
  const shown = isWhole ? runs : runs.slice(0, LATEST);
  return (
    <>
      <ol className="record">
        {shown.map((run) => (
          <RunOfLines
            key={`${run.first.version}.${run.first.line}`}
            run={run}
            known={{ problems, nameOf, today }}
            today={today}
            code={code}
          />
        ))}
      </ol>
      {shown.length < runs.length ? (
        <div className="record-more">
          <Button onClick={() => showWhole(true)} style={{ height: 'auto', whiteSpace: 'normal' }}>
            {t('record.whole', { count: entries.length })}
          </Button>
        </div>
      ) : null}
    </>
  );
};

interface RunProps {
  readonly run: Run;
  readonly known: Known;
  readonly today: CivilDate;
  readonly code: string | null;
}

const RunOfLines = ({ run: { first, entries }, known, today, code }: RunProps) => {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  if (entries.length === 1) return <Line entry={first} known={known} today={today} code={code} />;
  const name = { RemindersIssued: 'record.reminders', CheckItemAnswered: 'record.answers' } as const;
  const key = name[first.type as keyof typeof name] ?? 'record.openings';
  return (
    <>
      <li className="record-line" data-event={first.type}>
        <Head entry={first} today={today} />
        <div>
          {t(key, { count: entries.length })}{' '}
          <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t(isOpen ? 'record.fold' : 'record.unfold')}
          </Button>
        </div>
      </li>
      {isOpen
        ? entries.map((entry) => (
            <Line key={`${entry.version}.${entry.line}`} {...{ entry, known, today, code }} />
          ))
        : null}
    </>
  );
};

interface LineProps extends Omit<RunProps, 'run'> {
  readonly entry: TimelineEntry;
}

const Line = ({ entry, known, today, code }: LineProps) => {
  const { t } = useText();
  const remark = remarkOf(entry);
  return (
    <li className="record-line" data-event={entry.type}>
      <Head entry={entry} today={today} />
      <div>
        <Unbroken text={lineOf(entry, known, t)} />{' '}
        {code !== null && hashOfAct(entry) !== null ? (
          <Link to="/audit" search={{ code, at: entry.version }} className="unbroken">
            {t('record.seeContent')}
          </Link>
        ) : null}
        {remark ? <blockquote className="prose">{remark}</blockquote> : null}
      </div>
    </li>
  );
};

const Head = ({ entry, today }: { entry: TimelineEntry; today: CivilDate }) => {
  const { t } = useText();
  const { at, masked } = entry;
  return (
    <div className="record-head">
      {/* Where it is not shown who it was, neither is the hour. */}
      <time dateTime={at}>
        {masked.includes('by') ? longDay(civilDateOf(at), today, t) : moment(at, today, t)}
      </time>
      <span>
        <Unbroken text={actorText(entry, t)} />
      </span>
    </div>
  );
};
