import { join } from 'node:path';
import { WATCHED_DRILLS } from '../../src/drills/index.ts';
import { bandsTable, shortBandsTable } from '../report/bands-table.ts';
import { bandClips, bandRows, type BandClip, type LabTruth } from '../scoring/score-bands.ts';
import { defineCommand, flag, text, texts } from '../../tools/shared/command.ts';
import { EXIT, ExitError } from '../../tools/shared/exit-error.ts';
import { root } from '../../tools/shared/paths.mjs';
import { writeMarked } from '../../tools/shared/written-files.ts';
import { clipsWithTruth } from './accuracy-clips.ts';
import { recordsOf, type RecordsWish } from './accuracy-records.ts';

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
      'score the records kept there; no clip is run; may be given several times. Clips without a record are left out',
      'none',
    ),
    'keep-records': text('DIR', 'keep the records of the clips that are run'),
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

/** `npm run bands`. */
export async function main(args: readonly string[]): Promise<number | void> {
  const given = command.read(args);
  if (given === 'help') return command.printHelp();
  const { clips, records, write, 'keep-records': keepRecords } = given.values;
  const folders = [join(root, 'tests', 'clips'), ...(clips ?? [])];
  const { bands, without } = await bandsOf(folders, { records, keepRecords });
  const rows = bandRows(bands);
  const left = without.length > 0 ? ['', `Without a record or not run: ${without.join(', ')}.`] : [];
  const people = [...bandsTable(rows, WATCHED_DRILLS), ...left].join('\n');
  console.log(people);
  if (!write) return;
  await writeMarked('docs/validation/bands.md', [MARKS.people, `\n${people}\n`]);
  await writeMarked('README.md', [MARKS.readme, shortBandsTable(rows).join('\n')]);
}

async function bandsOf(folders: readonly string[], wish: RecordsWish) {
  const bands: BandClip[] = [];
  const without: string[] = [];
  const clips = clipsWithTruth(folders, null);
  // The same clip in two folders counts once.
  const once = new Map(clips.toReversed().map((clip) => [clip.fingerprint, clip]));
  for await (const { clip, outcome } of recordsOf([...once.values()].toReversed(), wish)) {
    if ('error' in outcome) without.push(clip.name);
    else bands.push(...bandClips(outcome.record, clip.truth as LabTruth));
  }
  if (bands.length > 0) return { bands, without };
  throw new ExitError(EXIT.noFile, 'no clip has a record.');
}
