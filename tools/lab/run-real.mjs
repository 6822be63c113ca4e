import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchWeights } from '../../models/fetch-weights.mjs';
import { ensureInstalled } from '../build/ensure-installed.mjs';
import { jointErrors, jointsTables, scoreJoints, shortJointsTable } from '../scoring/score-joints.mjs';
import { parseStarts, scoreStarts, startOutcomes, startsTable } from '../scoring/score-starts.mjs';
import { EXIT, ExitError, withExitStatus } from '../shared/exit-error.mjs';
import { root } from '../shared/paths.mjs';
import { runTool } from '../shared/plain-error.mjs';
import { runCommand } from '../shared/run-command.mjs';
import { withMarkedText } from '../shared/marked-text.mjs';
import { parsedArguments } from '../shared/parsed-arguments.mjs';
import { readLabels } from './read-labels.mjs';
import { ensureFfmpeg } from './find-ffmpeg.mjs';
import { openLabPage } from './open-lab-page.mjs';

const HELP = `npm run real -- --pictures DIR [options]

Runs the app's own pipeline on photographs of real people, for every drill that uses the camera. It prints which pictures
the app takes as a start, beside what a person sees in them, and how far the joints of those starts lie from marks made by
hand. Only joints count that the markers saw. DIR holds the pictures, as NAME.jpg or as in a clone of their public source.

  --labels FILE   the marks; without it tests/real/labels.json
  --starts FILE   the starts that a person sees; without it tests/real/starts.json
  --only TEXT     only pictures whose name contains TEXT
  --json OUT      also writes the figures to a file, with what is said to each picture and drill
  --errors OUT    also writes every joint's error to a file
  --rendered      frames of the shipped rendered clips instead, each for its own drill, with their true joints; no DIR is
                  needed
  --write         writes docs/validation/real-joints.md and the README's table: real pictures beside rendered frames
  --help          this text`;

const LABELS = join(root, 'tests', 'real', 'labels.json');
const STARTS = join(root, 'tests', 'real', 'starts.json');
const PAGE = 'tests/real/page/index.html';
const CLIPS = join(root, 'tests', 'clips');
const TRUTH = '.truth.json';
const README = join(root, 'README.md');
const MARKS = { begin: '<!-- joints: begin, written by npm run real -- --write -->', end: '<!-- joints: end -->' };
const REPORT = join(root, 'docs', 'validation', 'real-joints.md');
/** Progress is told every so many pictures. */
const TOLD_EVERY = 20;
/** Second of a clip at which its person holds the start. */
const HELD_AT = 1;

/**
 * @typedef {import('../scoring/score-joints.mjs').MarkedPicture} MarkedPicture
 * @typedef {import('../scoring/score-joints.mjs').JointError} JointError
 * @typedef {import('../scoring/compare-markers.mjs').Label} Label
 * @typedef {import('../scoring/score-starts.mjs').StartsFile} StartsFile
 * @typedef {import('../scoring/score-starts.mjs').TriedStart} TriedStart
 * @typedef {{ readonly drill: string, readonly variant: string | null, readonly side: string }} OneStart
 * @typedef {{ readonly label: MarkedPicture, readonly file: string, readonly shows: OneStart | null }} Job `shows`: the only
 *   start that is tried, a true one; null: every drill is tried
 * @typedef {{ readonly joints: readonly JointError[], readonly starts: readonly import('../scoring/score-starts.mjs').StartOutcome[] }} Found
 * @typedef {Window & { startsInPicture?: (url: string, only: OneStart | null) => Promise<TriedStart[]> }} PicturesPage
 */

/** @param {readonly string[]} args */
export const main = (args) => runTool(() => withExitStatus(() => run(args)));

/** @param {readonly string[]} args */
async function run(args) {
  const values = readArguments(args);
  if (values.help || (!values.pictures && !values.rendered)) {
    console.log(HELP);
    return;
  }
  await ensureInstalled({ say: (line) => console.error(`truehip: ${line}`) });
  const real = values.pictures ? jobsIn(values.pictures, values) : [];
  if (values.pictures && real.length === 0) return;
  const scratch = mkdtempSync(join(tmpdir(), 'truehip-joints-'));
  try {
    const rendered = values.rendered || values.write ? await renderedJobs(scratch, values.only) : [];
    const starts = readStarts(values.starts);
    const found = { real: await measured(real, scratch, starts), rendered: await measured(rendered, scratch, starts) };
    const shown = values.pictures ? found.real : found.rendered;
    console.log(`${startsTable(shown.starts)}\n\n${jointsTables(shown.joints)}`);
    if (values.json) await writeFile(values.json, `${JSON.stringify(figuresOf(shown), null, 2)}\n`);
    if (values.errors) await writeFile(values.errors, JSON.stringify(shown.joints));
    if (values.write) await writeReport(found);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** @param {Found} found */
const figuresOf = ({ joints, starts }) => ({
  starts: scoreStarts(starts),
  joints: scoreJoints(joints),
  pictures: starts,
});

/** @param {string} file @returns {StartsFile} */
function readStarts(file) {
  if (!existsSync(file)) throw new ExitError(EXIT.noFile, `there is no file "${file}" with starts.`);
  try {
    return parseStarts(readFileSync(file, 'utf8'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ExitError(EXIT.usage, `"${file}" is not a file of starts: ${why}.`);
  }
}

/** @param {readonly string[]} args */
function readArguments(args) {
  const values = parsed(args);
  const isAll = values.only === '' && values.labels === LABELS && values.starts === STARTS;
  if (values.write && (!values.pictures || values.rendered || !isAll)) {
    throw new ExitError(EXIT.usage, '--write takes --pictures DIR alone: all pictures of tests/real/labels.json.');
  }
  return values;
}

/** @param {readonly string[]} args */
function parsed(args) {
  return parsedArguments(
    {
      args: [...args],
      options: {
        pictures: { type: 'string' },
        labels: { type: 'string', default: LABELS },
        starts: { type: 'string', default: STARTS },
        only: { type: 'string', default: '' },
        json: { type: 'string' },
        errors: { type: 'string' },
        rendered: { type: 'boolean', default: false },
        write: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    },
    (problem) => new ExitError(EXIT.usage, `${problem}. "npm run real -- --help" shows how.`),
  ).values;
}

/**
 * The marked pictures that are there. `--write` needs all of them.
 * @param {string} folder
 * @param {{ readonly labels: string, readonly only: string, readonly write: boolean }} options
 * @returns {Job[]}
 */
function jobsIn(folder, { labels, only, write }) {
  if (!existsSync(folder)) {
    console.log(`truehip: there is no folder "${folder}" with pictures of real people, so none were measured.`);
    return [];
  }
  const marked = readLabels(labels).pictures.filter(({ name }) => name.includes(only));
  const jobs = marked.flatMap((label) => {
    const file = fileOf(folder, label);
    return file ? [{ label, file, shows: null }] : [];
  });
  const absent = marked.length - jobs.length;
  const sentence = `${absent} of ${marked.length} marked pictures are not in "${folder}".`;
  if (absent > 0 && write) throw new ExitError(EXIT.noFile, sentence);
  if (absent > 0) console.error(`truehip: ${sentence}`);
  return jobs;
}

/**
 * The picture of a label: by its name, or by its path in the public source. Another picture of that name is left out.
 * @param {string} folder @param {Label} label
 */
function fileOf(folder, { name, source, sha256 }) {
  const places = [`${name}.jpg`, `${name}.png`, ...source.split(' ').slice(1)].map((place) => join(folder, place));
  const file = places.find((place) => existsSync(place)) ?? null;
  if (!file || !sha256 || createHash('sha256').update(readFileSync(file)).digest('hex') === sha256) return file;
  console.error(`truehip: "${file}" is not the picture that was marked, so it is left out.`);
  return null;
}

/** @param {readonly Job[]} jobs @param {string} scratch @param {StartsFile} seen @returns {Promise<Found>} */
async function measured(jobs, scratch, seen) {
  if (jobs.length === 0) return { joints: [], starts: [] };
  const say = (/** @type {string} */ line) => console.error(`truehip: ${line}`);
  const { page, share, close } = await openPicturesPage(scratch, say);
  try {
    /** @type {JointError[]} */
    const joints = [];
    /** @type {import('../scoring/score-starts.mjs').StartOutcome[]} */
    const starts = [];
    for (const [index, { label, file, shows }] of jobs.entries()) {
      if (index % TOLD_EVERY === 0) say(`picture ${index + 1} of ${jobs.length}`);
      const answer = await page.evaluate(
        ([url, only]) => /** @type {PicturesPage} */ (window).startsInPicture?.(url, only),
        /** @type {const} */ ([share(file), shows]),
      );
      const tried = answer ?? [];
      starts.push(...startOutcomes(label.name, tried, shows ? trueStarts(label.name, tried) : seen));
      joints.push(...jointErrors(label, tried.flatMap(acceptedOnce)));
    }
    return { joints, starts };
  } finally {
    await close();
  }
}

/**
 * What was tried on a rendered frame is what it shows.
 * @param {string} name @param {readonly TriedStart[]} tried @returns {StartsFile}
 */
const trueStarts = (name, tried) => ({
  drills: tried.map(({ drill }) => drill),
  pictures: { [name]: tried.map(({ drill, side }) => ({ drill, side, verdict: 'right' })) },
});

/**
 * A start that was taken, on the first side on which it was.
 * @param {TriedStart} start @param {number} index @param {readonly TriedStart[]} tried
 */
function acceptedOnce({ drill, joints }, index, tried) {
  const isFirst = tried.findIndex((one) => one.drill === drill && one.joints !== null) === index;
  return joints && isFirst ? [{ ...joints, drill }] : [];
}

/** @param {string} scratch @param {(line: string) => void} say */
async function openPicturesPage(scratch, say) {
  await fetchWeights();
  const folder = join(scratch, 'page');
  if (!existsSync(folder)) {
    say('building the page');
    const { buildPage } = await import('./lab-builds.mjs');
    await buildPage(PAGE, folder);
  }
  return openLabPage({ folder, page: PAGE, ready: 'startsInPicture', called: 'the page', say });
}

/**
 * A frame from the hold of each shipped rendered clip, with the true joints as marks. Skins, rooms and light are not
 * real.
 * @param {string} scratch @param {string} only
 * @returns {Promise<Job[]>}
 */
async function renderedJobs(scratch, only) {
  const ffmpeg = await ensureFfmpeg({ say: (line) => console.error(`truehip: ${line}`) });
  const names = readdirSync(CLIPS)
    .filter((file) => file.endsWith(TRUTH) && file.includes(only))
    .map((file) => file.slice(0, -TRUTH.length));
  const jobs = [];
  for (const name of names) {
    const { frames, fps, drill, variant, side } = JSON.parse(readFileSync(join(CLIPS, `${name}${TRUTH}`), 'utf8'));
    const file = join(scratch, `${name}.png`);
    const args = [
      '-nostdin',
      '-y',
      '-v',
      'error',
      '-ss',
      `${HELD_AT}`,
      '-i',
      join(CLIPS, `${name}.webm`),
      '-frames:v',
      '1',
      file,
    ];
    const { status, output } = await runCommand(ffmpeg, args, { timeoutSeconds: 60 });
    if (status !== 0)
      throw new ExitError(EXIT.noEncoder, `ffmpeg could not take a frame of "${name}": ${output.trim()}`);
    const { landmarks } = frames[Math.round(HELD_AT * fps)];
    jobs.push({
      file,
      shows: { drill, variant: variant ?? null, side },
      label: { name, series: name, guessed: [], left: trueLeg(landmarks, 0), right: trueLeg(landmarks, 1) },
    });
  }
  return jobs;
}

/** @param {readonly (readonly [number, number])[]} landmarks BlazePose's 33 @param {0 | 1} right */
function trueLeg(landmarks, right) {
  const at = (/** @type {number} */ left) => {
    const point = landmarks[left + right];
    if (!point) throw new Error(`the truth has no landmark ${left + right}`);
    return point;
  };
  return { hip: at(23), knee: at(25), ankle: at(27) };
}

/** @param {Readonly<Record<'real' | 'rendered', Found>>} found */
async function writeReport(found) {
  await writeFile(REPORT, reportOf(found));
  const errors = { real: found.real.joints, rendered: found.rendered.joints };
  await writeFile(README, withShortTable(readFileSync(README, 'utf8'), errors));
}

/**
 * The README with a new short table between its marks.
 * @param {string} page
 * @param {Readonly<Record<'real' | 'rendered', readonly JointError[]>>} errors
 */
export function withShortTable(page, errors) {
  const text = withMarkedText(page, MARKS, shortJointsTable(errors));
  if (text === null) throw new ExitError(EXIT.unforeseen, 'README.md has lost the marks of its table of joints.');
  return text;
}

/**
 * The page with real pictures beside rendered frames.
 * @param {Readonly<Record<'real' | 'rendered', Found>>} found
 */
export const reportOf = ({ real, rendered }) => `# Starts and joints in photographs of real people

Which photographs of real people the app takes as the start of a drill, and where it finds the joints of their legs; beside
them the same in frames of the shipped rendered clips. Made by \`npm run real -- --pictures DIR --write\`. The pictures
stay outside the repository; \`tests/real/README.md\` says where they come from and how to mark more.

Each picture is shown to the app's own pipeline (BlazePose full) as a still, for every drill and side. A rendered frame is
shown for its own drill only.

## Starts of real people

What a person sees in each picture is in \`tests/real/starts.json\`. **Right:** a coach would say yes. **Near:** a limb or the
view lies somewhat outside. **No start:** all other pictures. Each cell: how many of them are taken.

${startsTable(real.starts)}

## Starts of rendered people, frozen to one frame

Every frame is from the hold of its clip, so all are right. Some clips are filmed from a place that the drill refuses. A
frozen frame is one draw of the pose model's error; a clip is many.

${startsTable(rendered.starts)}

## Joints of real people

Only pictures count in which the app takes a reference pose, and only the joints that the markers could see. Nearly
every hip is under cloth, so these are mostly knees and ankles. In rendered pictures all joints count, also hidden ones.
Errors are in % of the trunk's length in the picture (1 % is about 5 mm where the trunk is not foreshortened).

- **Gross:** off by more than a fifth of the trunk.
- **In the 90 % band:** share of the coordinates within 1.645 stated standard deviations. Wanted: 85–97 %. BlazePose's standard
  deviations were set on photographs of this table: what 90 % of the errors stay below, and a tenth more for other people.
- **90 % within:** nine tenths of the coordinates are off by no more than this many stated standard deviations. 1.6 is right; less
  means that they are too large.

${jointsTables(real.joints)}

## Joints of rendered people

${jointsTables(rendered.joints)}

## What this does not show

- **Degrees.** Nobody has measured the rotation of a real hip beside the app. Joints in the right places are needed for
  that, but they are not enough.
- **The drills.** Few photographs show the posture of a drill from its recommended place, and none is a video.
- **Many people.** The photographs show few people (\`series\` in \`tests/real/labels.json\`). A difference that is smaller
  than that between two markers (\`tests/real/README.md\`) says nothing.
- **New people.** BlazePose's standard deviations and the limits of a start were set on these same photographs.
- **The bands of the angles.** They come from the fit and were calibrated on rendered people. The joints' standard
  deviations are stated for this table only.
`;
