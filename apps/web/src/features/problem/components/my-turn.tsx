import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '../../../shared/api/queries';
import type { Action, Problem } from '../../../shared/api/types';
import { Actions } from '../../../shared/decision/actions';
import { matterOf, objectOf, commandName, type Matter } from '../../../shared/decision/matter';
import { useText } from '../../../shared/i18n/use-text';
import { DoneNote } from '../../../shared/ui/done-note';

/** What the reader owes or may do about this problem, done here. */
export const MyTurn = ({ problem }: { problem: Problem }) => {
  const words = useText();
  const { t } = words;
  const campaign = useQuery(queries.campaign(problem.campaignId)).data;
  const [done, setDone] = useState<{ text: string; at: number } | null>(null);
  if (!campaign) return null;
  const owed = campaign.obligations.filter(({ subject }) => subject.problemId === problem.id);
  const besides = campaign.actions.filter(({ defaults }) => defaults['problemId'] === problem.id);
  const record = (action: Action, object: string) =>
    setDone({ text: t('done.recorded', { verb: commandName(action, t), object }), at: (done?.at ?? 0) + 1 });
  const matter: Matter = {
    campaignId: campaign.id,
    unitId: campaign.unit.id,
    problemId: problem.id,
    draftKey: problem.id,
    name: problem.code ?? problem.title,
  };
  return (
    <div className="stack">
      {done ? <DoneNote key={done.at}>{done.text}</DoneNote> : null}
      {owed.map((obligation) => (
        <div key={obligation.id} className="stack" data-obligation={obligation.kind}>
          <span>{t(`obligation.${obligation.kind}`)}</span>
          <Actions
            matter={matterOf(obligation, words)}
            actions={obligation.action ? [obligation.action, ...obligation.alternatives] : []}
            onDone={(action) => record(action, objectOf(obligation, words))}
          />
        </div>
      ))}
      {besides.length > 0 ? (
        <Actions
          matter={matter}
          actions={besides}
          isPrimary={false}
          onDone={(action) => record(action, matter.name)}
        />
      ) : null}
      {owed.length === 0 && besides.length === 0 ? <span>{t('problem.nothingToDo')}</span> : null}
    </div>
  );
};
