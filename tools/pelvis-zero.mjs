import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { drillCatalogue } from './accuracy/drill-catalogue.mjs';
import { buildForNode } from './lab/lab-builds.mjs';
import { turnSetsTable, turnsTable } from './report/turns-table.mjs';
import { turnChannels, turnScores } from './scoring/score-turns.mjs';
import { withMarkedText } from './shared/marked-text.mjs';
import { root } from './shared/paths.mjs';

/*
 * npm run pelvis-zero -- RECORDS TRUTHS [TRUTHS …] [--painters] [--write]
 *
 * RECORDS holds set records NAME.json (npm run analyze -- … --json) or NAME.record.json (npm run accuracy --
 * --keep-records), each TRUTHS folder truth files NAME.truth.json. Prints how often a twist of the pelvis was called
 * clean in sets of sleepers. With --painters: how large turns are read in every drill, for people of the renderer that
 * the pelvis networks were trained on and for others. --write puts the table into docs/validation.
 */

const MARKS = { begin: '<!-- table -->', end: '<!-- end -->' };
const USAGE = 'npm run pelvis-zero -- RECORDS TRUTHS [TRUTHS …] [--painters] [--write]';

/**
 * @typedef {import('../src/coach/record/set-record.ts').SetRecord} SetRecord
 * @typedef {import('./scoring/clip-truth.mjs').Truth & { recipe?: string, subject?: { id?: string } }} LabTruth
 * @typedef {{ name: string, record: SetRecord, truth: LabTruth }} TrueSet
 */

/** @param {string} file */
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** @param {string} records @param {readonly string[]} truths @returns {TrueSet[]} */
const trueSets = (records, truths) =>
  readdirSync(records)
    .filter((file) => file.endsWith('.json') && !file.endsWith('.tl.json'))
    .sort()
    .flatMap((file) => {
      const name = basename(basename(file, '.json'), '.record');
      const truth = truths.map((folder) => join(folder, `${name}.truth.json`)).find((path) => existsSync(path));
      return truth ? [{ name, record: read(join(records, file)), truth: read(truth) }] : [];
    });

/** @param {readonly TrueSet[]} sets */
async function zeros(sets) {
  const out = join(root, '.cache/tools/pelvis-zero');
  await buildForNode('tests/lab/clips/pelvis-zero.ts', out);
  const { scoreZero, zeroTable } = await import(pathToFileURL(join(out, 'main.mjs')).href);
  return zeroTable(sets.map(({ name, record, truth }) => ({ name, score: scoreZero(record, truth) })));
}

/** @param {readonly TrueSet[]} sets */
async function painters(sets) {
  const { drills } = await drillCatalogue();
  const scores = sets.flatMap(({ name, record, truth }) => {
    const drill = drills.drillById(record.drill);
    const turns = drill ? turnScores(record, truth, turnChannels(drill)) : [];
    // Only the project's own renderer names the recipe in its truth files.
    return turns.map((score) => ({ name, own: truth.recipe !== undefined, score }));
  });
  const of = (/** @type {boolean} */ own) => scores.filter((one) => one.own === own);
  const table = (/** @type {boolean} */ own) => turnsTable(of(own).map(({ score }) => score));
  return [
    '### The renderer that no pelvis network was trained on',
    table(false),
    '### The renderer of the training',
    table(true),
    '### Set by set, the first renderer',
    turnSetsTable(of(false)),
  ].join('\n\n');
}

const [records, ...truths] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
if (!records || truths.length === 0) {
  console.error(USAGE);
  process.exit(2);
}
const byPainter = process.argv.includes('--painters');
const sets = trueSets(records, truths);
const text = await (byPainter ? painters : zeros)(sets);
console.log(text);
if (process.argv.includes('--write')) {
  const page = join(root, 'docs/validation', byPainter ? 'pelvis-painters.md' : 'pelvis-zero.md');
  const whole = withMarkedText(readFileSync(page, 'utf8'), MARKS, `\n${text}\n`);
  if (whole === null) throw new Error(`${page} has lost the marks of its table`);
  writeFileSync(page, whole);
}
