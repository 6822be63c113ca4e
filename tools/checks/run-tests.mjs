import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureInstalled } from '../build/ensure-installed.mjs';
import { root } from '../shared/paths.mjs';
import { PlainError, runTool } from '../shared/plain-error.mjs';
import { runCommand } from '../shared/run-command.mjs';
import { readPlaywrightReport, readVitestReport, summary } from './test-report.mjs';

/**
 * @typedef {import('./test-report.mjs').Outcome} Outcome
 * @typedef {import('./test-report.mjs').Counts} Counts
 */

const parts = ['unit', 'size', 'browser', 'e2e'];
const usage = `npm test -- [all | ${parts.join(' | ')}] [options of vitest or playwright]`;

/**
 * Left out of the short run; `all` and a part by name run them. docs/testing.md says for each why it may wait.
 * @type {Readonly<Record<'unit' | 'browser' | 'e2e', readonly string[]>>}
 */
export const NOT_IN_SHORT_RUN = Object.freeze({
  unit: [
    'tests/tools/guards.test.ts',
    'tests/lab/**',
    'tests/instrument/reference-pose/reference-pose-search.test.ts',
    'tests/instrument/reference-pose/reference-pose-fit.test.ts',
    'tests/instrument/reference-pose/rejected-pose-timeout.test.ts',
    'tests/instrument/reference-pose/held-pose-checks.test.ts',
    'tests/instrument/odd-input.test.ts',
  ],
  browser: [
    'ui-keyboard-walk',
    'ui-accessible',
    'ui-everybody',
    'ui-loops',
    'ui-pictures',
    'own-engine',
    'known-answer',
    'people',
    'software-gpu',
  ],
  e2e: ['firefox', 'full-path', 'video-file', 'analyze', 'language', 'camera-trouble', 'no-camera'],
});

/** @param {string} name */
const reportFile = (name) => join(root, 'tests', 'out', `${name}.json`);

/**
 * Runs one test runner, shows its output, and reads what it reports.
 * @template Report
 * @param {string} name
 * @param {readonly string[]} args of Node
 * @param {(report: Report) => Counts} read
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Outcome>}
 */
async function runRunner(name, args, read, env) {
  const start = Date.now();
  await rm(reportFile(name), { force: true });
  const { status } = await runCommand(process.execPath, args, { cwd: root, show: true, env });
  const counts = await readFile(reportFile(name), 'utf8').then(
    (text) => read(JSON.parse(text)),
    () => ({ passed: 0, failed: [], skipped: 0 }),
  );
  const note = status !== 0 && counts.failed.length === 0 ? 'the runner itself failed, see above' : '';
  return { name, ok: status === 0, ...counts, note, seconds: (Date.now() - start) / 1000 };
}

/** @param {readonly string[]} rest @param {boolean} isShort */
function runUnit(rest, isShort) {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const args = [vitest, 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${reportFile('unit')}`];
  const env = { ...process.env, TRUEHIP_LEFT_OUT: isShort ? NOT_IN_SHORT_RUN.unit.join(' ') : '' };
  return runRunner('unit', [...args, ...rest], readVitestReport, env);
}

/** @param {'browser' | 'e2e'} name @param {readonly string[]} rest @param {boolean} isShort */
function runPlaywright(name, rest, isShort) {
  const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const leftOut = isShort ? NOT_IN_SHORT_RUN[name].join(' ') : '';
  const env = { ...process.env, TRUEHIP_PLAYWRIGHT_REPORT: reportFile(name), TRUEHIP_LEFT_OUT: leftOut };
  return runRunner(name, [playwright, 'test', `--project=${name}`, ...rest], readPlaywrightReport, env);
}

/** The build must succeed and stay within its budget. @returns {Promise<Outcome>} */
async function runSize() {
  const start = Date.now();
  const { ensureBuilt } = await import('../build/ensure-built.mjs');
  const { measureSizes, overBudget } = await import('./size-budget.mjs');
  const sizes = await measureSizes(await ensureBuilt());
  const failed = overBudget(sizes);
  const note = sizes.map((one) => `${one.name} ${one.kilobytes} of ${one.budget} kB`).join(', ');
  const passed = sizes.length - failed.length;
  return {
    name: 'size',
    ok: failed.length === 0,
    passed,
    failed,
    skipped: 0,
    note,
    seconds: (Date.now() - start) / 1000,
  };
}

/**
 * Installs what the parts need and cannot bring themselves.
 * @param {readonly string[]} wanted
 * @param {boolean} isShort
 */
async function prepare(wanted, isShort) {
  await ensureInstalled();
  const { fetchWeights } = await import('../../models/fetch-weights.mjs');
  await fetchWeights();
  if (wanted.includes('browser') || wanted.includes('e2e')) {
    const { ensureChromium } = await import('../browser/find-chromium.mjs');
    process.env['TRUEHIP_CHROMIUM'] = await ensureChromium();
  }
  if (wanted.includes('e2e') && !isShort) {
    const { ensureFirefox } = await import('../browser/find-firefox.mjs');
    process.env['TRUEHIP_FIREFOX'] = (await ensureFirefox()) ?? '';
  }
}

/** @param {readonly Outcome[]} outcomes @returns {string} in the form that CI reads */
export function closingLine(outcomes) {
  const sum = (/** @type {(one: Outcome) => number} */ of) => outcomes.reduce((total, one) => total + of(one), 0);
  const skipped = sum((one) => one.skipped);
  const failed = sum((one) => Math.max(one.failed.length, one.ok ? 0 : 1));
  return `${sum((one) => one.passed)} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * `npm test`: the short run, everything (`all`), or one part; sums up on one screen.
 * @param {readonly string[]} args
 */
export function main(args) {
  return runTool(async () => {
    const [first, ...rest] = args;
    const isShort = first === undefined;
    if (!isShort && first !== 'all' && !parts.includes(first))
      throw new PlainError(`there is no part "${first}"; usage: ${usage}`);
    const wanted = isShort || first === 'all' ? parts : [first];
    await prepare(wanted, isShort);
    /** @type {Outcome[]} */
    const outcomes = [];
    for (const part of wanted) {
      if (part === 'unit') outcomes.push(await runUnit(rest, isShort));
      else if (part === 'size') outcomes.push(await runSize());
      else outcomes.push(await runPlaywright(part === 'e2e' ? 'e2e' : 'browser', rest, isShort));
    }
    console.log(summary(outcomes));
    console.log(closingLine(outcomes));
    return outcomes.every((one) => one.ok) ? 0 : 1;
  });
}
