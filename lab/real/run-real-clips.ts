import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainSummary } from '../accuracy/plain-summary.ts';
import { defineCommand, flag } from '../../tools/shared/command.ts';
import { drillById, findDrill } from '../../src/drills/index.ts';
import { ExitError } from '../../tools/shared/exit-error.ts';
import { root } from '../../tools/shared/paths.mjs';
import { ensureFfmpeg, runFfmpeg } from '../../tools/browser/find-ffmpeg.ts';
import { startClipAnalyzer, type ClipAnalyzer } from '../accuracy/clip-analyzer.ts';
import type { SetRecord } from '../../src/coach/record/set-record.ts';
import { withScratch, writeMarked } from '../../tools/shared/written-files.ts';
import { pictureAt } from './picture-at.ts';

const command = defineCommand({
  name: 'lab -- real-clips',
  forms: ['DIR [options]'],
  about: `Runs the app's own pipeline over footage and stills of real people, prints what the app says to each, and writes it down,
refusals counted by their reason: docs/validation/real-clips.md. DIR is a folder with the files that lab/real/real-clips.json names; it is
outside the repository, and no picture of it is copied there. A still is held for five seconds, with a pixel of sway.`,
  options: {
    seats: flag(
      'the photographs of seated people that lab/real/real-seats.json names, for the start of the hip test; DIR is a clone of their source; writes nothing',
    ),
  },
});

/** What the app said to a clip. */
interface Answer {
  file: string;
  seen: string;
  /** Title of the drill, and the side. */
  tried: string;
  says: string;
}

interface RealClip {
  /** Path in the folder. */
  file: string;
  drill: string;
  side: 'left' | 'right';
  /** What a person sees in it. */
  seen: string;
  /** Of the file; another file of that name is left out. */
  sha256?: string;
}

const CATALOGUE = join(root, 'lab', 'real', 'real-clips.json');
const MARKS = { begin: '<!-- answers -->', end: '<!-- answers end -->' };
const SEATS = join(root, 'lab', 'real', 'real-seats.json');
const HELD = 'Reference pose held';
const NOT_HELD = 'No reference pose was held, so nothing was measured: ';

/**
 * A still becomes a clip like those of a webcam: 12 pictures a second, sway of a pixel, a little noise. ffmpeg rounds the
 * place of a crop to whole pixels, with subsampled colour to even ones.
 */
const FIVE_SECONDS = ['-loop', '1', '-t', '5', '-r', '12'];
const SWAY =
  "scale='if(gt(iw,ih),864,-2)':'if(gt(iw,ih),-2,720)',format=yuv444p,crop=iw-4:ih-4:x='1.5+0.9*sin(n/7)':y='1.5+0.9*cos(n/9)',noise=alls=4:allf=t,setsar=1,crop=floor(iw/2)*2:floor(ih/2)*2";
const VP9 = ['-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '4M', '-pix_fmt', 'yuv420p'];

export async function main(args: readonly string[]) {
  const given = command.read(args);
  if (given === 'help') return command.printHelp();
  const { values, words } = given;
  const [folder] = words;
  if (!folder) return command.printHelp();
  if (!existsSync(folder)) {
    console.log(`truehip: there is no folder "${folder}" with real clips, so nothing was run.`);
    return;
  }
  const all: readonly RealClip[] = values.seats ? seats() : JSON.parse(readFileSync(CATALOGUE, 'utf8'));
  const clips = all.filter((clip) => pathIn(folder, clip) !== null);
  const answers = await answersOf(folder, clips);
  if (values.seats) return;
  await writeMarked('docs/validation/real-clips.md', [MARKS, pageOf(answers, all.length - clips.length)]);
}

const seats = (): readonly RealClip[] =>
  JSON.parse(readFileSync(SEATS, 'utf8')).pictures.map((picture: Pick<RealClip, 'file' | 'seen'>) => ({
    ...picture,
    drill: 'hip-test-seated',
    side: 'left',
  }));

/**
 * Where a file of the list lies: at its path, or under its flat name (`exercises/NAME/0.jpg` as `NAME-0.jpg`). Null: it is not
 * there, or it is another picture.
 */
export function pathIn(folder: string, { file, sha256 }: Pick<RealClip, 'file' | 'sha256'>) {
  const flat = file.split('/').slice(-2).join('-');
  return pictureAt(folder, [file, flat], sha256);
}

async function answersOf(folder: string, clips: readonly RealClip[]): Promise<Answer[]> {
  const ffmpeg = await ensureFfmpeg();
  const analyzer = await startClipAnalyzer();
  try {
    return await withScratch(async (scratch) => {
      const answers = [];
      for (const [index, clip] of clips.entries()) {
        const found = pathIn(folder, clip) ?? join(folder, clip.file);
        const isStill = /\.jpe?g$/.test(clip.file);
        const video = isStill ? await heldStill(ffmpeg, found, join(scratch, `${index}.webm`)) : found;
        const drill = findDrill(clip.drill, null);
        const says = await saysOf(analyzer, video, clip, (record, unmeasured) =>
          plainSummary(record, { unmeasured, drill: drillById(record.drill) }),
        );
        const answer = answerOf(clip, drill?.title ?? clip.drill, says);
        console.log(`${answer.file}: ${answer.says}`);
        answers.push(answer);
      }
      return answers;
    });
  } finally {
    await analyzer.close();
  }
}

async function heldStill(ffmpeg: string, still: string, to: string) {
  await runFfmpeg(ffmpeg, [...FIVE_SECONDS, '-i', still, '-vf', SWAY, ...VP9, to], `hold "${still}"`);
  return to;
}

async function saysOf(
  analyzer: ClipAnalyzer,
  video: string,
  { drill, side }: RealClip,
  summary: (record: SetRecord, unmeasured: string | null) => string[],
) {
  const request = {
    drill,
    side,
    goal: 'prep',
    subjectHeight: 1.7,
    timeline: null,
    model: 'auto' as const,
  };
  try {
    const { record, unmeasured } = await analyzer.analyse(video, request);
    return resultLines(summary(record, unmeasured));
  } catch (error) {
    if (error instanceof ExitError) return [error.message.replace(/^".*?" /, 'The clip ')];
    throw error;
  }
}

/** The lines of a summary that say what was measured: without its head, the phases and what no view shows. */
export function resultLines(lines: readonly string[]) {
  const rest = lines.slice(2);
  const phases = rest.indexOf('Phases:');
  const unseen = rest.indexOf('Not watched:');
  const kept = rest.slice(0, unseen < 0 ? rest.length : unseen);
  return kept.filter((line, i) => phases < 0 || i < phases || (i > phases && !/^ {2}\S+ s {2}/.test(line)));
}

export const answerOf = ({ file, seen, side }: RealClip, drill: string, says: readonly string[]): Answer => ({
  file,
  seen,
  tried: `${drill}, ${side}`,
  says: says.map((line) => line.trim().replaceAll('|', '/')).join(' '),
});

/** Answers counted by their first sentence, the most frequent first. */
function counted(answers: readonly Answer[]) {
  const kinds = new Map<string, string[]>();
  for (const { seen, says } of answers)
    kinds.set(firstSentence(says), [...(kinds.get(firstSentence(says)) ?? []), seen]);
  return [...kinds]
    .sort(([, some], [, others]) => others.length - some.length)
    .map(([said, seen]) => `| ${said} | ${seen.length} | ${seen.find(standsAlone) ?? seen[0]} |`);
}

/** Whether the words are not told by the clip before it. */
const standsAlone = (seen: string) => !seen.startsWith('the same');

const firstSentence = (says: string) =>
  (/^.*?[.!?](?= |$)/.exec(says.replace(NOT_HELD, ''))?.[0] ?? says).replace(
    /^I can’t see your .*/,
    'I can’t see your … (knees, feet).',
  );

/** Without the sentence on the start and the place of the lens; of the view only that it is not good. */
const withoutPlace = (says: string) =>
  says.replace(/^Reference pose held at [^;]*; the view is (\w+) \(.*?\)\. /, (_, view) =>
    view === 'good' ? '' : `View: ${view}. `,
  );

/** What is written into the page. */
export function pageOf(answers: readonly Answer[], absent: number) {
  const held = answers.filter(({ says }) => says.startsWith(HELD));
  const refused = answers.filter((answer) => !held.includes(answer));
  return `${answers.length} clips and stills${absent > 0 ? `; ${absent} of the files were not there` : ''}.

## Read: ${held.length}

A still is held for five seconds, so a start that fits is held and then read at about 0°.

| what is seen | drill tried | what the app says |
|---|---|---|
${held.map(({ seen, tried, says }) => `| ${seen} | ${tried} | ${withoutPlace(says)} |`).join('\n')}

## Refused: ${refused.length}

A posture that is no start must be refused with its reason.

| what the app says first | clips | for example |
|---|---|---|
${counted(refused).join('\n')}`;
}
