import { useQuery } from '@tanstack/react-query';
import { queries } from '../../../shared/api/queries';
import type { Campaign } from '../../../shared/api/types';
import { campaignAct } from '../../../shared/decision/acts';
import { Actions } from '../../../shared/decision/actions';
import { commandName, type Matter } from '../../../shared/decision/matter';
import { useText } from '../../../shared/i18n/use-text';
import { DoneNote } from '../../../shared/ui/done-note';
import { Panel } from '../../../shared/ui/page';
import { useState } from 'react';

/** The secretary changes a plan under way: days by a form, chains and limits by another, each with what it would move. */
export const PlanChanges = ({ campaign: { id, code, unit, status } }: { campaign: Campaign }) => {
  const { t } = useText();
  const me = useQuery(queries.me()).data;
  const [done, setDone] = useState<{ text: string; at: number } | null>(null);
  const isTheirs = me?.posts.some(({ unitId, post }) => unitId === unit.id && post === 'secretary');
  if (status !== 'open' || !isTheirs) return null;
  const matter: Matter = {
    ...{ campaignId: id, unitId: unit.id, problemId: null },
    ...{ draftKey: `${id}.plan`, name: code },
  };
  return (
    <Panel title={t('campaign.planChanges')}>
      <div className="panel-body stack">
        {done ? <DoneNote key={done.at}>{done.text}</DoneNote> : null}
        <Actions
          matter={matter}
          actions={[campaignAct(id)('RedateStages'), campaignAct(id)('ReplanCampaign')]}
          isPrimary={false}
          onDone={(action) =>
            setDone({
              text: t('done.recorded', { verb: commandName(action, t), object: code }),
              at: (done?.at ?? 0) + 1,
            })
          }
        />
      </div>
    </Panel>
  );
};
