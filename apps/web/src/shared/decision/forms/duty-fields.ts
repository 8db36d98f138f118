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
] as const satisfies readonly DutyKind[];

/** What a duty can be of: an aspect, or a problem that is still open. */
export const subjectsOf = (duty: DutyKind, campaign: Campaign, problems: readonly Problem[]): Option[] =>
  duty === 'aspectOwner'
    ? campaign.aspects.map(({ code, name }) => ({ value: code, label: name }))
    : problems
        .filter(
          ({ status }) =>
            !['closed', 'excluded', 'handedOver', 'merged', 'split', 'terminated'].includes(status),
        )
        .map(({ id, code, title }) => ({ value: id, label: [code, title].filter(Boolean).join(' ') }));
