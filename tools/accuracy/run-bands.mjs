import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bandsTable, puppetsTable, shortBandsTable } from '../report/bands-table.mjs';
import { bandClips, bandRows } from '../scoring/score-bands.mjs';
import { EXIT, ExitError, withExitStatus } from '../shared/exit-error.mjs';
import { withMarkedText } from '../shared/marked-text.mjs';
import { parsedArguments } from '../shared/parsed-arguments.mjs';
import { root } from '../shared/paths.mjs';
import { runTool } from '../shared/plain-error.mjs';
import { readArguments } from './accuracy-arguments.mjs';
import { clipsWithTruth } from './accuracy-clips.mjs';
import { recordsOf } from './accuracy-records.mjs';
import { drillCatalogue } from './drill-catalogue.mjs';

const HELP = `npm run bands -- [options]

Shows by drill and painter whether the 90 % band of a change from the start holds, how wide it is, and which value of the drill's
constant would make it hold 90 %. Every person has the same weight, and so has every clip of a person.

  --clips DIR      clips with truth beside those in tests/clips; may be given several times. Painter A is the laboratory of
                   this repository, painter B another renderer, told apart by their truth files. A clip counts once
  --records DIR    score the records kept there (npm run accuracy -- --keep-records DIR); no clip is run; may be given
                   several times. Clips without a record are left out
  --keep DIR       keep the records of the clips that are run
  --drills A,B     only these drills
  --puppets FILE   photo puppets beside them: what npm run puppets wrote as JSON
  --write          write the tables into docs/validation/bands.md, and the short one into README.md
  --help           this text

Exit status: 0 done; 1 something unforeseen; 2 wrong use; 3 no clips; 8 the model could not be run.`;

const PAGE = 'docs/validation/bands.md';
const README = 'README.md';
const MARKS = {
  readme: {
    begin: '<!-- accuracy: begin, written by npm run bands -- --write -->',
    end: '<!-- accuracy: end -->',
  },
  people: { begin: '<!-- people -->', end: '<!-- people end -->' },
  puppets: { begin: '<!-- puppets -->', end: '<!-- puppets end -->' },
};

/**
 * @typedef {import('./accuracy-clips.mjs').ClipWithTruth} ClipWithTruth
 * @typedef {import('../scoring/score-bands.mjs').BandClip} BandClip
 * @typedef {import('../scoring/score-bands.mjs').LabTruth} LabTruth
 * @typedef {import('../report/bands-table.mjs').Puppets} Puppets
 *
 * @typedef {object} BandsOptions
 * @property {readonly string[]} clips folders
 * @property {readonly string[]} records folders; none: the clips are run
 * @property {string | null} keep
 * @property {readonly string[] | null} drills
 * @property {string | null} puppets file
 * @property {boolean} write
 */

/**
 * `npm run bands`.
 * @param {readonly string[]} args
 */
export function main(args) {
  return runTool(() => withExitStatus(() => showBands(args)));
}

/** @param {readonly string[]} args @returns {BandsOptions | 'help'} */
function readBandsArguments(args) {
  const values = parsedArguments(
    {
      args: [...args],
      options: {
        clips: { type: 'string', multiple: true },
        records: { type: 'string', multiple: true },
        keep: { type: 'string' },
        drills: { type: 'string' },
        puppets: { type: 'string' },
        write: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    },
    (problem) => new ExitError(EXIT.usage, `${problem}. "npm run bands -- --help" shows how.`),
  ).values;
  if (values.help) return 'help';
  const records = values.records ?? [];
  if (records.length > 0 && values.keep !== undefined)
    throw new ExitError(EXIT.usage, '--records runs no clip, so --keep has nothing to keep.');
  if (values.write && values.drills !== undefined)
    throw new ExitError(EXIT.usage, '--write takes every drill, so --drills cannot be given with it.');
  return {
    clips: [join(root, 'tests', 'clips'), ...(values.clips ?? [])],
    records,
    keep: values.keep ?? null,
    drills: values.drills?.split(',').map((drill) => drill.trim()) ?? null,
    puppets: values.puppets ?? null,
    write: values.write,
  };
}

/** @param {readonly string[]} args */
async function showBands(args) {
  const wish = readBandsArguments(args);
  if (wish === 'help') {
    console.log(HELP);
    return 0;
  }
  const puppets = wish.puppets === null ? null : readPuppets(wish.puppets);
  const { drills } = await drillCatalogue();
  const { bands, without } = await bandsOf(wish);
  const rows = bandRows(bands);
  const people = bandsTable(rows, drills.WATCHED_DRILLS);
  const left = without.length > 0 ? ['', `Without a record or not run: ${without.join(', ')}.`] : [];
  const other = puppets && puppetsTable(puppets);
  console.log([...people, ...left, ...(other ? ['', ...other] : [])].join('\n'));
  if (wish.write) {
    await writePage({ people: [...people, ...left], puppets: other });
    await writeReadme(shortBandsTable(rows, puppets));
  }
  return 0;
}

/**
 * The folders one by one, because both may have clips of one name. The same clip in two folders counts once.
 * @param {BandsOptions} wish
 */
async function bandsOf({ clips: folders, drills, records, keep }) {
  /** @type {BandClip[]} */
  const bands = [];
  /** @type {string[]} */
  const without = [];
  /** @type {Set<string>} */
  const seen = new Set();
  for (const folder of new Set(folders)) {
    const clips = clipsOf(folder, drills).filter(({ fingerprint }) => !seen.has(fingerprint));
    for (const { fingerprint } of clips) seen.add(fingerprint);
    for await (const { clip, record } of recordedClips(clips, { folder, records, keep })) {
      if (record === null) without.push(clip.name);
      else bands.push(...bandClips(record, /** @type {LabTruth} */ (clip.truth)));
    }
  }
  if (bands.length > 0) return { bands, without };
  throw new ExitError(EXIT.noFile, 'no clip has a record.');
}

/**
 * Without those of a folder that has none of the drills.
 * @param {string} folder
 * @param {readonly string[] | null} drills
 */
function clipsOf(folder, drills) {
  try {
    return clipsWithTruth([folder], drills);
  } catch (error) {
    if (drills !== null && error instanceof ExitError && existsSync(folder)) return [];
    throw error;
  }
}

/**
 * @param {readonly ClipWithTruth[]} clips
 * @param {{ folder: string, records: readonly string[], keep: string | null }} from
 * @returns {AsyncGenerator<{ clip: ClipWithTruth, record: import('../scoring/score-bands.mjs').SetRecord | null }>}
 */
async function* recordedClips(clips, { folder, records, keep }) {
  if (records.length > 0) {
    for (const clip of clips) yield { clip, record: storedRecord(clip.name, records) };
    return;
  }
  if (clips.length === 0) return;
  const options = readArguments(['--clips', folder, ...(keep === null ? [] : ['--keep-records', keep])]);
  if (options === 'help') return;
  for await (const { clip, outcome } of recordsOf(clips, options))
    yield { clip, record: 'record' in outcome ? outcome.record : null };
}

/** @param {string} clip @param {readonly string[]} folders */
function storedRecord(clip, folders) {
  const file = folders.map((folder) => join(folder, `${clip}.record.json`)).find((path) => existsSync(path));
  return file === undefined ? null : readJson(file, 'record');
}

/** @param {string} file @param {string} what */
function readJson(file, what) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new ExitError(EXIT.noFile, `the ${what} "${file}" cannot be read.`);
  }
}

/** @param {string} file @returns {Puppets} */
function readPuppets(file) {
  const puppets = readJson(file, 'file of puppets');
  if (!Array.isArray(puppets?.rows)) throw new ExitError(EXIT.usage, `"${file}" has no rows of puppets.`);
  return puppets;
}

/**
 * The part of the puppets stays as it is if there are none.
 * @param {{ people: readonly string[], puppets: readonly string[] | null }} tables
 */
async function writePage({ people, puppets }) {
  const file = join(root, PAGE);
  const page = readFileSync(file, 'utf8');
  const withPeople = withMarkedText(page, MARKS.people, `\n${people.join('\n')}\n`);
  const whole =
    puppets === null || withPeople === null
      ? withPeople
      : withMarkedText(withPeople, MARKS.puppets, `\n${puppets.join('\n')}\n`);
  if (whole === null) throw new ExitError(EXIT.usage, `${PAGE} has lost the marks of its tables.`);
  await writeFile(file, whole);
}

/** @param {readonly string[]} table */
async function writeReadme(table) {
  const file = join(root, README);
  const page = withMarkedText(readFileSync(file, 'utf8'), MARKS.readme, table.join('\n'));
  if (page === null) throw new ExitError(EXIT.usage, `${README} has lost the marks of its table of accuracy.`);
  await writeFile(file, page);
}
