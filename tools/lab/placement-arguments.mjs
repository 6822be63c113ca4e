import { EXIT, ExitError } from '../shared/exit-error.mjs';
import { parsedArguments } from '../shared/parsed-arguments.mjs';

export const HELP = `npm run placement -- [options]

Where should the laptop stand? Films rendered people in every drill of the app from a grid of places, lets the app's own
pipeline measure each clip, and writes what can be read from where: placement.json, placement.md and maps (SVG). One line a
finished place goes to cells.jsonl; an interrupted run goes on where it stopped. The study that is committed lies in
tests/lab/placement (--out).

  --drills A,B      only these                                  (every drill of the app)
  --bodies A,B      who is filmed          (four: both sexes, average and far from it; only the
                    first one is filmed from all round, the others from where the app says that the view is good)
  --azimuths A,B    degrees: 0 feet or front, 90 working side, 180 head or behind
                                      (every 30°, every 15° where the view is thought best)
  --heights A,B     of the lens, metres                         (0.5,0.9,1.4)
  --distances A,B   lens to hips, metres        (the drill's own; 1.7 and 2.8 where the view is thought best)
  --seed N          other clothes, rooms and habits             (1)
  --out DIR         log and outputs                             (tests/out/placement)
  --again           also places that were measured before
  --table           measure nothing, only draw up the outputs from the log
  --help            this text

Exit status: 0 done; 1 something unforeseen; 2 wrong use (unknown drill, body or option); 8 the model could not be run;
10 no room on the disk; 11 no ffmpeg; 12 no assets.`;

const OUT = 'tests/out/placement';

/**
 * The interface between `npm run placement` and the study in `tests/lab/placement`.
 *
 * @typedef {import('./lab-tools.mjs').LabTools & {
 *   openAnalysis: () => Promise<import('./lab-tools.mjs').OpenStage>,
 * }} PlacementTools `openAnalysis` opens the page of the study, which runs the app's pipeline
 *
 * @typedef {object} PlacementWish options of the command; null: the study chooses
 * @property {readonly string[] | null} drills
 * @property {readonly string[] | null} bodies
 * @property {readonly number[] | null} azimuths
 * @property {readonly number[] | null} heights
 * @property {readonly number[] | null} distances
 * @property {number} seed
 * @property {string} out folder of log and outputs
 * @property {boolean} again also places that were measured before
 * @property {boolean} table only writes the outputs again from the log
 *
 * @typedef {{ runPlacement: (wish: PlacementWish, tools: PlacementTools) => Promise<void> }} PlacementStudy
 */

/** @param {string} problem */
const usage = (problem) => new ExitError(EXIT.usage, `${problem}. "npm run placement -- --help" shows how.`);

/** @param {readonly string[]} args */
function parsed(args) {
  return parsedArguments(
    {
      args: [...args],
      options: {
        drills: { type: 'string' },
        bodies: { type: 'string' },
        azimuths: { type: 'string' },
        heights: { type: 'string' },
        distances: { type: 'string' },
        seed: { type: 'string', default: '1' },
        out: { type: 'string', default: OUT },
        again: { type: 'boolean', default: false },
        table: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    },
    usage,
  ).values;
}

/** @param {string | undefined} text @returns {string[] | null} */
const names = (text) =>
  text === undefined ? null : [...new Set(text.split(',').map((name) => name.trim()))].filter(Boolean);

/**
 * @param {string} option
 * @param {string | undefined} text
 * @param {{ least: number, most: number, what: string }} limits
 * @returns {number[] | null}
 */
function numbers(option, text, { least, most, what }) {
  const list = names(text);
  if (list === null) return null;
  const values = list.map(Number);
  if (values.length > 0 && values.every((value) => value >= least && value <= most)) return values;
  throw usage(`--${option} is "${text}", but it is a list of ${what} from ${least} to ${most}`);
}

/**
 * @param {readonly string[]} args
 * @returns {PlacementWish | 'help'}
 * @throws {ExitError}
 */
export function readArguments(args) {
  const { drills, bodies, azimuths, heights, distances, seed, out, again, table, help } = parsed(args);
  if (help) return 'help';
  if (!/^\d{1,9}$/.test(seed)) throw usage(`--seed is "${seed}", but it is a whole number`);
  return {
    drills: names(drills),
    bodies: names(bodies),
    azimuths: numbers('azimuths', azimuths, { least: -360, most: 360, what: 'degrees' }),
    heights: numbers('heights', heights, { least: 0.1, most: 2.5, what: 'metres' }),
    distances: numbers('distances', distances, { least: 1, most: 4, what: 'metres' }),
    seed: Number(seed),
    out,
    again,
    table,
  };
}
