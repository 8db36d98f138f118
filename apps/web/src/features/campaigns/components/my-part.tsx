import { useState } from 'react';
import type { Action, Campaign } from '../../../shared/api/types';
import { useToday } from '../../../shared/dates/use-today';
import { Actions } from '../../../shared/decision/actions';
import { objectOf, commandName, type Matter } from '../../../shared/decision/matter';
import { ObligationRow } from '../../../shared/decision/obligation-row';
import { useText } from '../../../shared/i18n/use-text';
import { DoneNote } from '../../../shared/ui/done-note';
import { Panel } from '../../../shared/ui/page';

interface MyPartProps {
  readonly campaign: Campaign;
  /** On a page of one matter only what belongs there; what is not named stands there whole. */
  readonly only?: { readonly owed?: readonly string[]; readonly besides?: readonly string[] };
  readonly title?: string;
}

/** 我能做什么: what the reader owes in this campaign, and what else they may do in it. */
export const MyPart = ({ campaign, only, title }: MyPartProps) => {
  const words = useText();
  const { t } = words;
  const today = useToday();
  const [done, setDone] = useState<{ text: string; at: number } | null>(null);
  const record = (action: Action, object: string) =>
    setDone({ text: t('done.recorded', { verb: commandName(action, t), object }), at: (done?.at ?? 0) + 1 });
  const obligations = campaign.obligations.filter(({ kind }) => only?.owed?.includes(kind) ?? true);
  // A link's problem is another campaign's: here is where it is taken back.
  const besides = campaign.actions.filter(
    ({ command, defaults }) =>
      (command === 'UnlinkProblem' || !('problemId' in defaults)) &&
      (only?.besides?.includes(command) ?? true),
  );
  if (obligations.length === 0 && besides.length === 0 && done === null) return null;
  return (
    <Panel title={title ?? t('problem.mine')}>
      {done ? (
        <div className="panel-body">
          <DoneNote key={done.at}>{done.text}</DoneNote>
        </div>
      ) : null}
      {obligations.length > 0 ? (
        <ul>
          {obligations.map((obligation) => (
            <ObligationRow
              key={obligation.id}
              obligation={obligation}
              today={today}
              withCampaign={false}
              onDone={(owed, action) => record(action, objectOf(owed, words))}
            />
          ))}
        </ul>
      ) : null}
      {besides.length > 0 ? (
        <div className="panel-body panel-first">
          <Actions
            matter={matterOfCampaign(campaign)}
            actions={besides}
            isPrimary={false}
            onDone={(action) => record(action, campaign.code)}
          />
        </div>
      ) : null}
    </Panel>
  );
};

const matterOfCampaign = ({ id, unit, code }: Campaign): Matter => ({
  campaignId: id,
  unitId: unit.id,
  problemId: null,
  draftKey: id,
  name: code,
});
