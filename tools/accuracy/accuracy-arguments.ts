import { join } from 'node:path';
import { EXIT, ExitError } from '../shared/exit-error.ts';
import { root } from '../shared/paths.mjs';
import { defineCommand, flag, names, number, oneOf, text, texts } from '../shared/command.ts';
import type { AnalyzeRequest } from '../../src/app/analyze/analyze-contract.ts';

/** The options of `npm run accuracy`. */
type ModelSize = AnalyzeRequest['model'];

export interface AccuracyOptions {
  /** Folders. */
  clips: readonly string[];
  /** Use the held-back clips, on which nothing was tuned; they have tables of their own. */
  heldBack: boolean;
  drills: readonly string[] | null;
  model: ModelSize;
  json: string | null;
  readme: boolean;
  /** Folder of stored records to score instead of running the clips. */
  records: string | null;
  /** Folder in which to store the records. */
  keepRecords: string | null;
  /** File. */
  reference: string;
  /** The reference was given by name, so it is an error if it is missing. */
  referenceNamed: boolean;
  writeReference: boolean;
  /** Minutes of clips without a compensation, copied and disturbed; compared with nothing. */
  disturbed: number | null;
}

const MODELS: readonly ModelSize[] = ['lite', 'full', 'heavy', 'auto'];
const REFERENCE = 'tests/accuracy/reference.json';

export const command = defineCommand({
  name: 'accuracy',
  about: `Runs every clip that has a truth file (NAME.truth.json beside NAME.webm, .mp4, .mkv or .mov) through the app's own pipeline,
following the phases it was performed to, and prints the errors: of the change of hip internal rotation from neutral, of the
pelvis, of the flags and of the repetitions; first by clip, then the goals of every drill, then every rule of every drill.
Everything is scored from the end of the neutral phase to the end of the clip.`,
  options: {
    clips: texts('DIR', 'a folder; may be given several times', 'tests/clips'),
    'held-back': flag('the clips of "npm run subject -- --held-back"; compared with nothing'),
    drills: names('A,B', 'only these drills, as the truth files call them, or one way of one ("knee-to-knee-wall")'),
    model: oneOf('SIZE', "lite, full, heavy, or each drill's own", MODELS, 'auto'),
    json: text('FILE', 'write every score there'),
    readme: flag('write the tables into docs/validation as well'),
    reference: text('FILE', 'compare with these figures', `${REFERENCE}, where there is one`),
    'write-reference': flag('write them instead; tolerances that stand there are kept'),
    'keep-records': text('DIR', 'keep the record of every clip there'),
    records: text('DIR', 'score the records kept there; no clip is run'),
    disturbed: number(
      'MINUTES',
      `the clips without a compensation, copied with noise, changing light and a laptop that sways and is nudged, until there are
      so many minutes of them: whatever is flagged then is a false alarm`,
      null,
      { least: Number.MIN_VALUE, most: 600, is: 'a number of minutes up to 600' },
    ),
  },
  more: `MAE, bias, p95 in degrees; "in 90 %": share of the truth inside the stated 90 % band; "cover": share of the frames with a
number; 95 % limits: bias ± 1.96 standard deviations of the error. An event is found when its flag opens from 0.3 s before to
1 s after its onset; a later one is missed, but its flag is not false, and its delay counts. The angles of the legs in side
checks are printed and compared with nothing, because no side check shows a leg.

Exit status: 0 every clip was run; 1 something unforeseen; 2 wrong use; 3 no clips; 8 the model could not be run; 9 a figure is
worse than the reference by more than its tolerance.`,
});

export function readArguments(args: readonly string[]): AccuracyOptions | 'help' {
  const given = command.read(args);
  if (given === 'help') return 'help';
  const { values } = given;
  const { drills, model, json, readme, records, reference, disturbed } = values;
  const heldBack = values['held-back'];
  const writeReference = values['write-reference'];
  const keepRecords = values['keep-records'];
  const refused = [
    [
      writeReference && (drills !== null || model !== 'auto'),
      '--write-reference takes every drill with its own model.',
    ],
    [readme && drills !== null, '--readme takes every drill.'],
    [records !== null && keepRecords !== null, '--records runs no clip, so --keep-records has nothing to keep.'],
    [
      heldBack && (writeReference || reference !== null),
      'held-back clips are compared with nothing: a reference is for those that ship.',
    ],
    [
      disturbed !== null && (readme || writeReference || reference !== null),
      'disturbed clips are for a look: their figures are written nowhere and compared with nothing.',
    ],
  ] as const;
  for (const [isSo, why] of refused) if (isSo) throw new ExitError(EXIT.usage, why);
  return {
    disturbed,
    clips: values.clips ?? [join(root, 'tests', ...(heldBack ? ['out', 'held-back'] : ['clips']))],
    heldBack,
    drills,
    model,
    json,
    readme,
    records,
    keepRecords,
    reference: reference ?? join(root, REFERENCE),
    referenceNamed: reference !== null,
    writeReference,
  };
}
