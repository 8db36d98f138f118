import type { Id, UnitId } from '@rectify/domain';
import type { MessageKey } from '@rectify/i18n';
import type { Action, Obligation } from '../api/types';
import type { Say, Words } from '../i18n/use-text';

/** What a card is about, whether somebody owes it or merely may do it. */
export interface Matter {
  readonly campaignId: Id;
  readonly unitId: UnitId;
  readonly problemId: Id | null;
  /** Drafts are kept under it. */
  readonly draftKey: string;
  /** What it is called in headings and in the note that it is done. */
  readonly name: string;
}

export const matterOf = (obligation: Obligation, words: Words): Matter => ({
  // What the installation owes is about no campaign, and its form asks for none.
  campaignId: obligation.campaign?.id ?? '',
  unitId: obligation.campaign?.unitId ?? '',
  problemId: obligation.subject.problemId ?? null,
  draftKey: obligation.id,
  name: objectOf(obligation, words),
});

/** A stage's name from a subject such as `screening` or `screening#1` (a step of its chain). */
export const stageName = (id: string, t: Say): string => t(`stage.${id.split('#')[0] ?? id}` as MessageKey);

export const campaignTitle = (
  { title, titleEn }: { readonly title: string; readonly titleEn: string },
  { language }: Pick<Words, 'language'>,
): string => (language === 'en' && titleEn !== '' ? titleEn : title);

/** What the obligation is about: a problem's number and title, an aspect's items, a stage, or the campaign. */
export const objectOf = ({ subject, campaign, action }: Obligation, { t }: Words): string => {
  const { code = '', title = '' } = subject;
  switch (subject.type) {
    case 'campaign':
      return campaign?.title ?? '';
    case 'appointment':
      return [title, t(`post.${subject.id.split(':')[0] ?? ''}` as MessageKey)].join(' · ');
    case 'year':
      return t('todo.holidaysOf', { year: subject.id });
    case 'stage':
      return t('todo.stageOf', { stage: stageName(subject.id, t) });
    case 'aspect':
      return aspectObject(subject.id, title, itemsIn(action), t);
    case 'activity':
    case 'pledge':
      return t(
        `activity.${subject.type === 'pledge' ? 'pledge' : (subject.id.split('#')[0] ?? '')}` as MessageKey,
      );
    case 'letter':
      // The row says already that it is decided on; one of no problem is about the campaign.
      return [code, title].filter(Boolean).join(' ') || (campaign?.title ?? '');
    default:
      return [code, title].filter(Boolean).join(' ');
  }
};

const CLUE = '-clue';

const itemsIn = (action: Obligation['action']): number => {
  const answers = action?.defaults['answers'];
  return Array.isArray(answers) ? answers.length : 0;
};

const aspectObject = (id: string, title: string, count: number, t: Say): string => {
  const aspect = title || id.replace(CLUE, '');
  const name = id.endsWith(CLUE) ? t('todo.clueItemsOf', { aspect }) : aspect;
  return count === 0 ? name : t('todo.itemsOf', { name, count });
};

/** The words on the button that opens a card, and on the one that does it. */
export const openVerb = ({ command }: Action, t: Say): string => t(`open.${command}` as MessageKey);
export const confirmVerb = ({ command }: Action, t: Say): string => t(`confirm.${command}` as MessageKey);

/** What a command is called on record. */
export const commandName = ({ command }: Action, t: Say): string => t(`command.${command}` as MessageKey);

/** What is done by returning stands second and never in the primary colour. */
export const isReturn = ({ command }: Action): boolean =>
  command.startsWith('Return') || command.startsWith('Withdraw') || command.startsWith('Decline');
