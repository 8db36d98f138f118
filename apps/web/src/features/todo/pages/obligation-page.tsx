import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { isProblem } from '../../../shared/api/problem';
import { queries } from '../../../shared/api/queries';
import type { Obligation } from '../../../shared/api/types';
import { longDay } from '../../../shared/dates/format';
import { useToday } from '../../../shared/dates/use-today';
import { Actions } from '../../../shared/decision/actions';
import { matterOf, objectOf, commandName } from '../../../shared/decision/matter';
import { useNamed } from '../../../shared/decision/use-named';
import { WhyDue } from '../../../shared/decision/why-due';
import { useText } from '../../../shared/i18n/use-text';
import { HolderNames } from '../../../shared/people/holder-names';
import { DoneNote } from '../../../shared/ui/done-note';
import { Light } from '../../../shared/ui/light';
import { Loaded } from '../../../shared/ui/loaded';
import { Page } from '../../../shared/ui/page';
import { Gone } from '../components/gone';
import { MovedOn } from '../components/moved-on';
import { useRefused } from '../components/refused';

/** Where mail and chat lead: the decision itself, or the word that it is done. */
const ObligationPage = () => {
  const { t } = useText();
  const { id } = useParams({ from: '/inside/t/$id' });
  const [done, setDone] = useState<string | null>(null);
  const query = useQuery({ ...queries.obligation(id), enabled: done === null });
  if (done !== null) {
    return (
      <Page title={t('obligationPage.done')}>
        <DoneNote>{done}</DoneNote>
        <Link to="/todo">{t('obligationPage.rest')}</Link>
      </Page>
    );
  }
  if (isProblem(query.error, 404)) return <Gone id={id} />;
  const title = query.data ? t(`obligation.${query.data.kind}`) : t('obligationPage.title');
  return (
    <Page title={title}>
      <Loaded query={query}>{(obligation) => <Owed obligation={obligation} onDone={setDone} />}</Loaded>
    </Page>
  );
};

const Owed = ({ obligation: owed, onDone }: { obligation: Obligation; onDone: (text: string) => void }) => {
  const obligation = useNamed(owed);
  const words = useText();
  const { t } = words;
  const today = useToday();
  const { action, alternatives, campaign, subject, dueOn, since } = obligation;
  const object = objectOf(obligation, words);
  const { settle } = useRefused();
  return (
    <div className="panel" data-obligation={obligation.kind}>
      <div className="panel-body panel-first stack">
        <div className="row">
          <Light dueOn={dueOn} since={since} today={today} />
          <span>{t('todo.due', { day: longDay(dueOn, today, t) })}</span>
          <WhyDue obligationId={obligation.id} />
        </div>
        <p className="obligation-object">
          {subject.code ? (
            <Link to="/p/$code" params={{ code: subject.code }}>
              {object}
            </Link>
          ) : (
            object
          )}
        </p>
        {campaign ? (
          <p className="muted">
            <Link to="/c/$code" params={{ code: campaign.code }}>
              {campaign.code}
            </Link>{' '}
            {campaign.title}
          </p>
        ) : null}
        {action ? (
          <Actions
            matter={matterOf(obligation, words)}
            actions={[action, ...alternatives]}
            isOpen
            onDone={(done) => {
              settle(obligation.id);
              onDone(t('done.recorded', { verb: commandName(done, t), object }));
            }}
          />
        ) : (
          <p className="note">
            <MovedOn obligation={obligation} />
            {t('obligationPage.others')}
            {t('sentence.then')}
            <HolderNames holder={obligation.holder} />
          </p>
        )}
      </div>
    </div>
  );
};

export default ObligationPage;
