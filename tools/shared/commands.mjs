import { importTool } from './import-tool.mjs';
import { PlainError, runTool } from './plain-error.mjs';

/** The module of each command, from `tools`: `npm run NAME`. `npm start` and `npm test` have files of their own. */
export const COMMANDS = /** @type {Readonly<Record<string, string>>} */ ({
  accuracy: '../lab/accuracy/run-accuracy.ts',
  agreement: '../lab/accuracy/run-agreement.ts',
  analyze: '../lab/accuracy/run-analyze.ts',
  bands: '../lab/accuracy/run-bands.ts',
  bench: 'bench/run-bench.ts',
  check: 'checks/run-checks.ts',
  coach: '../lab/coach-script/run-coach.ts',
  fuzz: 'checks/run-fuzz.ts',
  hostile: 'browser/run-hostile.ts',
  kills: 'soak/run-kills.ts',
  soak: 'soak/run-soak.ts',
  weights: '../models/fetch-weights.ts',
  subject: '../lab/subjects/command/run-subject.ts',
});

/** Commands that are seldom needed: `npm run lab -- NAME`. What each does, for the list. */
export const LAB = /** @type {Readonly<Record<string, readonly [module: string, does: string]>>} */ ({
  'compare-records': ['../lab/accuracy/compare-records.ts', 'compares two folders of records number for number'],
  'complete-lock': ['build/complete-lock.ts', 'adds the native packages of other systems to package-lock.json'],
  'first-number': ['../lab/app/run-first-number.ts', 'seconds and words from the permission to the first number'],
  'readme-picture': ['../lab/app/run-readme-picture.ts', 'makes the moving picture of the README from the demo'],
  phone: ['../lab/subjects/phone/run-phone.ts', 'what a phone on the pelvis is worth, from signals made of the clips'],
  real: ['../lab/real/run-real.ts', 'starts and joints in photographs of real people'],
  'real-clips': ['../lab/real/run-real-clips.ts', 'what the app says about footage of real people'],
  release: ['build/run-release.ts', 'the built app as a zip, and a release of it on GitHub'],
});

const list = () =>
  [
    'npm run lab -- NAME [options]',
    '',
    ...Object.entries(LAB).map(([name, [, does]]) => `  ${name.padEnd(16)}${does}`),
    '',
    '"npm run lab -- NAME --help" lists the options of most.',
  ].join('\n');

/**
 * Runs the command that the first word names.
 * @param {readonly string[]} words
 */
export function main([name = '', ...args]) {
  return runTool(async () => {
    if (name !== 'lab') return runModule(COMMANDS[name], args, `there is no command "${name}".`);
    const [rare = '--help', ...its] = args;
    if (rare !== '--help') return runModule(LAB[rare]?.[0], its, `there is no "${rare}"; npm run lab lists the names.`);
    console.log(list());
    return 0;
  });
}

/**
 * @param {string | undefined} module
 * @param {readonly string[]} args
 * @param {string} otherwise what is wrong when there is no module
 * @returns {Promise<number | void>}
 */
async function runModule(module, args, otherwise) {
  if (module === undefined) throw new PlainError(otherwise);
  const tool = await importTool(module);
  return tool.main(args);
}
