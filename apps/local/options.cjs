'use strict';
const { parseArgs } = require('node:util');
const path = require('node:path');

const HELP = `npm start -- [options]

  --data <folder>   where PostgreSQL, Temporal and the logs keep their files (default: .data)
  --empty           a clean organisation, entered by the one-time set-up code that is printed
  --port <number>   the port of the pages (default: 4170)
  --host <address>  the address the pages listen on (default: 127.0.0.1)
  --temporal-ui     also open Temporal's own pages, on 127.0.0.1
  --help            this text

From the environment: DATABASE_URL (a PostgreSQL of yours), TEMPORAL_ADDRESS (a Temporal of yours), SMTP_URL, PUBLIC_URL.
`;

/**
 * @typedef {{ data: string, empty: boolean, port: number, host: string, temporalUi: boolean, help: boolean }} Options
 */

/**
 * Reads the arguments of `npm start`. Throws an Error whose message is for the person who typed them.
 * @param {string[]} argv
 * @param {string} projectFolder
 * @returns {Options}
 */
function readOptions(argv, projectFolder) {
  const values = parse(argv);
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port < 1 || port > 65_535) {
    throw new Error(`--port takes a number from 1 to 65535, not "${values.port}".`);
  }
  return {
    data: path.resolve(values.data || path.join(projectFolder, '.data')),
    empty: values.empty,
    port,
    host: values.host,
    temporalUi: values['temporal-ui'],
    help: values.help,
  };
}

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({
      args,
      options: {
        data: { type: 'string' },
        empty: { type: 'boolean', default: false },
        port: { type: 'string', default: '4170' },
        host: { type: 'string', default: '127.0.0.1' },
        'temporal-ui': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${why}\nnpm start -- --help lists the options.`, { cause: error });
  }
}

module.exports = { HELP, readOptions };
