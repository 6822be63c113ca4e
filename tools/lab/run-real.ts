import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jointsTables, shortJointsTable, startsTable } from '../report/photo-tables.ts';
import { jointErrors, scoreJoints, type JointError, type MarkedPicture } from '../scoring/score-joints.ts';
import {
  scoreStarts,
  startOutcomes,
  type StartOutcome,
  type StartsFile,
  type TriedStart,
} from '../scoring/score-starts.ts';
import { EXIT, ExitError } from '../shared/exit-error.ts';
import { root } from '../shared/paths.mjs';
import { withMarkedText, withScratch, writeFigures } from '../shared/written-files.ts';
import { defineCommand, flag, text } from '../shared/command.ts';
import { withBuiltPage } from './lab-page.ts';
import { pictureAt } from './picture-at.ts';
import { ensureFfmpeg, runFfmpeg } from './find-ffmpeg.ts';
import type { Label } from '../scoring/leg-marks.ts';
import { say } from '../shared/progress.ts';

const PAGE = 'tests/real/page/index.html';
const CLIPS = join(root, 'tests', 'clips');
const TRUTH = '.truth.json';
const command = defineCommand({
  name: 'lab -- real',
  about: `Runs the app's own pipeline on photographs of real people, for every drill that uses the camera. It prints which pictures
the app takes as a start, beside what a person sees in them, and how far the joints of those starts lie from marks made by
hand. Only joints count that the markers saw. DIR holds the pictures, as NAME.jpg or as in a clone of their public source.`,
  options: {
    pictures: text('DIR', 'the pictures'),
    only: text('TEXT', 'only pictures whose name contains TEXT'),
    json: text('OUT', 'also writes the figures to a file, with what is said to each picture and drill'),
    rendered: flag(
      'frames of the shipped rendered clips instead, each for its own drill, with their true joints; no DIR is needed',
    ),
    write: flag("writes docs/validation/real-joints.md and the README's table: real pictures beside rendered frames"),
  },
});

const README = join(root, 'README.md');
const MARKS = { begin: '<!-- joints: begin, written by npm run lab -- real --write -->', end: '<!-- joints: end -->' };
const REPORT = join(root, 'docs', 'validation', 'real-joints.md');
/** Progress is told every so many pictures. */
const TOLD_EVERY = 20;
/** Second of a clip at which its person holds the start. */
const HELD_AT = 1;

type OneStart = { readonly drill: string; readonly variant: string | null; readonly side: string };

/** `shows`: the only start that is tried, a true one; null: every drill is tried. */
type Job = { readonly label: MarkedPicture; readonly file: string; readonly shows: OneStart | null };

type Found = { readonly joints: readonly JointError[]; readonly starts: readonly StartOutcome[] };

type PicturesPage = Window & { startsInPicture?: (url: string, only: OneStart | null) => Promise<TriedStart[]> };

/** `npm run lab -- real`. */
export async function main(args: readonly string[]): Promise<void> {
  const given = command.read(args);
  if (given === 'help' || (!given.values.pictures && !given.values.rendered)) return command.printHelp();
  const { values } = given;
  if (values.write && (!values.pictures || values.rendered || values.only)) {
    throw new ExitError(EXIT.usage, '--write takes --pictures DIR alone: all pictures of tests/real/labels.json.');
  }
  const real = values.pictures ? jobsIn(values.pictures, values) : [];
  if (values.pictures && real.length === 0) return;
  await withScratch(async (scratch) => {
    const rendered = values.rendered || values.write ? await renderedJobs(scratch, values.only ?? '') : [];
    const starts: StartsFile = readMarks('starts.json');
    const found = { real: await measured(real, starts), rendered: await measured(rendered, starts) };
    const shown = values.pictures ? found.real : found.rendered;
    console.log(`${startsTable(shown.starts)}\n\n${jointsTables(shown.joints)}`);
    if (values.json) await writeFigures(values.json, figuresOf(shown));
    if (values.write) await writeReport(found);
  });
}

const figuresOf = ({ joints, starts }: Found) => ({
  starts: scoreStarts(starts),
  joints: scoreJoints(joints),
  pictures: starts,
});

/** What people marked and saw in the photographs. */
const readMarks = (name: string) => JSON.parse(readFileSync(join(root, 'tests', 'real', name), 'utf8'));

/** The marked pictures that are there. `--write` needs all of them. */
function jobsIn(folder: string, { only, write }: { readonly only: string | null; readonly write: boolean }): Job[] {
  if (!existsSync(folder)) {
    console.log(`truehip: there is no folder "${folder}" with pictures of real people, so none were measured.`);
    return [];
  }
  const { pictures }: { pictures: readonly Label[] } = readMarks('labels.json');
  const marked = pictures.filter(({ name }) => name.includes(only ?? ''));
  const jobs = marked.flatMap((label) => {
    const file = fileOf(folder, label);
    return file ? [{ label, file, shows: null }] : [];
  });
  const absent = marked.length - jobs.length;
  const sentence = `${absent} of ${marked.length} marked pictures are not in "${folder}".`;
  if (absent > 0 && write) throw new ExitError(EXIT.noFile, sentence);
  if (absent > 0) say(sentence);
  return jobs;
}

/** The picture of a label: by its name, or by its path in the public source. Another picture of that name is left out. */
function fileOf(folder: string, { name, source, sha256 }: Label) {
  return pictureAt(folder, [`${name}.jpg`, `${name}.png`, ...source.split(' ').slice(1)], sha256);
}

async function measured(jobs: readonly Job[], seen: StartsFile): Promise<Found> {
  if (jobs.length === 0) return { joints: [], starts: [] };
  return withBuiltPage(PAGE, { ready: 'startsInPicture', called: 'the page' }, async ({ page, share }) => {
    const joints: JointError[] = [];
    const starts: StartOutcome[] = [];
    for (const [index, { label, file, shows }] of jobs.entries()) {
      if (index % TOLD_EVERY === 0) say(`picture ${index + 1} of ${jobs.length}`);
      const answer = await page.evaluate(([url, only]) => (window as PicturesPage).startsInPicture?.(url, only), [
        share(file),
        shows,
      ] as const);
      const tried = answer ?? [];
      starts.push(...startOutcomes(label.name, tried, shows ? trueStarts(label.name, tried) : seen));
      joints.push(...jointErrors(label, tried.flatMap(acceptedOnce)));
    }
    return { joints, starts };
  });
}

/** What was tried on a rendered frame is what it shows. */
const trueStarts = (name: string, tried: readonly TriedStart[]): StartsFile => ({
  drills: tried.map(({ drill }) => drill),
  pictures: { [name]: tried.map(({ drill, side }) => ({ drill, side, verdict: 'right' })) },
});

/** A start that was taken, on the first side on which it was. */
function acceptedOnce({ drill, joints }: TriedStart, index: number, tried: readonly TriedStart[]) {
  const isFirst = tried.findIndex((one) => one.drill === drill && one.joints !== null) === index;
  return joints && isFirst ? [{ ...joints, drill }] : [];
}

/**
 * A frame from the hold of each shipped rendered clip, with the true joints as marks. Skins, rooms and light are not
 * real.
 */
async function renderedJobs(scratch: string, only: string): Promise<Job[]> {
  const ffmpeg = await ensureFfmpeg();
  const names = readdirSync(CLIPS)
    .filter((file) => file.endsWith(TRUTH) && file.includes(only))
    .map((file) => file.slice(0, -TRUTH.length));
  const jobs = [];
  for (const name of names) {
    const { frames, fps, drill, variant, side } = JSON.parse(readFileSync(join(CLIPS, `${name}${TRUTH}`), 'utf8'));
    const file = join(scratch, `${name}.png`);
    const args = ['-ss', `${HELD_AT}`, '-i', join(CLIPS, `${name}.webm`), '-frames:v', '1', file];
    await runFfmpeg(ffmpeg, args, `take a frame of "${name}"`, 60);
    const { landmarks } = frames[Math.round(HELD_AT * fps)];
    jobs.push({
      file,
      shows: { drill, variant: variant ?? null, side },
      label: { name, series: name, guessed: [], left: trueLeg(landmarks, 0), right: trueLeg(landmarks, 1) },
    });
  }
  return jobs;
}

/** @param landmarks BlazePose's 33 */
function trueLeg(landmarks: readonly (readonly [number, number])[], right: 0 | 1) {
  const at = (left: number) => {
    const point = landmarks[left + right];
    if (!point) throw new Error(`the truth has no landmark ${left + right}`);
    return point;
  };
  return { hip: at(23), knee: at(25), ankle: at(27) };
}

async function writeReport(found: Readonly<Record<'real' | 'rendered', Found>>) {
  await writeFile(REPORT, reportOf(found));
  const errors = { real: found.real.joints, rendered: found.rendered.joints };
  await writeFile(README, withShortTable(readFileSync(README, 'utf8'), errors));
}

/** The README with a new short table between its marks. */
export function withShortTable(page: string, errors: Readonly<Record<'real' | 'rendered', readonly JointError[]>>) {
  const whole = withMarkedText(page, MARKS, shortJointsTable(errors));
  if (whole === null) throw new ExitError(EXIT.unforeseen, 'README.md has lost the marks of its table of joints.');
  return whole;
}

/** The page with real pictures beside rendered frames. */
export const reportOf = ({
  real,
  rendered,
}: Readonly<Record<'real' | 'rendered', Found>>) => `# Does it find real people's legs?

Which photographs of real people the app takes as the start of a drill, and where it finds the joints of their legs, beside frames of the
shipped rendered clips. Made by \`npm run lab -- real --pictures DIR --write\`; the pictures stay outside the repository
(\`tests/real/README.md\`). Each is shown to the app's own pipeline (BlazePose full) as a still, for every drill.

## Starts

**Right:** a coach would say yes. **Near:** a limb or the view lies somewhat outside. **No start:** all other pictures
(\`tests/real/starts.json\`). Each cell: how many of them are taken.

${startsTable(real.starts)}

Of the rendered frames, each from the hold of a clip, ${takenOf(rendered.starts)} are taken.

## Joints

Errors in % of the trunk's length in the picture (1 % is about 5 mm), of pictures that are taken and joints that the markers saw. Nearly every
hip is under cloth, so these are mostly knees and ankles. **Gross:** off by more than a fifth of the trunk. **In the 90 % band:** coordinates
within 1.645 stated standard deviations; wanted: 85–97 %. **90 % within:** nine tenths are off by no more than this; 1.6 is right, less means
that the stated deviations are too large.

${jointsTables(real.joints)}

Beside rendered people, of whom all joints count, also hidden ones:

${shortJointsTable({ real: real.joints, rendered: rendered.joints })}

## What this does not show

- **Degrees.** Nobody has measured the rotation of a real hip beside the app.
- **Many or new people.** Few people stand on these photographs, few in the posture of a drill, none in a video. BlazePose's
  standard deviations and the limits of a start were set on them.
- **The bands of the angles.** They come from the fit and were calibrated on rendered people ([bands.md](bands.md)).
`;

function takenOf(starts: Found['starts']) {
  const [taken, all] = scoreStarts(starts).all.right;
  return `${taken} of ${all}`;
}
