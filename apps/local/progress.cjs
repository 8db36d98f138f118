'use strict';

/** A step that lasts must show that it lives; this often. */
const BEAT_MS = 10_000;

/** One line to the person who started this. @param {string} text */
function say(text) {
  process.stdout.write(`${text}\n`);
}

/**
 * Runs one step of a start or a test run: a line when it begins, one every ten seconds while it lasts, one with its
 * seconds when it ends. Whatever the step throws is passed on.
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function step(label, work) {
  const began = Date.now();
  const seconds = () => ((Date.now() - began) / 1000).toFixed(1);
  say(`… ${label}`);
  const beat = setInterval(() => say(`  ${label}: still working after ${seconds()} s`), BEAT_MS);
  try {
    const result = await work();
    say(`✓ ${label} (${seconds()} s)`);
    return result;
  } catch (error) {
    say(`✗ ${label} (${seconds()} s)`);
    throw error;
  } finally {
    clearInterval(beat);
  }
}

module.exports = { say, step };
