import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fetchWeights } from '../../models/fetch-weights.mjs';
import { ensureChromium } from '../browser/find-chromium.mjs';
import { openServedPage } from '../browser/served-page.mjs';
import { ensureInstalled } from '../build/ensure-installed.mjs';
import { jointErrors, jointsTables, scoreJoints, shortJointsTable } from '../scoring/score-joints.mjs';
import { EXIT, ExitError, withExitStatus } from '../shared/exit-error.mjs';
import { root } from '../shared/paths.mjs';
import { runTool } from '../shared/plain-error.mjs';
import { runCommand } from '../shared/run-command.mjs';
import { ensureFfmpeg } from './find-ffmpeg.mjs';

const HELP = `npm run real -- --pictures DIR [options]

Runs the app's own pipeline on photographs of real people whose leg joints are marked by hand. For each leg network and
each joint it prints how far BlazePose's joints, and those that the fit uses, lie from the marks. Judged are pictures in
which the app would take a reference pose, and joints that the markers saw. DIR holds the pictures, as NAME.jpg or as in
a clone of their public source.

  --labels FILE   the marks; without it tests/real/labels.json
  --only TEXT     only pictures whose name contains TEXT
  --json OUT      also writes the figures to a file
  --errors OUT    also writes every joint's error to a file
  --rendered      frames of the shipped rendered clips instead, with their true joints; no DIR is needed
  --write         writes docs/validation/real-joints.md and the README's table: real pictures beside rendered frames
  --help          this text`;

const LABELS = join(root, 'tests', 'real', 'labels.json');
const PAGE = 'tests/real/page/index.html';
const CLIPS = join(root, 'tests', 'clips');
const TRUTH = '.truth.json';
const README = join(root, 'README.md');
const BEGIN = '<!-- joints: begin, written by npm run real -- --write -->';
const END = '<!-- joints: end -->';
const REPORT = join(root, 'docs', 'validation', 'real-joints.md');
/** Progress is told every so many pictures. */
const TOLD_EVERY = 20;
/** Second of a clip at which its person holds the start. */
const HELD_AT = 1;

/**
 * @typedef {import('../scoring/score-joints.mjs').MarkedPicture} MarkedPicture
 * @typedef {import('../scoring/score-joints.mjs').JointError} JointError
 * @typedef {MarkedPicture & { readonly source?: string, readonly sha256?: string }} Label
 * @typedef {{ readonly label: MarkedPicture, readonly file: string }} Job
 * @typedef {Window & { startsInPicture?: (url: string) => Promise<import('../scoring/score-joints.mjs').AcceptedStart[]> }} PicturesPage
 */

/** @param {readonly string[]} args */
export const main = (args) => runTool(() => withExitStatus(() => run(args)));

/** @param {readonly string[]} args */
async function run(args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      pictures: { type: 'string' },
      labels: { type: 'string', default: LABELS },
      only: { type: 'string', default: '' },
      json: { type: 'string' },
      errors: { type: 'string' },
      rendered: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help || (!values.pictures && !values.rendered)) {
    console.log(HELP);
    return;
  }
  await ensureInstalled({ say: (line) => console.error(`truehip: ${line}`) });
  const real = values.pictures ? jobsIn(values.pictures, values.labels, values.only) : [];
  if (values.pictures && real.length === 0 && !values.rendered) return;
  const scratch = mkdtempSync(join(tmpdir(), 'truehip-joints-'));
  try {
    const rendered = values.rendered || values.write ? await renderedJobs(scratch, values.only) : [];
    const errors = { real: await measured(real, scratch), rendered: await measured(rendered, scratch) };
    const shown = values.rendered && !values.pictures ? errors.rendered : errors.real;
    console.log(jointsTables(shown));
    if (values.json) await writeFile(values.json, `${JSON.stringify(scoreJoints(shown), null, 2)}\n`);
    if (values.errors) await writeFile(values.errors, JSON.stringify(shown));
    if (values.write) await writeReport(errors);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * The marked pictures that are there.
 * @param {string} folder @param {string} labels @param {string} only
 * @returns {Job[]}
 */
function jobsIn(folder, labels, only) {
  if (!existsSync(folder)) {
    console.log(`truehip: there is no folder "${folder}" with pictures of real people, so none were measured.`);
    return [];
  }
  const marked = readLabels(labels).filter(({ name }) => name.includes(only));
  const jobs = marked.flatMap((label) => {
    const file = fileOf(folder, label);
    return file ? [{ label, file }] : [];
  });
  const absent = marked.length - jobs.length;
  if (absent > 0) console.error(`truehip: ${absent} of ${marked.length} marked pictures are not in "${folder}".`);
  return jobs;
}

/** @param {string} file @returns {readonly Label[]} */
function readLabels(file) {
  if (!existsSync(file)) throw new ExitError(EXIT.noFile, `there is no file "${file}" with marked joints.`);
  try {
    const { pictures } = JSON.parse(readFileSync(file, 'utf8'));
    if (Array.isArray(pictures)) return pictures;
  } catch {
    // Said below.
  }
  throw new ExitError(EXIT.usage, `"${file}" is not a file of marked joints: it needs a list "pictures".`);
}

/**
 * The picture of a label: by its name, or by its path in the public source. Another picture of that name is left out.
 * @param {string} folder @param {Label} label
 */
function fileOf(folder, { name, source = '', sha256 }) {
  const places = [`${name}.jpg`, `${name}.png`, ...source.split(' ').slice(1)].map((place) => join(folder, place));
  const file = places.find((place) => existsSync(place)) ?? null;
  if (!file || !sha256 || createHash('sha256').update(readFileSync(file)).digest('hex') === sha256) return file;
  console.error(`truehip: "${file}" is not the picture that was marked, so it is left out.`);
  return null;
}

/** @param {readonly Job[]} jobs @param {string} scratch @returns {Promise<JointError[]>} */
async function measured(jobs, scratch) {
  if (jobs.length === 0) return [];
  const say = (/** @type {string} */ line) => console.error(`truehip: ${line}`);
  const { page, share, close } = await openPicturesPage(scratch, say);
  try {
    const errors = [];
    for (const [index, { label, file }] of jobs.entries()) {
      if (index % TOLD_EVERY === 0) say(`picture ${index + 1} of ${jobs.length}`);
      const starts = await page.evaluate(
        (url) => /** @type {PicturesPage} */ (window).startsInPicture?.(url),
        share(file),
      );
      errors.push(...jointErrors(label, starts ?? []));
    }
    return errors;
  } finally {
    await close();
  }
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
  return openServedPage({
    executablePath: await ensureChromium({ say }),
    serve: { folder },
    setUp: async (page, url) => {
      page.on('pageerror', (error) => say(`the page says: ${error.message}`));
      await page.goto(`${url}/${PAGE}`);
      await page.waitForFunction(() => 'startsInPicture' in window, undefined, { timeout: 30_000 });
    },
  });
}

/**
 * A frame from the hold of each shipped rendered clip, with the true joints as marks. Skins, rooms and light are not
 * real, and the networks were trained on pictures of this kind.
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
    const { frames, fps } = JSON.parse(readFileSync(join(CLIPS, `${name}${TRUTH}`), 'utf8'));
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
      label: { name, series: name, guessed: [], left: trueLeg(landmarks, 0), right: trueLeg(landmarks, 1) },
    });
  }
  return jobs;
}

/** @param {readonly (readonly [number, number])[]} landmarks BlazePose's 33 @param {0 | 1} right */
function trueLeg(landmarks, right) {
  const at = (/** @type {number} */ left) => landmarks[left + right] ?? /** @type {const} */ ([0, 0]);
  return { hip: at(23), knee: at(25), ankle: at(27) };
}

/** @param {Readonly<Record<'real' | 'rendered', readonly JointError[]>>} errors */
async function writeReport(errors) {
  await writeFile(REPORT, reportOf(errors));
  await writeFile(README, withShortTable(readFileSync(README, 'utf8'), errors));
}

/**
 * The README with a new short table between its marks.
 * @param {string} page
 * @param {Readonly<Record<'real' | 'rendered', readonly JointError[]>>} errors
 */
export function withShortTable(page, errors) {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from)
    throw new ExitError(EXIT.unforeseen, 'README.md has lost the marks of its table of joints.');
  return `${page.slice(0, from + BEGIN.length)}\n${shortJointsTable(errors)}\n${page.slice(to)}`;
}

/**
 * The page with real pictures beside rendered frames.
 * @param {Readonly<Record<'real' | 'rendered', readonly JointError[]>>} errors
 */
export const reportOf = ({ real, rendered }) => `# Joints in photographs of real people

Where the joints of the legs are found in photographs of real people, against joints marked by hand, and beside them the
same in frames of the shipped rendered clips. Made by \`npm run real -- --pictures DIR --write\`. The pictures stay
outside the repository; \`tests/real/README.md\` says where they come from and how to mark more.

Each picture is held still before the app's own pipeline, for each drill that has a leg network. Counted are pictures in
which the app takes a reference pose, and joints that the markers saw: nearly every real hip is under cloth, so these are
knees and ankles. Errors in % of the trunk's length in the picture (1 % is about 5 mm). "Believed": the reference pose
is taken from the network's joints. "Gross": off by more than a fifth of the trunk. "In the 90 % band": share of
coordinates within 1.645 stated standard deviations; 85–97 % is wanted.

## Real people

${jointsTables(real)}

## Rendered people

${jointsTables(rendered)}

## What this does not show

- Degrees. Nobody has measured a real hip's rotation beside the app; joints in the right place are necessary for it, not
  sufficient.
- The drills' own pictures. Few photographs show a drill's very posture and view, and none is a video.
- More than a few people: see the series in \`tests/real/labels.json\`. Marks of visible joints repeat within about 2 % of
  a leg, so differences near that say nothing.
`;
