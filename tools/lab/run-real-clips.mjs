import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { plainSummary } from '../accuracy/plain-summary.mjs';
import { EXIT, ExitError, withExitStatus } from '../shared/exit-error.mjs';
import { root } from '../shared/paths.mjs';
import { runTool } from '../shared/plain-error.mjs';
import { runCommand } from '../shared/run-command.mjs';
import { ensureFfmpeg } from './find-ffmpeg.mjs';

const HELP = `npm run real-clips -- DIR [options]

Runs the app's own pipeline over footage and stills of real people, and writes down what is seen in each and what the app
says: docs/validation/real-clips.md. DIR is a folder with the files that tests/accuracy/real-clips.json names; it is
outside the repository, and no picture of it is copied there. A still is held for five seconds, with a pixel of sway.

  --seats       photographs of seated people for the start of the hip test instead: tests/accuracy/real-seats.json names
                them and their public source, docs/validation/hip-test-photographs.md gets the table. DIR is a clone of
                that source
  --only TEXT   only files whose name contains TEXT; prints the rows and writes nothing
  --help        this text`;

/**
 * @typedef {object} RealClip
 * @property {string} file path in the folder
 * @property {string} drill
 * @property {'left' | 'right'} side
 * @property {string} seen what a person sees in it
 * @property {string} [sha256] of the file; another file of that name is left out
 *
 * @typedef {object} SeatPicture
 * @property {string} file path in the collection
 * @property {string} sha256
 * @property {string} seen
 * @property {string} says a part of the answer
 *
 * @typedef {import('../accuracy/clip-analyzer.mjs').ClipAnalyzer} ClipAnalyzer
 */

const CATALOGUE = join(root, 'tests', 'accuracy', 'real-clips.json');
const TABLE = join(root, 'docs', 'validation', 'real-clips.md');
const SEATS = join(root, 'tests', 'accuracy', 'real-seats.json');
const SEATS_TABLE = join(root, 'docs', 'validation', 'hip-test-photographs.md');

/**
 * A still becomes a clip like those of a webcam: 12 pictures a second, sway of a pixel, a little noise. ffmpeg rounds the
 * place of a crop to whole pixels, with subsampled colour to even ones.
 */
const HELD = ['-loop', '1', '-t', '5', '-r', '12'];
const SWAY =
  "scale='if(gt(iw,ih),864,-2)':'if(gt(iw,ih),-2,720)',format=yuv444p,crop=iw-4:ih-4:x='1.5+0.9*sin(n/7)':y='1.5+0.9*cos(n/9)',noise=alls=4:allf=t,setsar=1,crop=floor(iw/2)*2:floor(ih/2)*2";
const VP9 = ['-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '4M', '-pix_fmt', 'yuv420p'];

/** @param {readonly string[]} args */
export const main = (args) => runTool(() => withExitStatus(() => run(args)));

/** @param {readonly string[]} args */
async function run(args) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      only: { type: 'string' },
      seats: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [folder] = positionals;
  if (values.help || !folder) {
    console.log(HELP);
    return;
  }
  if (!existsSync(folder)) {
    console.log(`truehip: there is no folder "${folder}" with real clips, so nothing was run.`);
    return;
  }
  /** @type {readonly RealClip[]} */
  const all = values.seats ? seats().map(asClip) : JSON.parse(readFileSync(CATALOGUE, 'utf8'));
  const clips = all.filter((clip) => clip.file.includes(values.only ?? '') && pathIn(folder, clip) !== null);
  const rows = await rowsOf(folder, clips, values.seats ? seatRowOf : rowOf);
  if (values.only !== undefined) return;
  const page = values.seats ? seatsPageOf : pageOf;
  await writeFile(values.seats ? SEATS_TABLE : TABLE, page(rows, all.length - clips.length));
}

/**
 * Photographs of seated people and others, in one public collection.
 * @returns {readonly SeatPicture[]}
 */
const seats = () => JSON.parse(readFileSync(SEATS, 'utf8')).pictures;

/** @param {SeatPicture} picture @returns {RealClip} */
const asClip = (picture) => ({ ...picture, drill: 'hip-test-seated', side: 'left' });

/**
 * Where a file of the list lies: at its path, or under its flat name (`exercises/NAME/0.jpg` as `NAME-0.jpg`). Null: it is not
 * there, or it is another picture.
 * @param {string} folder @param {Pick<RealClip, 'file' | 'sha256'>} clip
 */
export function pathIn(folder, { file, sha256 }) {
  const flat = file.split('/').slice(-2).join('-');
  const path = [file, flat].map((place) => join(folder, place)).find((place) => existsSync(place));
  if (path === undefined || sha256 === undefined) return path ?? null;
  if (createHash('sha256').update(readFileSync(path)).digest('hex') === sha256) return path;
  console.error(`truehip: "${path}" is not the picture that the list means, so it is left out.`);
  return null;
}

/** @param {string} folder @param {readonly RealClip[]} clips @param {typeof rowOf} toRow */
async function rowsOf(folder, clips, toRow) {
  const say = (/** @type {string} */ line) => console.error(`truehip: ${line}`);
  const ffmpeg = await ensureFfmpeg({ say });
  const { startClipAnalyzer } = await import('../accuracy/clip-analyzer.mjs');
  const { drillCatalogue } = await import('../accuracy/drill-catalogue.mjs');
  const analyzer = await startClipAnalyzer({ say });
  const scratch = mkdtempSync(join(tmpdir(), 'truehip-real-'));
  try {
    const { drills, words } = await drillCatalogue();
    const rows = [];
    for (const [index, clip] of clips.entries()) {
      const found = pathIn(folder, clip) ?? join(folder, clip.file);
      const isStill = /\.jpe?g$/.test(clip.file);
      const video = isStill ? await heldStill(ffmpeg, found, join(scratch, `${index}.webm`)) : found;
      const drill = drills.findDrill(clip.drill, null);
      const says = await saysOf(analyzer, video, clip, (record, unmeasured) =>
        plainSummary(record, { unmeasured, drill: drills.drillById(record.drill), words }),
      );
      const row = toRow(clip, drill?.title ?? clip.drill, says);
      console.log(row);
      rows.push(row);
    }
    return rows;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
    await analyzer.close();
  }
}

/** @param {string} ffmpeg @param {string} still @param {string} to */
async function heldStill(ffmpeg, still, to) {
  const args = ['-nostdin', '-y', '-v', 'error', ...HELD, '-i', still, '-vf', SWAY, ...VP9, to];
  const { status, output } = await runCommand(ffmpeg, args, { timeoutSeconds: 300 });
  if (status !== 0) throw new ExitError(EXIT.noEncoder, `ffmpeg could not hold "${still}": ${output.trim()}`);
  return to;
}

/**
 * @param {ClipAnalyzer} analyzer
 * @param {string} video
 * @param {RealClip} clip
 * @param {(record: import('../../src/coach/record/set-record.ts').SetRecord, unmeasured: string | null) => string[]} summary
 */
async function saysOf(analyzer, video, { drill, side }, summary) {
  const request = {
    drill,
    side,
    goal: 'prep',
    subjectHeight: 1.7,
    timeline: null,
    model: /** @type {const} */ ('auto'),
  };
  try {
    const { record, unmeasured } = await analyzer.analyse(video, request);
    return resultLines(summary(record, unmeasured));
  } catch (error) {
    if (error instanceof ExitError) return [error.message.replace(/^".*?" /, 'The clip ')];
    throw error;
  }
}

/**
 * The lines of a summary that say what was measured: without its head, the phases and what no view shows.
 * @param {readonly string[]} lines
 */
export function resultLines(lines) {
  const rest = lines.slice(2);
  const phases = rest.indexOf('Phases:');
  const unseen = rest.indexOf('Not watched:');
  const kept = rest.slice(0, unseen < 0 ? rest.length : unseen);
  return kept.filter((line, i) => phases < 0 || i < phases || (i > phases && !/^ {2}\S+ s {2}/.test(line)));
}

/** @param {RealClip} clip @param {string} drill @param {readonly string[]} says */
export const rowOf = ({ file, seen, side }, drill, says) =>
  `| ${file} | ${seen} | ${drill}, ${side} | ${says.map((line) => line.trim().replaceAll('|', '/')).join(' ')} |`;

/**
 * Only whether the start was taken, or why not.
 * @type {typeof rowOf}
 */
export const seatRowOf = ({ file, seen }, _drill, says) =>
  `| ${file} | ${seen} | ${(says[0] ?? '').replace('No reference pose was held, so nothing was measured: ', '')} |`;

/** @param {readonly string[]} rows @param {number} absent */
export const pageOf = (rows, absent) => `# Real clips and stills: what the app says

What the app's own pipeline says about footage of real people. No angle, band or rule was tuned on it. The
angles are not known, so this shows what is refused, what is read and what is claimed, not how right a number is. The files
stay outside the repository. Made by \`npm run real-clips -- DIR\` from \`tests/accuracy/real-clips.json\`${absent > 0 ? `; ${absent} of its files were not there` : ''}.

A still is held for five seconds, so a start that fits is held and then read at about 0°. A posture that is no start must be
refused with its reason.

| clip | what is seen | drill tried | what the app says |
|---|---|---|---|
${rows.join('\n')}
`;

/** @param {readonly string[]} rows @param {number} absent */
export const seatsPageOf = (rows, absent) => `# Photographs at the start of the hip test

What the app says to real people at the start of the hip test. But for the limits of a bent trunk, nothing was tuned on these pictures. They come from a public
collection and stay outside the repository. \`tests/accuracy/real-seats.json\` has its address, commit and licence, and the
SHA-256 of each picture. Made by \`npm run real-clips -- CLONE --seats\`${absent > 0 ? `; ${absent} pictures were not there` : ''}.

A still is held for five seconds. People on a seat, seen from in front, are taken. Another place of the lens, cut-off feet and
another posture are refused with their reason. A trunk that bends forward
is told by a head that hangs between the shoulders, or by a trunk that looks too short for them: the limits were set on these
pictures and on rendered people. A lean of less than about 40° with the head held up is still taken, because a lens in front
hardly sees it. No picture shows a strap or hanging feet, and no angle is known. The
ten pictures from straight in front show two men.

| picture | what is seen | what the app says |
|---|---|---|
${rows.join('\n')}
`;
