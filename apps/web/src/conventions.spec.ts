import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ownPages } from '@rectify/contracts';
import { zhCN } from '@rectify/i18n/zh-CN';
import app from '../../../libs/i18n/app.zh-CN.json';
import campaign from '../../../libs/i18n/campaign.zh-CN.json';
import forms from '../../../libs/i18n/forms.zh-CN.json';
import outside from '../../../libs/i18n/outside.zh-CN.json';
import reading from '../../../libs/i18n/reading.zh-CN.json';
import settings from '../../../libs/i18n/settings.zh-CN.json';
import tabs from '../../../libs/i18n/tabs.zh-CN.json';

interface Source {
  readonly file: string;
  readonly text: string;
}

const sources: readonly Source[] = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.spec.ts'))
  .map((file) => ({ file, text: readFileSync(path.join(__dirname, file), 'utf8') }));

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');

/** Paths of the routes that need a session, as the router names them: in full, or by its `page`. */
const inside = (router: string): readonly string[] =>
  [...router.matchAll(/(?:getParentRoute: \(\) => inside,\s+path: |= (?:page|dayPage)\(\s*)'([^']+)'/g)].map(
    ([, path]) => path ?? '',
  );

describe('the sources of the pages', () => {
  it('let no feature import another: what two of them need is shared', () => {
    const crossing = sources.flatMap(({ file, text }) => {
      const [area, feature] = file.split(path.sep);
      if (area !== 'features' && area !== 'shared') return [];
      const imported = [...text.matchAll(/from '([^']+)'/g)].map(([, from]) =>
        from?.startsWith('.') ? path.join(path.dirname(file), from).split(path.sep) : [],
      );
      return imported
        .filter(
          ([top, name]) => top === 'app' || (top === 'features' && (area === 'shared' || name !== feature)),
        )
        .map((to) => `${file} → ${to.join('/')}`);
    });
    expect(crossing).toEqual([]);
  });

  it('hold no words of their own: every text is a key of the catalogue', () => {
    // Patterns that read dates as people write them are no text that anybody reads.
    const speaking = sources
      .filter(({ file }) => file !== path.join('shared', 'dates', 'parse.ts'))
      .filter(({ text }) => /[\u4e00-\u9fff]/.test(withoutComments(text)))
      .map(({ file }) => file);
    expect(speaking).toEqual([]);
  });

  it('are gone back to after signing in by the list that the server has', () => {
    const router = sources.find(({ file }) => file === path.join('app', 'router.tsx'))?.text ?? '';
    // The first page only leads on.
    expect([...ownPages].sort()).toEqual(
      inside(router)
        .filter((page) => page !== '/')
        .sort(),
    );
  });

  it('take no HTML, run nothing that was typed and hear no foreign page', () => {
    const forbidden =
      /dangerouslySetInnerHTML|\.innerHTML|\beval\(|new Function\(|document\.write|onMessage|'message'/;
    expect(sources.filter(({ text }) => forbidden.test(text)).map(({ file }) => file)).toEqual([]);
  });

  it('hide passwords, say what they are to whoever fills them in, and let them be pasted', () => {
    const fields = sources.flatMap(({ text }) => text.match(/<(?:Plain)?TextField\b[^>]*?\/>/gs) ?? []);
    const secret = fields.filter((field) => /type="password"|[pP]assword'/.test(field));
    expect(secret.length).toBeGreaterThan(8);
    for (const field of secret) {
      expect(field).toContain('type="password"');
      expect(field).toMatch(/autoComplete="(current|new)-password"/);
    }
    expect(sources.filter(({ text }) => /onPaste|onCopy/.test(text)).map(({ file }) => file)).toEqual([]);
  });

  it('say before signing in only what comes with the page where one signs in', () => {
    const textOf = new Map(sources.map(({ file, text }) => [file, text]));
    const found = new Set<string>();
    const add = (file: string): void => {
      const text = textOf.get(file);
      if (text === undefined || found.has(file)) return;
      found.add(file);
      // What is imported only when it is asked for is no part of the page.
      for (const [, from = ''] of text.matchAll(/from '(\.[^']+)'/g)) {
        const to = path.join(path.dirname(file), from);
        [`${to}.ts`, `${to}.tsx`].forEach(add);
      }
    };
    const pages = ['sign-in', 'reset', 'oidc'].map((name) => `features/session/pages/${name}-page.tsx`);
    ['main.tsx', ...pages].forEach(add);
    expect(found.size).toBeGreaterThan(40);
    // Refusals bring their own words; the other place of `account.link` is behind signing in.
    const elsewhere = ['account.link'];
    const said = [...found].flatMap((file) => {
      const text = withoutComments(textOf.get(file) ?? '');
      const begun = [...text.matchAll(/`([a-zA-Z]+\.)\$\{/g)].map(([, area = '']) => area);
      const whole = [...text.matchAll(/'([a-zA-Z]+\.[a-zA-Z.]+)'/g)].map(([, key = '']) => key);
      return keys.filter((key) => whole.includes(key) || begun.some((area) => isOf(area, key)));
    });
    expect(said.filter((key) => !(key in outside) && !elsewhere.includes(key))).toEqual([]);
    expect(said.length).toBeGreaterThan(40);
  });

  it('use every text that was written for them', () => {
    const all = sources.map(({ text }) => text).join('\n');
    // The result sentence is the server's; the self-checks are answered by the API and have no page yet.
    const ofNoPage = ['summary.sentence', 'selfCheck', 'selfCheckVerdict'];
    const unused = Object.keys({
      ...app,
      ...campaign,
      ...forms,
      ...outside,
      ...reading,
      ...settings,
      ...tabs,
    }).filter(
      (key) =>
        !all.includes(`'${key}'`) &&
        !all.includes(`\`${areaOf(key)}.\${`) &&
        !ofNoPage.includes(key) &&
        !ofNoPage.includes(areaOf(key)),
    );
    expect(unused).toEqual([]);
  });
});

const keys = Object.keys(zhCN);

const isOf = (area: string, key: string): boolean => area !== 'refusal.' && key.startsWith(area);

const areaOf = (key: string): string => key.slice(0, key.lastIndexOf('.'));
