import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { clipsWithTruth } from './accuracy/accuracy-clips.mjs';
import { drillCatalogue } from './accuracy/drill-catalogue.mjs';
import { networkAsker } from './lab/ask-networks.mjs';
import { buildForNode } from './lab/lab-builds.mjs';
import { turnSetsTable, turnsTable } from './report/turns-table.mjs';
import { turnChannels, turnScores } from './scoring/score-turns.mjs';
import { withMarkedText } from './shared/marked-text.mjs';
import { root } from './shared/paths.mjs';

const USAGE = `npm run pelvis-zero -- RECORDS TRUTHS [TRUTHS …] [--write]
  how often a twist of the pelvis was called clean in sets of sleepers
npm run pelvis-zero -- --painters RECORDS TRUTHS [TRUTHS …] [--write]
  how large turns are read in every drill, on people of the renderer that the networks were trained on and of others
npm run pelvis-zero -- --network CLIPS [CLIPS …] [--write]
  the same by the networks alone, before clips with truth

RECORDS holds set records NAME.json (npm run analyze -- … --json) or NAME.record.json (npm run accuracy -- --keep-records),
each TRUTHS folder truth files NAME.truth.json. --write puts the tables into docs/validation.`;

/**
 * @typedef {import('../src/coach/record/set-record.ts').SetRecord} SetRecord
 * @typedef {import('./lab/ask-networks.mjs').ClipTruth & { recipe?: string, subject?: { id?: string } }} LabTruth
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

/**
 * The clips as sets of which only the pelvis was read.
 * @param {readonly string[]} folders
 * @returns {Promise<TrueSet[]>}
 */
async function setsByNetwork(folders) {
  const ask = await networkAsker();
  /** @type {TrueSet[]} */
  const sets = [];
  for (const { name, video, truth } of clipsWithTruth(folders, null)) {
    const whole = /** @type {LabTruth} */ (truth);
    const frames = await ask(video, whole);
    if (frames === null) continue;
    console.error(`truehip: ${name}, ${frames.length} frames`);
    const record = /** @type {SetRecord} */ (
      /** @type {unknown} */ ({ frames, flags: [], source: {}, summary: { sets: [] } })
    );
    sets.push({ name, record, truth: whole });
  }
  return sets;
}

/** @param {readonly TrueSet[]} sets @param {boolean} alone the networks without fit and coach */
async function painters(sets, alone) {
  const { drills } = await drillCatalogue();
  const scores = sets.flatMap(({ name, record, truth }) => {
    const drill = drills.findDrill(truth.drill, truth.variant ?? null);
    const turns = drill ? turnScores({ ...record, drill: drill.id }, truth, turnChannels(drill)) : [];
    // Only the project's own renderer names the recipe in its truth files.
    return turns.map((score) => ({ name, own: truth.recipe !== undefined, score }));
  });
  const of = (/** @type {boolean} */ own) => scores.filter((one) => one.own === own);
  const table = (/** @type {boolean} */ own) =>
    turnsTable(
      of(own).map(({ score }) => score),
      alone,
    );
  const tables = [
    ...(of(false).length > 0 ? ['### People of a renderer that no pelvis network was trained on', table(false)] : []),
    ...(of(true).length > 0 ? ['### People of the renderer of the training', table(true)] : []),
    ...(alone ? [] : ['### Set by set', turnSetsTable(scores)]),
  ];
  return tables.join('\n\n');
}

/** @param {string} page in docs/validation @param {string} mark @param {string} text */
function write(page, mark, text) {
  const file = join(root, 'docs/validation', page);
  const marks = { begin: `<!-- ${mark} -->`, end: `<!-- ${mark === 'table' ? '' : `${mark} `}end -->` };
  const whole = withMarkedText(readFileSync(file, 'utf8'), marks, `\n${text}\n`);
  if (whole === null) throw new Error(`${file} has lost the marks of its table`);
  writeFileSync(file, whole);
}

const has = (/** @type {string} */ option) => process.argv.includes(option);
const [first, ...more] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
if (!first || (more.length === 0 && !has('--network'))) {
  console.error(USAGE);
  process.exit(2);
}
const sets = has('--network') ? await setsByNetwork([first, ...more]) : trueSets(first, more);
const text = has('--network')
  ? await painters(sets, true)
  : await (has('--painters') ? painters(sets, false) : zeros(sets));
console.log(text);
if (has('--write')) {
  if (has('--network')) write('pelvis-painters.md', 'networks', text);
  else if (has('--painters')) write('pelvis-painters.md', 'sets', text);
  else write('pelvis-zero.md', 'table', text);
}
