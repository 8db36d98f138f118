import 'reflect-metadata';
import { text } from '@rectify/i18n';
import { AccountsService } from './accounts/accounts.service';
import { AccountsStore } from './accounts/accounts.store';
import { found } from './demo/found';
import { COMMON_PASSWORD, demoPeople, unitNameOf } from './demo/organisation';
import { firstMoment, play } from './demo/play';
import { readEnvironment } from './infrastructure/environment';
import { createInfrastructure } from './infrastructure/infrastructure.module';
import { asSystem } from './set-up/as-system';

const PATIENCE_MS = 4_000;

/** Makes the demonstration organisation by commands, from a fixed day on; run again, it goes on or changes nothing. */
const main = async (): Promise<void> => {
  const environment = readEnvironment(process.env);
  if (environment.RECTIFY_MODE !== 'demo') throw new Error('RECTIFY_MODE is not demo: nothing was made');
  const { application, clock, pool } = createInfrastructure(environment);
  try {
    const { directory } = await application.organisation();
    if (directory.root === null) await clock.startAt(firstMoment);
    const store = new AccountsStore(pool);
    const accounts = new AccountsService(store, application, pool, environment);
    await found({ application, send: asSystem(application, 'demo'), accounts, store });
    await play({ application, clock, patienceMs: PATIENCE_MS });
  } finally {
    await pool.end();
  }
  process.stdout.write(`Demonstration accounts, all with the password ${COMMON_PASSWORD}\n`);
  for (const { account, name, unit, post } of demoPeople) {
    process.stdout.write(`  ${account}  ${name}  ${unitNameOf(unit)} · ${text('zh-CN', `post.${post}`)}\n`);
  }
};

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
