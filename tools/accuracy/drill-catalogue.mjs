import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from '../build/ensure-installed.mjs';
import { buildForNode } from '../lab/lab-builds.mjs';
import { root } from '../shared/paths.mjs';
import { cachedBuild } from '../build/cached-builds.mjs';

/**
 * The drills and the texts of the app, for tools that score or describe a record. Node 20 cannot run TypeScript, so
 * they are bundled to JavaScript and cached.
 *
 * @typedef {import('../../src/coach/drill-definition.ts').DrillDefinition} DrillDefinition
 * @typedef {import('../../src/coach/drill-definition.ts').RuleId} RuleId
 *
 * @typedef {object} RuleInDrill
 * @property {RuleId} rule
 * @property {boolean} seen false: a blind spot, which the recommended camera place never shows
 * @property {readonly string[]} armed phases in which the rule is checked; none for a blind spot
 * @property {string} [sizeOf] channel whose size the flags show; absent: they show no size
 * @typedef {object} DrillOutline
 * @property {string} id of the drill and variant, as in a record
 * @property {boolean} counted repetitions are counted; false if they follow a clock
 * @property {number} smallestRep smallest swing in degrees that is a repetition; 0 for sequences and without
 *   repetitions
 * @property {readonly (readonly [number, number])[]} good sectors of camera azimuth that the drill calls good, degrees
 * @property {boolean} [trunkOnly] a side check: no rule, range or screen reads a leg. Absent: false
 * @property {readonly RuleInDrill[]} rules
 *
 * @typedef {Pick<typeof import('../../src/drills/index.ts'), 'WATCHED_DRILLS' | 'drillById' | 'findDrill'>} Drills
 * @typedef {Pick<typeof import('../../src/ui/shell/words.ts'), 'ruleName' | 'sideName' | 'storedGoalName' | 'flagSize'>
 *   & Pick<typeof import('../../src/ui/elements/phase-title.ts'), 'recordedTitle' | 'titleOfFlag'>
 *   & Pick<typeof import('../../src/ui/summary/watched-text.ts'), 'causeTexts' | 'gapTexts' | 'noFlagText' | 'watchedIn'>
 *   & Pick<typeof import('../../src/coach/progress/best-range.ts'), 'isWatched'>} Words
 */

const SOURCES = {
  folders: ['src'],
  files: /\.ts$/,
  passedOver: new Set(['node_modules']),
  also: ['tools/accuracy/drill-catalogue.mjs'],
};
/**
 * A swing below this share of the smallest good one is no repetition, where the drill does not say which is; the same as
 * in `src/coach/progress/rep-counter.ts`.
 */
const FIDGET_SHARE = 0.5;

const BUILD = 'catalogue-';
const PARTS = {
  drills: 'src/drills/index.ts',
  words: 'src/ui/shell/words.ts',
  titles: 'src/ui/elements/phase-title.ts',
  watched: 'src/ui/summary/watched-text.ts',
  ranges: 'src/coach/progress/best-range.ts',
};

/**
 * @param {(line: string) => void} [say]
 * @returns {Promise<{ drills: Drills, words: Words }>}
 */
export async function drillCatalogue(say = console.error) {
  await ensureInstalled({ say });
  const folder = await cachedBuild({
    cache: join(root, '.cache', 'tools'),
    name: BUILD,
    sources: SOURCES,
    build: async (part) => {
      for (const [name, entry] of Object.entries(PARTS)) await buildForNode(entry, join(part, name));
    },
  });
  const load = (/** @type {string} */ name) => import(pathToFileURL(join(folder, name, 'main.mjs')).href);
  return {
    drills: await load('drills'),
    words: Object.assign({}, ...(await Promise.all(['words', 'titles', 'watched', 'ranges'].map(load)))),
  };
}

/**
 * @param {readonly DrillDefinition[]} drills that are measured with a camera
 * @returns {DrillOutline[]}
 */
export const drillOutlines = (drills) =>
  drills.map(({ id, rules, blindSpots = [], measure, reps, phases }) => ({
    id,
    counted: reps !== null && !phases.some(({ timed }) => timed === true),
    smallestRep: reps === null || reps.sequence ? 0 : (reps.fidget ?? FIDGET_SHARE * reps.minimumAmplitude),
    good: measure.view.good,
    trunkOnly: measure.trunkOnly === true,
    rules: [
      ...rules.map(({ id: rule, channel, phaseFactors: armed, sizeTold }) => ({
        rule,
        seen: true,
        armed: Object.keys(armed),
        ...(sizeTold === false ? {} : { sizeOf: channel }),
      })),
      ...blindSpots.map(({ id: rule }) => ({ rule, seen: false, armed: [] })),
    ],
  }));
