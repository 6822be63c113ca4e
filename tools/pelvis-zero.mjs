import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildForNode } from './lab/lab-builds.mjs';
import { withMarkedText } from './shared/marked-text.mjs';
import { root } from './shared/paths.mjs';

/*
 * npm run pelvis-zero -- RECORDS TRUTHS [TRUTHS …] [--write]
 *
 * RECORDS holds set records NAME.json of sleepers (npm run analyze -- … --json), each TRUTHS folder truth files
 * NAME.truth.json. Prints how often a twist of the pelvis was called clean; --write puts the table into
 * docs/validation/pelvis-zero.md.
 */

const MARKS = { begin: '<!-- table -->', end: '<!-- end -->' };

const [records, ...rest] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const page = join(root, 'docs/validation/pelvis-zero.md');
if (!records || rest.length === 0) {
  console.error('npm run pelvis-zero -- RECORDS TRUTHS [TRUTHS …] [--write]');
  process.exit(2);
}
const out = join(root, '.cache/tools/pelvis-zero');
await buildForNode('tests/lab/clips/pelvis-zero.ts', out);
const { scoreZero, zeroTable } = await import(pathToFileURL(join(out, 'main.mjs')).href);
const read = (/** @type {string} */ file) => JSON.parse(readFileSync(file, 'utf8'));
const scores = readdirSync(records)
  .filter((file) => file.endsWith('.json') && !file.endsWith('.tl.json'))
  .sort()
  .flatMap((file) => {
    const name = basename(file, '.json');
    const truth = rest.map((folder) => join(folder, `${name}.truth.json`)).find((path) => existsSync(path));
    return truth ? [{ name, score: scoreZero(read(join(records, file)), read(truth)) }] : [];
  });
const table = zeroTable(scores);
console.log(table);
if (process.argv.includes('--write')) {
  const text = withMarkedText(readFileSync(page, 'utf8'), MARKS, `\n${table}\n`);
  if (text === null) throw new Error(`${page} has lost the marks of its table`);
  writeFileSync(page, text);
}
