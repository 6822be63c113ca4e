import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cachedBuild } from '../build/cached-builds.mjs';
import { ensureInstalled } from '../build/ensure-installed.mjs';
import { EXIT, ExitError, withExitStatus } from '../shared/exit-error.mjs';
import { root } from '../shared/paths.mjs';
import { runTool } from '../shared/plain-error.mjs';
import { parsedArguments } from '../shared/parsed-arguments.mjs';
import { buildForNode } from './lab-builds.mjs';

/**
 * The interface between `npm run coach` and the code in `tests/coach-script`.
 *
 * @typedef {object} CoachScriptWish options of the command, as they were written
 * @property {string} drill
 * @property {string} goal
 * @property {string} sides
 * @property {string | null} fault id of the rule that the person breaks all the time; null: none
 * @property {string} language
 * @property {string} start
 *
 * @typedef {{ readonly ok: true, readonly text: string } | { readonly ok: false, readonly problem: string }} CoachScriptResult
 *   `problem`: what is wrong with the wish, one sentence without its full stop
 *
 * @typedef {{ coachScript: (wish: CoachScriptWish, detail: 'all' | 'heard') => CoachScriptResult }} CoachScripts
 */

const HELP = `npm run coach -- DRILL [options]

Prints the script of a whole set with its times: what is said, what is shown, which tones sound. The person is made up:
they do what is asked, or make one fault all the time. A phrase lasts as long as the coach expects.

  --goal G           prep, build or strength                             (prep)
  --sides S          left, right, or both: one after the other           (left)
  --fault RULE       a fault at 1.35 times the threshold of this rule     (none)
  --language L       en or de                                             (en)
  --start WAY        held: the start was held before the set; key: Start was pressed   (held)
  --heard            only what is heard, and the names of the phases
  --help             this text

"drops" marks a phrase that nobody hears, because another one took its place.

Exit status: 0 done; 1 something unforeseen; 2 wrong use (unknown drill, goal, rule, language or option).`;

/** Sources of the bundled code. */
const SOURCES = {
  folders: ['tests/coach-script', 'src'],
  files: /(?<!\.test)\.ts$/,
  passedOver: new Set(['node_modules']),
  also: ['tests/coach/make-reading.ts', 'package-lock.json'],
};

const BUILD = 'coach-script-';

/** @param {string} problem */
const usage = (problem) => new ExitError(EXIT.usage, `${problem}. "npm run coach -- --help" shows how.`);

/**
 * `npm run coach`.
 * @param {readonly string[]} args
 */
export function main(args) {
  return runTool(() => withExitStatus(() => print(args)));
}

/** @param {readonly string[]} args */
async function print(args) {
  const wish = readArguments(args);
  if (wish === 'help') {
    console.log(HELP);
    return;
  }
  await ensureInstalled({ say: (line) => console.error(`truehip: ${line}`) });
  const { coachScript } = await loadCoachScripts();
  const { heard, ...asked } = wish;
  const result = coachScript(asked, heard ? 'heard' : 'all');
  if (!result.ok) throw usage(result.problem);
  process.stdout.write(result.text);
}

/**
 * @param {readonly string[]} args
 * @returns {CoachScriptWish & { readonly heard: boolean } | 'help'}
 * @throws {ExitError}
 */
export function readArguments(args) {
  const { values, positionals } = parsed(args);
  if (values.help) return 'help';
  const [drill, more] = positionals;
  if (drill === undefined) throw usage('no drill was named');
  if (more !== undefined) throw usage(`"${more}" is one drill too many`);
  const { goal, sides, fault = null, language, start, heard } = values;
  return { drill, goal, sides, fault, language, start, heard };
}

/** @param {readonly string[]} args */
function parsed(args) {
  return parsedArguments(
    {
      args: [...args],
      allowPositionals: true,
      options: {
        goal: { type: 'string', default: 'prep' },
        sides: { type: 'string', default: 'left' },
        fault: { type: 'string' },
        language: { type: 'string', default: 'en' },
        start: { type: 'string', default: 'held' },
        heard: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    },
    usage,
  );
}

/**
 * Bundles the code for Node 20, which runs no TypeScript, and loads it.
 * @returns {Promise<CoachScripts>}
 */
async function loadCoachScripts() {
  const folder = await cachedBuild({
    cache: join(root, '.cache', 'tools'),
    name: BUILD,
    sources: SOURCES,
    build: (part) => buildForNode('tests/coach-script/main.ts', part),
  });
  return import(pathToFileURL(join(folder, 'main.mjs')).href);
}
