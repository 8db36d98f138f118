import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { PROBLEM_TYPE, statusOf, type ProblemDetails } from '@rectify/contracts';
import { dayOfWeek, isCivilDate } from '@rectify/domain';
import { text, type Language } from '@rectify/i18n';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { Log } from '../infrastructure/log';
import { isBug, problemOf } from './of-exception';
import type { Problem } from './problem';

type Params = NonNullable<Problem['params']>;

/** 2026年7月31日(周五): an answer knows no today of the reader's, so its days have their year. */
const dayInWords = (day: string, language: Language): string =>
  text(language, 'date.dayInYear', {
    ...{ year: day.slice(0, 4), day: Number(day.slice(8)) },
    month: text(language, `month.${Number(day.slice(5, 7))}`),
    weekday: text(language, `weekday.${dayOfWeek(day)}`),
  });

/** People read days as they write them; `params` keep them for programs. */
const inWords = (params: Params, language: Language): Params =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      isCivilDate(value) ? dayInWords(value, language) : value,
    ]),
  );

const bilingual = (key: string, params: Params = {}): { zh: string; en: string } => ({
  zh: text('zh-CN', key, inWords(params, 'zh-CN')),
  en: text('en', key, inWords(params, 'en')),
});

const wantsEnglish = (language: string | undefined): boolean => /^\s*en\b/i.test(language ?? '');

/** Puts a refusal into words, in both languages (RFC 9457). */
export const detailsOf = (problem: Problem, language?: string): ProblemDetails => {
  const { code, field, params, errors } = problem;
  const texts = bilingual(`refusal.${code}`, params);
  return {
    type: `urn:rectify:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    title: code.charAt(0) + code.slice(1).toLowerCase().replaceAll('_', ' '),
    status: statusOf(code),
    code,
    detail: wantsEnglish(language) ? texts.en : texts.zh,
    texts,
    ...(field !== undefined && { field }),
    ...(params && { params }),
    ...(errors && {
      errors: errors.map((error) => ({
        ...error,
        texts: bilingual(`validation.${error.reason}`, error.params),
      })),
    }),
  };
};

/** The one place where what was thrown becomes an answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = problemOf(error);
    const numbered = statusOf(problem.code) >= 500 ? this.numberOf(problem, error, request) : {};
    if (reply.sent) return;
    const details = { ...detailsOf(problem, request.headers['accept-language']), ...numbered };
    if (problem.retryAfter !== undefined) void reply.header('Retry-After', String(problem.retryAfter));
    if (details.status === 401) void reply.header('WWW-Authenticate', 'Bearer');
    void reply.code(details.status).header('Content-Type', PROBLEM_TYPE).send(details);
  }

  /** What is no refusal stands in the log, under the number that the answer carries; none where no log has it. */
  private numberOf(problem: Problem, error: unknown, request: FastifyRequest): { instance?: string } {
    if (!problem.isTold) return this.noted(problem, error, request);
    return problem.instance === undefined ? {} : { instance: problem.instance };
  }

  private noted(problem: Problem, error: unknown, { method, routeOptions }: FastifyRequest) {
    const level = isBug(problem) ? 'error' : 'warn';
    if (!this.log.keeps(level)) return {};
    const fields = { method, route: routeOptions?.url, instance: `urn:uuid:${uuidv7()}` };
    if (level === 'error') this.log.bug('request failed', error, fields);
    else this.log.warn('request put off', { ...fields, code: problem.code });
    return { instance: fields.instance };
  }
}
