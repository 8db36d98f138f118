import { Inject, Injectable } from '@nestjs/common';
import type { Application } from '@rectify/application';
import { isSlug, LIMITS, type pageQuery } from '@rectify/contracts';
import type { Template } from '@rectify/domain';
import { pageAmong } from '@rectify/read-models';
import type { Pool } from 'pg';
import type { z } from 'zod';
import { notFound } from '../errors/problem';
import { rowsOf } from '../infrastructure/database';
import { APPLICATION, POOL } from '../infrastructure/infrastructure.module';

/** Their streams are the list of templates: there are a handful, and each is folded in memory already. */
const SLUGS = `SELECT substr(stream, 10) AS slug FROM heads WHERE stream >= 'template/' AND stream < 'template0' ORDER BY stream`;

@Injectable()
export class TemplatesService {
  constructor(
    @Inject(APPLICATION) private readonly application: Application,
    @Inject(POOL) private readonly pool: Pool,
  ) {}

  async list({ cursor, limit }: z.infer<typeof pageQuery>) {
    const slugs = await rowsOf<{ slug: string }>(this.pool, 'template_slugs', SLUGS);
    const templates = await Promise.all(slugs.map(({ slug }) => this.application.template(slug)));
    const headings = templates.flatMap((template) => heading(template) ?? []);
    return pageAmong(headings, { after: cursor, limit: limit ?? LIMITS.list.page }, ({ slug }) => [slug]);
  }

  async one(slug: string) {
    const template = isSlug(slug) ? await this.application.template(slug) : null;
    const head = template && heading(template);
    if (!template || !head) throw notFound();
    return { ...head, definition: template.latest };
  }
}

const heading = ({ slug, version, latest }: Template) => {
  if (slug === null || latest === null) return null;
  const { prefix, title, titleEn, aspects } = latest;
  return { slug, version, prefix, title, titleEn, items: aspects.flatMap(({ items }) => items).length };
};
