// Properties that say no number of runs of their own; the others read PROPERTY_RUNS themselves (libs/testing).
const fc = require('fast-check');

const runs = Number(process.env['PROPERTY_RUNS']);
if (runs > 0) fc.configureGlobal({ numRuns: runs });
