import { accept, refuse, type Decision } from '../kernel/kernel';
import type { CampaignCommand } from './campaign.commands';
import type { CampaignEvent } from './campaign.events';
import type { Campaign } from './campaign.state';
import { permit, today, type CampaignContext } from './context';
import { isOvertaken, letterDecider, nextLetterNumber } from './letters';
import { owedParts } from './owed';

type OnLetter = Extract<CampaignCommand, { type: 'IssueLetter' | 'DropLetter' }>;

/** Issues a drafted letter under its permanent number, or drops it with a reason. Nothing is sent without a person. */
export const decideLetter = (
  campaign: Campaign,
  command: OnLetter,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const { letter } = command.data;
  const draft = campaign.letters.find((each) => each.letter === letter);
  const late = owedParts(campaign)
    .flat()
    .find(({ key }) => key === draft?.key);
  const allowed = permit(campaign, letterDecider(late?.holder), context);
  if (!allowed.ok) return allowed;
  if (!draft) return refuse('LETTER_UNKNOWN', { field: 'letter' });
  if (draft.decided) return refuse('ALREADY_DECIDED', { params: { on: draft.decided.on } });
  if (isOvertaken(campaign, draft, late !== undefined))
    return refuse('LETTER_OVERTAKEN', { field: 'letter' });
  const on = today(context);
  const { kind } = draft;
  const decided: CampaignEvent =
    command.type === 'DropLetter'
      ? { type: 'LetterDropped', data: { letter, reason: command.data.reason, on } }
      : { type: 'LetterIssued', data: { letter, kind, number: nextLetterNumber(campaign, kind, on), on } };
  return accept<CampaignEvent>([decided], allowed.as);
};
