import { Inject, Injectable } from '@nestjs/common';
import type { Application } from '@rectify/application';
import type { CommandAccepted, ImportPreview, OrganisationImport, ProblemCode } from '@rectify/contracts';
import { readImport, type ImportOrganisation, type ImportOutcome, type PersonId } from '@rectify/domain';
import { payloadHash } from '@rectify/event-store';
import { text } from '@rectify/i18n';
import type { FastifyRequest } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { accepted, CommandsService } from '../commands/commands.service';
import { commandHeaders } from '../commands/request-headers';
import { notFound, refused } from '../errors/problem';
import { APPLICATION } from '../infrastructure/infrastructure.module';
import { ImportAccountsStore, type Matched } from './import-accounts.store';

/** A line as the domain or, of an account, the door would take it. */
interface Line {
  readonly at: string;
  readonly outcome: ImportOutcome;
  readonly refusal: {
    readonly code: ProblemCode;
    readonly field?: string;
    readonly params?: Readonly<Record<string, string | number>>;
  } | null;
}

/** Units, people with their accounts and posts from one file, shown before it is applied; whole or nothing. */
@Injectable()
export class ImportService {
  constructor(
    private readonly accounts: ImportAccountsStore,
    private readonly commands: CommandsService,
    @Inject(APPLICATION) private readonly application: Application,
  ) {}

  /** Throws NOT_YOURS, or what is wrong with the file as a whole; what is wrong with a line stands at the line. */
  async preview(personId: PersonId, id: string, file: OrganisationImport): Promise<ImportPreview> {
    assertMain(id);
    const matched = await this.accounts.match(file.people, personId);
    const lines = await this.linesOf(personId, file, matched);
    const counts = { added: 0, proposed: 0, unchanged: 0, refused: 0 };
    for (const { outcome } of lines) counts[outcome] += 1;
    return { counts, lines: lines.map(lineView) };
  }

  async apply(
    personId: PersonId,
    id: string,
    file: OrganisationImport,
    request: FastifyRequest,
  ): Promise<CommandAccepted> {
    assertMain(id);
    commandHeaders(request);
    const matched = await this.accounts.match(file.people, personId);
    const wrong = (await this.linesOf(personId, file, matched)).find(
      ({ refusal }) => refusal !== null,
    )?.refusal;
    if (wrong) throw refused(wrong.code, wrong);
    const asked = file.people.flatMap((person) => {
      const known = matched.get(person.account);
      return known && known.is !== 'known' ? [{ ...person, ...known }] : [];
    });
    const reserved = await this.accounts.reserve(asked, personId);
    const own = asked.filter(
      ({ account, personId: made, is }) => is === 'new' && reserved.get(account) === made,
    );
    const release = () => this.accounts.release(own.map(({ personId: made }) => made));
    const missing = asked.find(({ account }) => !reserved.has(account));
    if (missing) {
      await release();
      const at = file.people.findIndex(({ account }) => account === missing.account);
      throw refused('ACCOUNT_TAKEN', { field: `people[${at}].account` });
    }
    const idOf = (account: string) => reserved.get(account) ?? matched.get(account)?.personId ?? '';
    const target = {
      aggregate: 'directory',
      command: { type: 'ImportOrganisation', data: dataOf(file, idOf) },
    } as const;
    const hash = payloadHash({ path: `/api/directories/${id}/commands/import-organisation`, body: file });
    const handled = await this.commands.handle(target, request, hash, personId);
    if (!handled.ok) {
      await release();
      throw refused(handled.refusal.code, handled.refusal);
    }
    await this.accounts.complete(asked.map((person) => ({ ...person, personId: idOf(person.account) })));
    return accepted(id, handled);
  }

  private async linesOf(
    personId: PersonId,
    file: OrganisationImport,
    matched: ReadonlyMap<string, Matched>,
  ): Promise<readonly Line[]> {
    const { directory, now } = await this.application.organisation();
    const context = { now, actor: { kind: 'person', personId } as const, directory };
    const data = dataOf(file, (account) => matched.get(account)?.personId ?? '');
    const read = readImport(directory, data, context);
    if (!read.ok) throw refused(read.refusal.code, read.refusal);
    const ofAccounts = refusedAccounts(file, matched);
    return read.read.lines.map((line) => ofAccounts.get(line.at) ?? line);
  }
}

const assertMain = (id: string): void => {
  if (id !== 'main') throw notFound();
};

const dataOf = (
  { units, people, posts }: OrganisationImport,
  idOf: (account: string) => PersonId,
): ImportOrganisation['data'] => ({
  units: units.map((unit) => ({ ...unit, unitId: uuidv7() })),
  people: people.map(({ account }) => ({ personId: idOf(account) })),
  posts: posts.map(({ person, ...post }) => ({ ...post, personId: idOf(person), proposalId: uuidv7() })),
});

/** What the directory cannot know: an account that is somebody else's, or stands twice in the file. */
const refusedAccounts = (
  { people }: OrganisationImport,
  matched: ReadonlyMap<string, Matched>,
): ReadonlyMap<string, Line> => {
  const seen = new Set<string>();
  const lines = people.flatMap(({ account }, place): Line[] => {
    const isTwice = seen.has(account);
    seen.add(account);
    if (!isTwice && matched.get(account)?.is !== 'somebodyElses') return [];
    const at = `people[${place}]`;
    const code = isTwice ? 'NOT_UNIQUE' : 'ACCOUNT_TAKEN';
    return [{ at, outcome: 'refused', refusal: { code, field: `${at}.account`, params: { code: account } } }];
  });
  return new Map(lines.map((line) => [line.at, line]));
};

const lineView = ({ at, outcome, refusal }: Line): ImportPreview['lines'][number] => {
  if (refusal === null) return { at, outcome, refusal };
  const { code, field = at, params = {} } = refusal;
  const key = `refusal.${code}`;
  const texts = { zh: text('zh-CN', key, params), en: text('en', key, params) };
  return { at, outcome, refusal: { code, field, texts } };
};
