import type { DutyKind } from '@rectify/domain';
import type { Campaign, Problem } from '../../api/types';
import type { Option } from '../../fields/select-field';

/** Duties that can be given to a person, in the order of a problem's life; the first is of an aspect, the rest of a problem. */
export const DUTIES = [
  'aspectOwner',
  'triager',
  'owner',
  'lead',
  'reviewer',
  'acceptor',
  'signer',
  'examiner',
] as const satisfies readonly DutyKind[];

const named = ({ id, code, title }: Problem): Option => ({
  value: id,
  label: [code, title].filter(Boolean).join(' '),
});

/** What a duty can be of: an aspect, a problem that is still open, or one that was drawn to be looked back on. */
export const subjectsOf = (duty: DutyKind, campaign: Campaign, problems: readonly Problem[]): Option[] => {
  if (duty === 'aspectOwner') return campaign.aspects.map(({ code, name }) => ({ value: code, label: name }));
  if (duty === 'examiner') return problems.filter(({ lookBack }) => lookBack.sampled).map(named);
  return problems
    .filter(
      ({ status }) => !['closed', 'excluded', 'handedOver', 'merged', 'split', 'terminated'].includes(status),
    )
    .map(named);
};
