import { join } from 'node:path';
import { EXIT, ExitError } from '../shared/exit-error.mjs';
import { root } from '../shared/paths.mjs';
import { parsedArguments } from '../shared/parsed-arguments.mjs';

/**
 * The options of `npm run accuracy`.
 *
 * @typedef {import('../../src/app/analyze/analyze-contract.ts').AnalyzeRequest['model']} ModelSize
 * @typedef {object} AccuracyOptions
 * @property {readonly string[]} clips folders
 * @property {boolean} heldBack use the held-back clips, on which nothing was tuned; they have tables of their own
 * @property {readonly string[] | null} drills
 * @property {ModelSize} model
 * @property {string | null} json
 * @property {string | null} html
 * @property {boolean} readme
 * @property {string | null} records folder of stored records to score instead of running the clips
 * @property {string | null} keepRecords folder in which to store the records
 * @property {string} reference file
 * @property {boolean} referenceNamed the reference was given by name, so it is an error if it is missing
 * @property {boolean} writeReference
 */

export const HELP = `npm run accuracy -- [options]

Runs every clip that has a truth file (NAME.truth.json beside NAME.webm, .mp4, .mkv or .mov) through the app's own pipeline,
following the phases it was performed to, and prints the errors: of the change of hip internal rotation from neutral, of the
pelvis, of the flags and of the repetitions; first by clip, then pooled by drill and view, then every rule of every drill. Everything is scored from the end
of the neutral phase to the end of the clip.

  --clips DIR          a folder; may be given several times     (tests/clips)
  --held-back          the clips of "npm run subject -- --held-back"; compared with nothing
  --drills A,B         only these drills, as the truth files call them, or one way of one ("knee-to-knee-wall"); with
                       --readme their rows are replaced, and those of drills whose names begin alike, which have to be
                       there too (one way alone: of the held-back tables only, the others pool all ways by place)
  --model SIZE         lite, full or heavy                      (auto: each drill's own)
  --json FILE          write every score there
  --html FILE          write a report with plots there: one page, no scripts
  --readme             write the tables into docs/validation as well
  --reference FILE     compare with these figures               (tests/accuracy/reference.json, where there is one)
  --write-reference    write them instead; tolerances that stand there are kept
  --keep-records DIR   keep the record of every clip there
  --records DIR        score the records kept there; no clip is run
  --help               this text

MAE, bias, p95 in degrees; "in 90 %": share of the truth inside the stated 90 % band; "cover": share of the frames with a
number; 95 % limits: bias ± 1.96 standard deviations of the error. An event is found when its flag opens from 0.3 s before to
1 s after its onset; a later one is missed, but its flag is not false, and its delay counts. The angles of the legs in side
checks are printed and compared with nothing, because no side check shows a leg.

Exit status: 0 every clip was run; 1 something unforeseen; 2 wrong use; 3 no clips; 8 the model could not be run; 9 a figure is
worse than the reference by more than its tolerance.`;

/** @type {readonly ModelSize[]} */
const MODELS = ['lite', 'full', 'heavy', 'auto'];

/** @param {readonly string[]} args */
function parsed(args) {
  return parsedArguments(
    {
      args: [...args],
      options: {
        clips: { type: 'string', multiple: true },
        'held-back': { type: 'boolean', default: false },
        drills: { type: 'string' },
        model: { type: 'string', default: 'auto' },
        json: { type: 'string' },
        html: { type: 'string' },
        readme: { type: 'boolean', default: false },
        reference: { type: 'string' },
        'write-reference': { type: 'boolean', default: false },
        'keep-records': { type: 'string' },
        records: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    },
    (problem) => new ExitError(EXIT.usage, `${problem}. "npm run accuracy -- --help" shows how.`),
  ).values;
}

/**
 * @param {readonly string[]} args
 * @returns {AccuracyOptions | 'help'}
 */
export function readArguments(args) {
  const values = parsed(args);
  if (values.help) return 'help';
  const model = MODELS.find((size) => size === values.model);
  if (!model) {
    throw new ExitError(EXIT.usage, `--model is "${values.model}", but it is one of ${MODELS.join(', ')}.`);
  }
  if (values['write-reference'] && (values.drills !== undefined || model !== 'auto')) {
    throw new ExitError(EXIT.usage, '--write-reference takes every drill with its own model.');
  }
  if (values.records !== undefined && values['keep-records'] !== undefined) {
    throw new ExitError(EXIT.usage, '--records runs no clip, so --keep-records has nothing to keep.');
  }
  const heldBack = values['held-back'];
  if (heldBack && (values['write-reference'] || values.reference !== undefined)) {
    throw new ExitError(EXIT.usage, 'held-back clips are compared with nothing: a reference is for those that ship.');
  }
  return {
    clips: values.clips ?? [join(root, 'tests', ...(heldBack ? ['out', 'held-back'] : ['clips']))],
    heldBack,
    drills: values.drills?.split(',').map((drill) => drill.trim()) ?? null,
    model,
    json: values.json ?? null,
    html: values.html ?? null,
    readme: values.readme,
    records: values.records ?? null,
    keepRecords: values['keep-records'] ?? null,
    reference: values.reference ?? join(root, 'tests', 'accuracy', 'reference.json'),
    referenceNamed: values.reference !== undefined,
    writeReference: values['write-reference'],
  };
}
