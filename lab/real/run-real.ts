import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jointsTables, shortJointsTable, startsTable } from '../report/photo-tables.ts';
import { jointErrors, type JointError, type MarkedPicture } from '../scoring/score-joints.ts';
import {
  scoreStarts,
  startOutcomes,
  type StartOutcome,
  type StartsFile,
  type TriedStart,
} from '../scoring/score-starts.ts';
import { EXIT, ExitError } from '../../tools/shared/exit-error.ts';
import { root } from '../../tools/shared/paths.mjs';
import { type Marks, withScratch, writeMarked } from '../../tools/shared/written-files.ts';
import { defineCommand, flag, text } from '../../tools/shared/command.ts';
import { withBuiltPage } from '../../tools/browser/built-page.ts';
import { pictureAt } from './picture-at.ts';
import { ensureFfmpeg, runFfmpeg } from '../../tools/browser/find-ffmpeg.ts';
import type { Label } from '../scoring/leg-marks.ts';
import { say } from '../../tools/shared/progress.ts';

const PAGE = 'lab/real/page/index.html';
const CLIPS = join(root, 'tests', 'clips');
const TRUTH = '.truth.json';
const command = defineCommand({
  name: 'lab -- real',
  about: `Runs the app's own pipeline on photographs of real people, for every drill that uses the camera. It prints which pictures
the app takes as a start, beside what a person sees in them, and how far the joints of those starts lie from marks made by
hand. Only joints count that the markers saw. DIR holds the pictures, as NAME.jpg or as in a clone of their public source.`,
  options: {
    pictures: text('DIR', 'the pictures'),
    write: flag("writes docs/validation/real-joints.md and the README's table: real pictures beside rendered frames"),
  },
});

const README_MARKS = {
  begin: '<!-- joints: begin, written by npm run lab -- real --write -->',
  end: '<!-- joints: end -->',
};
/** The page of the figures. */
export const REPORT = 'docs/validation/real-joints.md';
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
  if (given === 'help' || !given.values.pictures) return command.printHelp();
  const { pictures, write } = given.values;
  const jobs = jobsIn(pictures, write);
  if (jobs.length === 0) return;
  const starts: StartsFile = readMarks('starts.json');
  const real = await measured(jobs, starts);
  console.log(`${startsTable(real.starts)}\n\n${jointsTables(real.joints)}`);
  if (!write) return;
  await withScratch(async (scratch) => {
    const rendered = await measured(await renderedJobs(scratch), starts);
    await writeReport({ real, rendered });
  });
}

/** What people marked and saw in the photographs. */
const readMarks = (name: string) => JSON.parse(readFileSync(join(root, 'lab', 'real', name), 'utf8'));

/** The marked pictures that are there. `--write` needs all of them. */
function jobsIn(folder: string, write: boolean): Job[] {
  if (!existsSync(folder)) {
    console.log(`truehip: there is no folder "${folder}" with pictures of real people, so none were measured.`);
    return [];
  }
  const { pictures: marked }: { pictures: readonly Label[] } = readMarks('labels.json');
  const jobs = marked.flatMap((label) => {
    const { name, source, sha256 } = label;
    // By its name, or by its path in the public source.
    const file = pictureAt(folder, [`${name}.jpg`, `${name}.png`, ...source.split(' ').slice(1)], sha256);
    return file ? [{ label, file, shows: null }] : [];
  });
  const absent = marked.length - jobs.length;
  const sentence = `${absent} of ${marked.length} marked pictures are not in "${folder}".`;
  if (absent > 0 && write) throw new ExitError(EXIT.noFile, sentence);
  if (absent > 0) say(sentence);
  return jobs;
}

async function measured(jobs: readonly Job[], seen: StartsFile): Promise<Found> {
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
async function renderedJobs(scratch: string): Promise<Job[]> {
  const ffmpeg = await ensureFfmpeg();
  const names = readdirSync(CLIPS)
    .filter((file) => file.endsWith(TRUTH))
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

/** The parts of `REPORT` that are written. */
export const partsOf = ({ real, rendered }: Readonly<Record<'real' | 'rendered', Found>>) => {
  const [taken, all] = scoreStarts(rendered.starts).all.right;
  const beside = `Of the rendered frames, each from the hold of a clip, ${taken} of ${all} are taken.`;
  return [
    [marksOf('starts'), `${startsTable(real.starts)}\n\n${beside}`],
    [marksOf('joints'), jointsTables(real.joints)],
    [marksOf('people'), shortJointsTable({ real: real.joints, rendered: rendered.joints })],
  ] as const;
};

const marksOf = (part: string): Marks => ({ begin: `<!-- ${part} -->`, end: `<!-- ${part} end -->` });

async function writeReport(found: Readonly<Record<'real' | 'rendered', Found>>) {
  const parts = partsOf(found);
  await writeMarked(REPORT, ...parts);
  await writeMarked('README.md', [README_MARKS, parts[2][1]]);
}
