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
const usage = `npm test -- [${parts.join(' | ')}] [options of vitest or playwright]`;

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

/** @param {readonly string[]} rest */
function runUnit(rest) {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const args = [vitest, 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${reportFile('unit')}`];
  return runRunner('unit', [...args, ...rest], readVitestReport, process.env);
}

/** @param {string} name @param {readonly string[]} rest */
function runPlaywright(name, rest) {
  const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const env = { ...process.env, TRUEHIP_PLAYWRIGHT_REPORT: reportFile(name) };
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
 * `npm test`: brings what the tests need, runs them all (or one part), and sums up on one screen.
 * @param {readonly string[]} args
 */
export function main(args) {
  return runTool(async () => {
    const [first, ...rest] = args;
    if (first && !parts.includes(first)) throw new PlainError(`there is no part "${first}"; usage: ${usage}`);
    const wanted = first ? [first] : parts;
    await ensureInstalled();
    const { fetchWeights } = await import('../../models/fetch-weights.mjs');
    await fetchWeights();
    if (wanted.includes('browser') || wanted.includes('e2e')) {
      const { ensureChromium } = await import('../browser/find-chromium.mjs');
      process.env['TRUEHIP_CHROMIUM'] = await ensureChromium();
    }
    if (wanted.includes('e2e')) {
      const { ensureFirefox } = await import('../browser/find-firefox.mjs');
      process.env['TRUEHIP_FIREFOX'] = (await ensureFirefox()) ?? '';
    }
    /** @type {Outcome[]} */
    const outcomes = [];
    for (const part of wanted) {
      if (part === 'unit') outcomes.push(await runUnit(rest));
      else if (part === 'size') outcomes.push(await runSize());
      else outcomes.push(await runPlaywright(part, rest));
    }
    console.log(summary(outcomes));
    return outcomes.every((one) => one.ok) ? 0 : 1;
  });
}
