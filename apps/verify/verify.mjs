#!/usr/bin/env node
// Checks a bundle of the record without our software: node verify.mjs <folder> [--json]. Node 20, no packages, no network.
// Exit codes: 0 passed, 1 tampered, 2 incomplete, 3 usage. Prints places and hashes, never what was written; format: docs/record.md.
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [TAMPERED, INCOMPLETE, USAGE] = [1, 2, 3];
const [MAX_LINE, MAX_DEPTH, ROUNDS] = [1 << 20, 16, Array.from({ length: 99 }, (_, index) => index + 1)];
/** The parts of a bundle, and what the chains in them begin every hash with. */
const CHAINS = { 'events.ndjson': 'rc-event-v1\0', 'access.ndjson': 'rc-access-v1\0' };
const rules = JSON.parse(readFileSync(new URL('./rules.json', import.meta.url), 'utf8'));

/** Ends the check at the first thing that is not as it has to be: where, what was to be there, what is, how it exits. */
const wrong = (at, want, got, code = TAMPERED) => {
  throw Object.assign(new Error(want), { wrong: { code, ...at, want: `${want}`, got: `${got}` } });
};
const sha256 = (...parts) => parts.reduce((on, part) => on.update(part), createHash('sha256')).digest('hex');
const joined = (parts, by) => (parts.includes(null) ? null : parts.join(by));
/** RFC 8785 within the record's profile: whole numbers within 2^53-1, whole characters, 16 levels; else null. */
const canonical = (value, depth = 0) => {
  if (typeof value === 'string') return /[\0\p{Surrogate}]/u.test(value) ? null : JSON.stringify(value);
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : null;
  if (value === null || typeof value === 'boolean') return String(value);
  if (depth > MAX_DEPTH) return null;
  const inner = (each) => canonical(each, depth + 1);
  if (Array.isArray(value)) return joined(['[', joined(value.map(inner), ','), ']'], '');
  const keys = Object.keys(value).sort();
  const pairs = keys.map((key) => joined([inner(key), inner(value[key])], ':'));
  return joined(['{', joined(pairs, ','), '}'], '');
};
const hashOf = (value) => sha256(canonical(value) ?? 'not canonical');
const chained = ({ name }, previous, bytes) => sha256(CHAINS[name], Buffer.from(previous, 'hex'), bytes);
/** The object whose canonical form is just this text; null for any other text. */
const parsed = (text) => {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' && value !== null && canonical(value) === text ? value : null;
  } catch {
    return null;
  }
};

/** The lines of a part, each ended by `\n` alone. What has no end, is too long or no UTF-8 is an empty text: no line is. */
async function* linesOf(folder, part) {
  const hash = createHash('sha256');
  let [rest, bytes, line] = [Buffer.alloc(0), 0, 0];
  for await (const chunk of createReadStream(`${folder}/${part.name}`)) {
    hash.update(chunk);
    bytes += chunk.length;
    rest = Buffer.concat([rest, chunk]);
    let from = 0;
    for (let end = rest.indexOf(10); end >= 0; from = end + 1, end = rest.indexOf(10, from)) {
      const found = rest.subarray(from, end);
      yield { text: isUtf8(found) ? found.toString() : '', line: (line += 1) };
    }
    rest = rest.subarray(from);
    if (rest.length > MAX_LINE) break;
  }
  if (rest.length > 0) yield { text: '', line: line + 1 };
  Object.assign(part, { read: line, found: `${bytes} 字节 sha256=${hash.digest('hex')}` });
}

/** The manifest seals itself: a change shows, unless somebody seals it anew, which only a witness outside can tell. */
const manifestOf = (folder) => {
  const at = { file: 'manifest.json', line: 1 };
  const isThere = (name) => statSync(`${folder}/${name}`, { throwIfNoEntry: false })?.isFile();
  if (!isThere(at.file)) wrong(at, at.file, '没有', INCOMPLETE);
  const { seal, ...manifest } = parsed(readFileSync(`${folder}/${at.file}`, 'utf8')) ?? {};
  if (seal !== hashOf(manifest)) wrong(at, hashOf(manifest), seal);
  if (manifest.format !== 'rc-bundle@1') wrong(at, 'rc-bundle@1', manifest.format, INCOMPLETE);
  if (manifest.hash !== 'sha256') wrong(at, 'sha256', manifest.hash);
  const names = manifest.parts.map(({ name }) => name);
  if (`${names}` !== `${Object.keys(CHAINS)}`) wrong(at, Object.keys(CHAINS), names);
  for (const file of names) if (!isThere(file)) wrong({ file, line: 0 }, file, '没有', INCOMPLETE);
  return manifest;
};

/** Stream by stream: a line with its head, then its events, each chained to the one before. Hands on what is in order. */
const walk = async (folder, part, begin) => {
  const [found, file] = [{ streams: 0, events: 0 }, part.name];
  let [head, event, previous, see] = [{ stream: null, version: 0 }, { seq: 0 }, '', null];
  const here = (line) => ({ file, line, stream: head.stream, seq: event.seq + 1, to: head.version });
  for await (const { text, line } of linesOf(folder, part)) {
    const at = here(line);
    if (event.seq === head.version) {
      const next = parsed(text)?.head;
      if (!next || !(next.version > 0)) wrong(at, '下一个流头', '不是');
      const isAfter = next.after === head.stream && (head.stream === null || head.stream < next.stream);
      if (!isAfter) wrong({ ...at, stream: next.stream, seq: 1 }, head.stream, next.after);
      [head, event, previous, see] = [{ ...next, line }, { seq: 0, at: '' }, '', begin()];
      found.streams += 1;
      continue;
    }
    const [bytes, hash, before] = [text.slice(9, -75), text.slice(-66, -2), event.at];
    const [want, read] = [`${head.stream} 序号 ${at.seq}`, parsed(bytes)];
    if (!read || text !== `{"event":${bytes},"hash":"${hash}"}`) wrong(at, '规范化的一行', '不是');
    event = read;
    const [is, computed] = [`${read.stream} 序号 ${read.seq}`, chained(part, previous, bytes)];
    if (is !== want) wrong(at, want, is);
    if (computed !== hash) wrong(at, computed, hash);
    if (!(event.at >= before)) wrong(at, `不早于 ${before}`, event.at);
    if (event.seq === head.version && hash !== head.hash) wrong({ ...at, line: head.line }, head.hash, hash);
    [found.events, previous] = [found.events + 1, hash];
    see(event, at, bytes);
  }
  const [end, listed] = [here(part.read + 1), `${part.bytes} 字节 sha256=${part.sha256}`];
  if (event.seq < head.version) wrong(end, '一行', '文件已尽');
  if (head.stream !== part.last) wrong({ ...end, stream: part.last, seq: 1 }, part.last, head.stream);
  if (part.found !== listed) wrong({ file, line: 0 }, listed, part.found);
  return found;
};

/** Whether a declared hash is that of what its type's rule says, in some round and by what the record said before. */
const isDeclared = ({ hash, of, fixed, round, day, plan }, data, { dates, plans, done }) => {
  const fields = data.sealed === undefined ? of : ['item', 'sealed'];
  const own = { ...fixed, ...Object.fromEntries(fields.map((name) => [name, data[name]])) };
  const resultOf = ({ id }) => [id, done.get(id)?.on ?? '', done.get(id)?.result ?? ''];
  const onPlan = ({ planHash, measures }) => ({ plan: planHash, finished: measures.map(resultOf) });
  const ofPlans = plan ? (plans.get(data.problemId) ?? []).map(onPlan) : [{}];
  const ofDays = day ? [...dates].map((on) => ({ [day]: on })) : [{}];
  const ofRounds = round ? ROUNDS.map((nth) => ({ round: nth })) : [{}];
  const isIt = (...more) => hashOf(Object.assign({}, own, ...more)) === data[hash];
  return ofPlans.some((one) => ofDays.some((two) => ofRounds.some((three) => isIt(one, two, three))));
};

/** Follows one stream: what each approval rests on, and that no natural person stands on two sides of the separation. */
const auditor = (counts) => {
  const known = { dates: new Set(), plans: new Map(), done: new Map() };
  const [declared, sides, sealed] = [new Map(), new Set(), new Set()];
  const bases = ({ type, data }, at) => {
    const [rule, kind] = [rules.declares[type], rules.declares[type]?.kind ?? rules.rests[type]];
    const key = `${kind} ${data.problemId}`;
    if (rule?.of && !isDeclared(rule, data, known)) wrong(at, `${rule.hash} 与内容相符`, data[rule.hash]);
    if (rule) return declared.set(key, data[rule.hash]);
    if (data.basisHash === undefined) return;
    if (!data.basis && !kind) return counts.unknown.push(type);
    const want = data.basis ? hashOf(data.basis) : declared.get(key);
    if (want !== data.basisHash) wrong(at, want, data.basisHash);
    counts.approvals += 1;
  };
  const stand = ({ data, actor }, { side, who, subject = 'problemId', when = {}, as }, at) => {
    if (Object.entries(when).some(([name, value]) => data[name] !== value)) return;
    if (as && !(actor.post === as && actor.unitId === known.unit)) return;
    for (const person of who ? [data[who]] : [actor.personId, actor.onBehalfOf]) {
      const placeOf = (taken) => `${taken} ${data[subject]} ${person}`;
      const other = (rules.apart[side] ?? []).find((taken) => sides.has(placeOf(taken)));
      if (person && other) wrong(at, `${side} ≠ ${other}`, person);
      if (person) sides.add(placeOf(side));
    }
  };
  return (event, at, bytes) => {
    const { type, data } = event;
    if (type === 'CampaignLaunched') known.unit = data.unitId;
    if (data.sealed) sealed.add(data.problemId);
    if (type === 'ProblemHandedOver' && sealed.has(data.problemId)) counts.shredded += 1;
    for (const [, day] of bytes.matchAll(/"dueOn":"([\d-]{10})"/g)) known.dates.add(day);
    bases(event, at);
    for (const row of rules.sides[type] ?? []) stand(event, row, at);
    if (data.planHash) known.plans.set(data.problemId, [data, ...(known.plans.get(data.problemId) ?? [])]);
    if (type === 'MeasureFinished') known.done.set(data.measureId, data);
  };
};

/** The whole check: what was found, and the first place where something is wrong. */
export const verify = async (folder) => {
  const report = { code: 0, counts: { approvals: 0, shredded: 0, unknown: [] } };
  try {
    report.manifest = manifestOf(folder);
    const [events, access] = report.manifest.parts;
    report.events = await walk(folder, events, () => auditor(report.counts));
    report.access = await walk(folder, access, () => () => undefined);
    if (report.counts.unknown.length > 0) wrong({}, '认识的签字', report.counts.unknown, INCOMPLETE);
  } catch (error) {
    if (!error.wrong) throw error;
    Object.assign(report, { code: error.wrong.code, first: error.wrong });
  }
  return report;
};

const printed = ({ code, manifest: { install, epoch, madeAt } = {}, counts, first, events, access }) => {
  const passed = first ? '未查完' : '通过';
  const at = first && `首个不符 文件=${first.file} 流=${first.stream} 序号=${first.seq} 行=${first.line}`;
  const what = first && `期望=${first.want} 实际=${first.got} 影响区间=${first.seq}→${first.to}`;
  const signed = `签字基准 ${counts.approvals}/${counts.approvals + counts.unknown.length}`;
  return `范围 install=${install} epoch=${epoch} | 事件 ${events?.events} / 流 ${events?.streams} / 附件 0 / 锚点 0
链 ${passed} | 序号连续 ${passed} | 规范化 ${passed} | 时间单调 ${passed} | ${signed} | 附件 0/0 | 已依法删除 ${counts.shredded}
锚点 0/0 | 职责分离 ${passed} | 访问记录 ${access?.events} ${passed} | 未锚定尾部 ${events?.events} 条: 仅证明链内一致
结论: ${first ? `${code === TAMPERED ? '未通过' : '不完整'}。${at} ${what}` : `通过, 链内一致, 导出于 ${madeAt}`}`;
};

const main = async ([folder = '', flag]) => {
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory();
  const report = isFolder && [undefined, '--json'].includes(flag) ? await verify(folder) : null;
  const said = report && (flag ? JSON.stringify(report) : printed(report));
  console.log(said ?? '用法: node verify.mjs <导出包文件夹> [--json]');
  process.exitCode = report?.code ?? USAGE;
};
if (process.argv[1] === fileURLToPath(import.meta.url)) void main(process.argv.slice(2));
