import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureInstalled } from '../build/ensure-installed.mjs';
import { root } from '../shared/paths.mjs';
import { PlainError, runTool } from '../shared/plain-error.mjs';
import { runCommand } from '../shared/run-command.mjs';
import { SHORT_RUN_VARIABLE } from './short-run.mjs';
import { readPlaywrightReport, readVitestReport, summary } from './test-report.mjs';

/**
 * @typedef {import('./test-report.mjs').Outcome} Outcome
 * @typedef {import('./test-report.mjs').Counts} Counts
 * @typedef {'unit' | 'size' | 'ui' | 'model' | 'e2e'} Part
 */

/** @type {readonly Part[]} in the order in which they run */
const parts = ['unit', 'size', 'ui', 'model', 'e2e'];
const usage = `npm test -- [all | ${parts.join(' | ')} | browser (ui and model)] [options of vitest or playwright]`;

/**
 * @param {string | undefined} word the first argument
 * @returns {readonly Part[]}
 * @throws {PlainError} when there is no such part
 */
export function partsOf(word) {
  if (word === undefined || word === 'all') return parts;
  if (word === 'browser') return ['ui', 'model'];
  const wanted = parts.filter((part) => part === word);
  if (wanted.length === 0) throw new PlainError(`there is no part "${word}"; usage: ${usage}`);
  return wanted;
}

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

/** @param {readonly string[]} rest @param {NodeJS.ProcessEnv} env */
function runUnit(rest, env) {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const args = [vitest, 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${reportFile('unit')}`];
  return runRunner('unit', [...args, ...rest], readVitestReport, env);
}

/** @param {'ui' | 'model' | 'e2e'} name @param {readonly string[]} rest @param {NodeJS.ProcessEnv} env */
function runPlaywright(name, rest, env) {
  const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const args = [playwright, 'test', `--project=${name}`, '--pass-with-no-tests', ...rest];
  return runRunner(name, args, readPlaywrightReport, { ...env, TRUEHIP_PLAYWRIGHT_REPORT: reportFile(name) });
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
 * @param {readonly Part[]} wanted
 * @param {boolean} isShort
 */
async function prepare(wanted, isShort) {
  await ensureInstalled();
  const { fetchWeights } = await import('../../models/fetch-weights.mjs');
  await fetchWeights();
  if (wanted.some((part) => part === 'ui' || part === 'model' || part === 'e2e')) {
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
 * `npm test`: the short run, everything (`all`), or one part whole; sums up on one screen.
 * @param {readonly string[]} args
 */
export function main(args) {
  return runTool(async () => {
    const [first, ...rest] = args;
    const wanted = partsOf(first);
    const isShort = first === undefined;
    await prepare(wanted, isShort);
    const env = { ...process.env, [SHORT_RUN_VARIABLE]: isShort ? '1' : '' };
    /** @type {Outcome[]} */
    const outcomes = [];
    for (const part of wanted) {
      if (part === 'unit') outcomes.push(await runUnit(rest, env));
      else if (part === 'size') outcomes.push(await runSize());
      else outcomes.push(await runPlaywright(part, rest, env));
    }
    console.log(summary(outcomes));
    console.log(closingLine(outcomes));
    const ran = outcomes.some((one) => one.passed + one.failed.length + one.skipped > 0);
    if (!ran) throw new PlainError(`no test matches "${rest.join(' ')}"; usage: ${usage}`);
    return outcomes.every((one) => one.ok) ? 0 : 1;
  });
}
