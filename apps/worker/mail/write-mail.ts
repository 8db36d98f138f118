import {
  reachesPersons,
  recipients,
  type Channel,
  type CivilDate,
  type Directory,
  type Id,
  type Instant,
  type MailKind,
} from '@rectify/domain';
import { profilesOf, type OutboxRow, type Profile } from '@rectify/read-models';
import type { Pool } from 'pg';
import type { Outgoing } from '../channels/channel';
import type { AllLimits } from '../channels/create-channels';
import { writeLetter, type LetterItem } from './letter';
import { writePost } from './post';

export interface WriteDeps {
  readonly pool: Pool;
  readonly publicUrl: string;
  readonly limits: AllLimits;
}

export interface MailOf {
  readonly channel: Channel;
  readonly personId: Id;
  readonly kind: MailKind;
  readonly rungs: readonly OutboxRow[];
  readonly mailId: Id;
  readonly messageId: string;
  readonly today: CivilDate;
  readonly at: Instant;
}

/** The mail as it goes out: to a person a letter, else a post to whoever reads the channel for the unit. */
export const writeMail = async (deps: WriteDeps, mail: MailOf, directory: Directory): Promise<Outgoing> => {
  const { mailId, messageId, kind, at, today, channel } = mail;
  const frame = { kind, today, publicUrl: deps.publicUrl, language: 'zh-CN' } as const;
  const sealed = { id: mailId, messageId, kind, at };
  if (!reachesPersons(channel))
    return { ...sealed, to: null, ...writePost(mail.rungs, frame, deps.limits[channel].mostBytes) };
  const { to, items } = await addressed(deps, mail, directory);
  return {
    ...sealed,
    to: to.address === null ? null : { ...to, address: to.address },
    items: [],
    ...writeLetter(items, { ...frame, name: to.name }),
  };
};

interface Addressed {
  readonly to: { readonly name: string; readonly address: string | null };
  readonly items: readonly LetterItem[];
}

const addressed = async (
  { pool }: Pick<WriteDeps, 'pool'>,
  { channel, personId, rungs }: MailOf,
  directory: Directory,
): Promise<Addressed> => {
  const reached = rungs.map((rung) => recipients(rung, directory, rung.unit_id, channel));
  const copies = reached.map((all) => all.filter(({ as }) => as === 'copy').map((copy) => copy.personId));
  const profiles = await profilesOf(pool, [...new Set([personId, ...copies.flat()])]);
  const items = rungs.map((rung, index): LetterItem => ({
    rung,
    as: reached[index]?.find((recipient) => recipient.personId === personId)?.as ?? 'holder',
    copied: (copies[index] ?? []).filter((id) => id !== personId).map((id) => nameOf(profiles.get(id))),
  }));
  const profile = profiles.get(personId);
  return { to: { name: nameOf(profile), address: profile?.email || null }, items };
};

const nameOf = (profile: Profile | undefined): string => profile?.name ?? '';
