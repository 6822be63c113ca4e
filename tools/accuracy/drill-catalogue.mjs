import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dropOld } from '../build/drop-old.mjs';
import { ensureInstalled } from '../build/ensure-installed.mjs';
import { buildForNode } from '../lab/lab-builds.mjs';
import { root } from '../shared/paths.mjs';
import { sourceFingerprint } from '../build/source-fingerprint.mjs';

/**
 * What the app's own source says of its drills, for tools that score or describe a record: Node 20 runs no TypeScript, so the
 * catalogue and the words of the screens are bundled for it.
 *
 * @typedef {import('../../src/coach/drill-definition.ts').DrillDefinition} DrillDefinition
 * @typedef {import('../../src/coach/drill-definition.ts').RuleId} RuleId
 *
 * @typedef {object} RuleInDrill
 * @property {RuleId} rule
 * @property {boolean} seen false: the recommended place never shows its channel
 * @property {readonly string[]} armed phases
 * @property {string} [sizeOf] the channel whose size its flags tell; absent: none is told
 * @typedef {object} DrillInBrief
 * @property {string} id as a record names it, each variant by itself
 * @property {boolean} counted its repetitions are counted; not where they go by the clock
 * @property {number} smallestRep degrees of swing below which a movement is none; 0 where directions differ, or nothing counts
 * @property {readonly (readonly [number, number])[]} good lens angles from which the drill says that it reads well, degrees
 * @property {readonly RuleInDrill[]} rules
 *
 * @typedef {Pick<typeof import('../../src/drills/index.ts'), 'WATCHED_DRILLS' | 'drillById' | 'findDrill'>} Drills
 * @typedef {Pick<typeof import('../../src/ui/shell/words.ts'), 'ruleName' | 'sideName' | 'storedGoalName' | 'flagSize'>
 *   & Pick<typeof import('../../src/ui/elements/phase-title.ts'), 'recordedTitle' | 'titleOfFlag'>} Words
 */

const SOURCES = {
  folders: ['src'],
  files: /\.ts$/,
  passedOver: new Set(['node_modules']),
  also: ['tools/accuracy/drill-catalogue.mjs'],
};
/** The counter's own (`src/coach/progress/rep-counter.ts`): less than this share of the smallest good swing is fidgeting. */
const FIDGET_SHARE = 0.5;

const BUILD = 'catalogue-';
const PARTS = {
  drills: 'src/drills/index.ts',
  words: 'src/ui/shell/words.ts',
  titles: 'src/ui/elements/phase-title.ts',
};

/**
 * @param {(line: string) => void} [say]
 * @returns {Promise<{ drills: Drills, words: Words }>}
 */
export async function drillCatalogue(say = console.error) {
  await ensureInstalled({ say });
  const cache = join(root, '.cache', 'tools');
  const folder = join(cache, `${BUILD}${sourceFingerprint(SOURCES)}`);
  if (!existsSync(folder)) {
    const part = `${folder}.${process.pid}.part`;
    for (const [name, entry] of Object.entries(PARTS)) await buildForNode(entry, join(part, name));
    takePlace(part, folder);
    dropOld(cache, BUILD);
  }
  const load = (/** @type {string} */ name) => import(pathToFileURL(join(folder, name, 'main.mjs')).href);
  return { drills: await load('drills'), words: { ...(await load('words')), ...(await load('titles')) } };
}

/** Of two commands that build at once the first one's is kept: both are the same. @param {string} part @param {string} folder */
function takePlace(part, folder) {
  try {
    renameSync(part, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(part, { recursive: true, force: true });
  }
}

/**
 * @param {readonly DrillDefinition[]} drills those that a camera watches
 * @returns {DrillInBrief[]}
 */
export const inBrief = (drills) =>
  drills.map(({ id, rules, measure, reps, phases }) => ({
    id,
    counted: reps !== null && !phases.some(({ timed }) => timed === true),
    smallestRep: reps === null || reps.sequence ? 0 : FIDGET_SHARE * reps.minimumAmplitude,
    good: measure.view.good,
    rules: rules.map(({ id: rule, channel, armed, sizeTold }) => ({
      rule,
      seen: !measure.neverSeen.includes(channel),
      armed: Object.keys(armed),
      ...(sizeTold === false ? {} : { sizeOf: channel }),
    })),
  }));
