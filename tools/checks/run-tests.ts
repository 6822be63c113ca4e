import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../shared/paths.mjs';
import { runCommand } from '../shared/run-command.mjs';
import { ensureBuilt } from '../build/ensure-built.ts';
import { ensureChromium, ensureHeadlessShell } from '../browser/find-chromium.ts';
import { ensureFirefox } from '../browser/find-firefox.ts';
import { fetchWeights } from '../../models/fetch-weights.ts';
import { measureSizes, overBudget, tooLarge } from './size-budget.ts';
import type { Extent, Part } from './before-tests.mjs';
import { SHORT_RUN_VARIABLE } from './short-run.ts';
import {
  dearest,
  playwrightCosts,
  readPlaywrightReport,
  readVitestReport,
  summary,
  vitestCosts,
  type Costs,
  type Counts,
  type Outcome,
} from './test-report.ts';

const reportFile = (name: string) => join(root, 'tests', 'out', `${name}.json`);

/**
 * Runs one test runner, shows its output, and reads what it reports.
 * @param args of Node
 */
async function runRunner(
  name: string,
  args: readonly string[],
  read: (report: never) => Counts & { readonly costs: Costs },
  env: NodeJS.ProcessEnv,
): Promise<Outcome> {
  const start = Date.now();
  const cpuBefore = await cpuOfChildren();
  await rm(reportFile(name), { force: true });
  const { status } = await runCommand(process.execPath, args, { cwd: root, show: true, env });
  const counts = await readFile(reportFile(name), 'utf8').then(
    (text) => read(JSON.parse(text) as never),
    () => ({ passed: 0, failed: [], skipped: 0, costs: [] }),
  );
  const cpu = ((await cpuOfChildren()) - cpuBefore) / 60;
  const cost = [...(cpu > 0 ? [`${cpu.toFixed(1)} CPU min`] : []), ...dearest(counts.costs)].join(', ');
  const note = status !== 0 && counts.failed.length === 0 ? 'the runner itself failed, see above' : cost;
  return { name, ok: status === 0, ...counts, note, seconds: (Date.now() - start) / 1000 };
}

/** CPU time of all processes that were started from here and have ended (s); 0 where the system does not say. */
async function cpuOfChildren(): Promise<number> {
  const stat = await readFile('/proc/self/stat', 'utf8').catch(() => '');
  // The name, in brackets, may hold spaces. Behind it, fields 16 and 17 are the times of the children, in hundredths of a second.
  const [user = '0', system = '0'] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(13, 15);
  return (Number(user) + Number(system)) / 100;
}

function runUnit(rest: readonly string[], env: NodeJS.ProcessEnv) {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const args = [vitest, 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${reportFile('unit')}`];
  return runRunner(
    'unit',
    [...args, ...rest],
    (report) => ({ ...readVitestReport(report), costs: vitestCosts(report) }),
    env,
  );
}

function runPlaywright(name: 'ui' | 'model' | 'e2e', rest: readonly string[], env: NodeJS.ProcessEnv) {
  const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const args = [playwright, 'test', `--project=${name}`, '--pass-with-no-tests', ...rest];
  return runRunner(name, args, (report) => ({ ...readPlaywrightReport(report), costs: playwrightCosts(report) }), {
    ...env,
    TRUEHIP_PLAYWRIGHT_REPORT: reportFile(name),
  });
}

/** The build must succeed, stay within its budget, and have no file that a host would refuse. */
async function runSize(): Promise<Outcome> {
  const start = Date.now();
  const folder = await ensureBuilt();
  const sizes = await measureSizes(folder);
  const failed = [...overBudget(sizes), ...(await tooLarge(folder))];
  const note = sizes.map((one) => `${one.name} ${one.kilobytes} of ${one.budget} kB`).join(', ');
  const passed = Math.max(0, sizes.length + 1 - failed.length);
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

/** Installs what the parts need and cannot bring themselves. */
async function prepare(wanted: readonly Part[], isShort: boolean) {
  await fetchWeights();
  if (wanted.some((part) => part === 'ui' || part === 'model' || part === 'e2e')) {
    process.env['TRUEHIP_CHROMIUM'] = await ensureChromium();
    // Empty: not looked for, because only screens are drawn in it.
    process.env['TRUEHIP_HEADLESS_SHELL'] = wanted.includes('ui') ? ((await ensureHeadlessShell()) ?? '') : '';
  }
  if (wanted.includes('e2e') && !isShort) {
    process.env['TRUEHIP_FIREFOX'] = (await ensureFirefox()) ?? '';
  }
}

/** @returns in the form that CI reads */
export function closingLine(outcomes: readonly Outcome[]): string {
  const sum = (of: (one: Outcome) => number) => outcomes.reduce((total, one) => total + of(one), 0);
  const skipped = sum((one) => one.skipped);
  const failed = sum((one) => Math.max(one.failed.length, one.ok ? 0 : 1));
  return `${sum((one) => one.passed)} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** Runs the parts and sums up on one screen. */
export async function runTests(
  wanted: readonly Part[],
  { extent, rest }: { extent: Extent; rest: readonly string[] },
): Promise<{ ran: boolean; ok: boolean }> {
  await prepare(wanted, extent === 'short');
  const env = { ...process.env, [SHORT_RUN_VARIABLE]: { short: '1', rest: 'rest', whole: '' }[extent] };
  const outcomes: Outcome[] = [];
  for (const part of wanted) {
    if (part === 'unit') outcomes.push(await runUnit(rest, env));
    else if (part === 'size') outcomes.push(await runSize());
    else outcomes.push(await runPlaywright(part, rest, env));
  }
  console.log(summary(outcomes));
  console.log(closingLine(outcomes));
  return {
    ran: outcomes.some((one) => one.passed + one.failed.length + one.skipped > 0),
    ok: outcomes.every((one) => one.ok),
  };
}
