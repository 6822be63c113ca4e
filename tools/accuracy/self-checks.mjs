import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from '../build/ensure-installed.mjs';
import { buildForNode } from '../lab/lab-builds.mjs';
import { EXIT, ExitError, withExitStatus } from '../shared/exit-error.mjs';
import { root } from '../shared/paths.mjs';
import { runTool } from '../shared/plain-error.mjs';

const HELP = `npm run self-checks -- FILE [FILE ...]

Pools anonymous records of checks against people's own instruments, as the app saves them (docs/validation/self-check-record.md): bias,
scatter between and within checks, and limits of agreement, for all drills and for each. The same record given twice counts
once. Records of the demo do not count.

Exit status: 0 done; 2 wrong use; 3 a file cannot be read or is no such record.`;

/**
 * @typedef {import('../../src/coach/self-check/validation-record.ts').ValidationRecord} ValidationRecord
 * @typedef {import('../../src/coach/self-check/pooled-checks.ts').PooledAgreement} PooledAgreement
 * @typedef {Pick<typeof import('../../src/coach/self-check/pooled-checks.ts'), 'pooledChecks' | 'countedOnce'>
 *   & Pick<typeof import('../../src/storage/validate-self-check.ts'), 'validateValidationRecord'>} Parts
 */

/** Bundles what is run of the app, because Node 20 cannot run TypeScript. @returns {Promise<Parts>} */
async function loadParts() {
  await ensureInstalled({ say: console.error });
  const folder = join(root, '.cache', 'tools', `self-checks-${process.pid}`);
  const entries = ['src/coach/self-check/pooled-checks.ts', 'src/storage/validate-self-check.ts'];
  try {
    const modules = [];
    for (const [index, entry] of entries.entries()) {
      const place = join(folder, String(index));
      await buildForNode(entry, place);
      modules.push(await import(pathToFileURL(join(place, 'main.mjs')).href));
    }
    return Object.assign({}, ...modules);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {string} file @param {Parts} parts @returns {Promise<ValidationRecord>} */
async function readCheck(file, { validateValidationRecord }) {
  /** @type {unknown} */
  let value;
  try {
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ExitError(EXIT.noFile, `"${file}" cannot be read as JSON: ${why}.`);
  }
  const result = validateValidationRecord(value);
  if (result.ok) return result.value;
  throw new ExitError(EXIT.noFile, `"${file}" is no record of a check: ${result.faults.join('; ')}.`);
}

/** @param {number | null} value */
const degrees = (value) =>
  value === null ? '–' : `${value < -0.05 ? '−' : value >= 0.05 ? '+' : ''}${Math.abs(value).toFixed(1)}°`;

/** @param {number | null} value */
const size = (value) => (value === null ? '–' : `${value.toFixed(1)}°`);

/** @param {string} name @param {PooledAgreement} pooled */
function row(name, { checks, positions, bias, sdWithin, sdBetween, limits, largest, inBand }) {
  const span = limits === null ? 'too few checks' : `${degrees(limits.low)} to ${degrees(limits.high)}`;
  const cells = [
    name,
    checks,
    positions,
    degrees(bias),
    span,
    size(sdWithin),
    size(sdBetween),
    degrees(largest),
    `${inBand} of ${positions}`,
  ];
  return `| ${cells.join(' | ')} |`;
}

/**
 * The report in Markdown.
 * @param {readonly ValidationRecord[]} records
 * @param {Pick<Parts, 'pooledChecks' | 'countedOnce'>} parts
 */
export function selfCheckReport(records, { pooledChecks, countedOnce }) {
  const counted = countedOnce(records);
  const drills = [...new Set(counted.map(({ drill }) => drill))].sort();
  const left = records.length - counted.length;
  return [
    `${counted.length} checks of ${drills.length} drills${left > 0 ? `; ${left} left out (the demo, or given twice)` : ''}.`,
    'App minus instrument. Who did a check is not recorded: two may be of one person.',
    '',
    '| drill | checks | positions | bias | 95 % limits of agreement | sd within | sd between | largest | in the 90 % band |',
    '|---|---|---|---|---|---|---|---|---|',
    ...drills.map((drill) => row(drill, pooledChecks(counted.filter((one) => one.drill === drill)))),
    row('all, leg in total', pooledChecks(counted)),
    row('all, hip alone', pooledChecks(counted, 'hip')),
  ].join('\n');
}

/**
 * `npm run self-checks`.
 * @param {readonly string[]} args
 */
export function main(args) {
  return runTool(() =>
    withExitStatus(async () => {
      if (args.includes('--help')) {
        console.log(HELP);
        return 0;
      }
      if (args.length === 0)
        throw new ExitError(EXIT.usage, 'no file was given. "npm run self-checks -- --help" shows how.');
      const parts = await loadParts();
      const records = [];
      for (const file of args) records.push(await readCheck(file, parts));
      console.log(selfCheckReport(records, parts));
      return 0;
    }),
  );
}
