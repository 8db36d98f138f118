import { recipients, type CivilDate, type Directory, type MailKind, type PersonId } from '@rectify/domain';
import { profilesOf, type OutboxRow, type Profile } from '@rectify/read-models';
import type { Pool } from 'pg';
import type { Outgoing } from './email.channel';
import { writeLetter, type LetterItem } from './letter';

export interface WriteDeps {
  readonly pool: Pool;
  readonly publicUrl: string;
}

export interface MailOf {
  readonly personId: PersonId;
  readonly kind: MailKind;
  readonly rungs: readonly OutboxRow[];
  readonly messageId: string;
  readonly today: CivilDate;
}

/** The mail as it goes out; null where nothing says where the person gets mail. */
export const writeMail = async (
  { pool, publicUrl }: WriteDeps,
  { personId, kind, rungs, messageId, today }: MailOf,
  directory: Directory,
): Promise<Outgoing | null> => {
  const reached = rungs.map((rung) => recipients(rung, directory, rung.unit_id));
  const copies = reached.map((all) => all.filter(({ as }) => as === 'copy').map((copy) => copy.personId));
  const profiles = await profilesOf(pool, [...new Set([personId, ...copies.flat()])]);
  const address = profiles.get(personId)?.email;
  if (!address) return null;
  const name = nameOf(profiles.get(personId));
  const items = rungs.map((rung, index): LetterItem => ({
    rung,
    as: reached[index]?.find((recipient) => recipient.personId === personId)?.as ?? 'holder',
    copied: (copies[index] ?? []).filter((id) => id !== personId).map((id) => nameOf(profiles.get(id))),
  }));
  const letter = writeLetter(items, { kind, name, today, publicUrl, language: 'zh-CN' });
  return { to: { name, address }, ...letter, messageId };
};

const nameOf = (profile: Profile | undefined): string => profile?.name ?? '';
