import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bandsTable, shortBandsTable } from '../report/bands-table.ts';
import { bandClips, bandRows, type BandClip, type LabTruth } from '../scoring/score-bands.ts';
import { EXIT, ExitError } from '../shared/exit-error.ts';
import { defineCommand, flag, names, text, texts } from '../shared/command.ts';
import { root } from '../shared/paths.mjs';
import { readArguments } from './accuracy-arguments.ts';
import { clipsWithTruth, type ClipWithTruth } from './accuracy-clips.ts';
import { recordsOf } from './accuracy-records.ts';
import { WATCHED_DRILLS } from '../../src/drills/index.ts';
import type { SetRecord } from '../../src/coach/record/set-record.ts';
import { writeMarked } from '../shared/written-files.ts';

const command = defineCommand({
  name: 'bands',
  about: `Shows by drill and painter whether the 90 % band of a change from the start holds, how wide it is, and which value of the drill's
constant would make it hold 90 %. Every person has the same weight, and so has every clip of a person.`,
  options: {
    clips: texts(
      'DIR',
      `clips with truth beside those in tests/clips; may be given several times. Painter A is the laboratory of this repository,
      painter B another renderer, told apart by their truth files. A clip counts once`,
      'none',
    ),
    records: texts(
      'DIR',
      `score the records kept there (npm run accuracy -- --keep-records DIR); no clip is run; may be given several times. Clips
      without a record are left out`,
      'none',
    ),
    keep: text('DIR', 'keep the records of the clips that are run'),
    drills: names('A,B', 'only these drills'),
    write: flag('write the tables into docs/validation/bands.md, and the short one into README.md'),
  },
  more: 'Exit status: 0 done; 1 something unforeseen; 2 wrong use; 3 no clips; 8 the model could not be run.',
});

const MARKS = {
  readme: {
    begin: '<!-- accuracy: begin, written by npm run bands -- --write -->',
    end: '<!-- accuracy: end -->',
  },
  people: { begin: '<!-- people -->', end: '<!-- people end -->' },
};

interface BandsOptions {
  /** Folders. */
  clips: readonly string[];
  /** Folders; none: the clips are run. */
  records: readonly string[];
  keep: string | null;
  drills: readonly string[] | null;
  write: boolean;
}

function readBandsArguments(args: readonly string[]): BandsOptions | 'help' {
  const given = command.read(args);
  if (given === 'help') return 'help';
  const { clips, records, keep, drills, ...rest } = given.values;
  if (records !== null && keep !== null)
    throw new ExitError(EXIT.usage, '--records runs no clip, so --keep has nothing to keep.');
  if (rest.write && drills !== null)
    throw new ExitError(EXIT.usage, '--write takes every drill, so --drills cannot be given with it.');
  return {
    ...rest,
    clips: [join(root, 'tests', 'clips'), ...(clips ?? [])],
    records: records ?? [],
    keep,
    drills,
  };
}

/** `npm run bands`. */
export async function main(args: readonly string[]) {
  const wish = readBandsArguments(args);
  if (wish === 'help') {
    command.printHelp();
    return 0;
  }
  const { bands, without } = await bandsOf(wish);
  const rows = bandRows(bands);
  const people = bandsTable(rows, WATCHED_DRILLS);
  const left = without.length > 0 ? ['', `Without a record or not run: ${without.join(', ')}.`] : [];
  console.log([...people, ...left].join('\n'));
  if (wish.write) {
    await writeMarked('docs/validation/bands.md', [MARKS.people, `\n${[...people, ...left].join('\n')}\n`]);
    await writeMarked('README.md', [MARKS.readme, shortBandsTable(rows).join('\n')]);
  }
  return 0;
}

/** The folders one by one, because both may have clips of one name. The same clip in two folders counts once. */
async function bandsOf({ clips: folders, drills, records, keep }: BandsOptions) {
  const bands: BandClip[] = [];
  const without: string[] = [];
  const seen = new Set<string>();
  for (const folder of new Set(folders)) {
    const clips = clipsOf(folder, drills).filter(({ fingerprint }) => !seen.has(fingerprint));
    for (const { fingerprint } of clips) seen.add(fingerprint);
    for await (const { clip, record } of recordedClips(clips, { folder, records, keep })) {
      if (record === null) without.push(clip.name);
      else bands.push(...bandClips(record, clip.truth as LabTruth));
    }
  }
  if (bands.length > 0) return { bands, without };
  throw new ExitError(EXIT.noFile, 'no clip has a record.');
}

/** Without those of a folder that has none of the drills. */
function clipsOf(folder: string, drills: readonly string[] | null) {
  try {
    return clipsWithTruth([folder], drills);
  } catch (error) {
    if (drills !== null && error instanceof ExitError && existsSync(folder)) return [];
    throw error;
  }
}

async function* recordedClips(
  clips: readonly ClipWithTruth[],
  { folder, records, keep }: { folder: string; records: readonly string[]; keep: string | null },
): AsyncGenerator<{ clip: ClipWithTruth; record: SetRecord | null }> {
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

function storedRecord(clip: string, folders: readonly string[]) {
  const file = folders.map((folder) => join(folder, `${clip}.record.json`)).find((path) => existsSync(path));
  return file === undefined ? null : readRecord(file);
}

function readRecord(file: string) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new ExitError(EXIT.noFile, `the record "${file}" cannot be read.`);
  }
}
