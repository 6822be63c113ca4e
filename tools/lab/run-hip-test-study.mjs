import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildForNode } from './lab-builds.mjs';
import { withMarkedText } from '../shared/marked-text.mjs';
import { root } from '../shared/paths.mjs';

const USAGE = `npm run hip-test-study -- RECORDS TRUTHS [--write]
  what the hip test reads of rendered people, by position and try by try
npm run hip-test-study -- --landmarks [--write]
  what each position can show at best: the fit alone, from landmarks of a made body

RECORDS holds records NAME.record.json (npm run accuracy -- --keep-records), TRUTHS truth files NAME.truth.json. --write
puts the tables into docs/validation/hip-test.md, and those of the tries into hip-test-tries.md beside it.`;

/** @param {string} file */
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** @param {string} records @param {string} truths */
async function tables(records, truths) {
  const out = join(root, '.cache/tools/hip-test-study');
  await buildForNode('tests/lab/clips/hip-test-study.ts', out);
  const { barTable, peopleTable, scorePerson, tryTable } = await import(pathToFileURL(join(out, 'main.mjs')).href);
  const people = readdirSync(records)
    .filter((file) => file.startsWith('hip-test-') && file.endsWith('.json'))
    .sort()
    .flatMap((file) => {
      const name = basename(basename(file, '.json'), '.record');
      const truth = join(truths, `${name}.truth.json`);
      if (!existsSync(truth)) return [];
      const made = read(truth);
      return [{ name, seed: made.seed, score: scorePerson(read(join(records, file)), made) }];
    });
  return { people: `${barTable(people)}\n\n${peopleTable(people)}`, tries: tryTable(people) };
}

async function landmarks() {
  const out = join(root, '.cache/tools/hip-test-landmarks');
  await buildForNode('tests/lab/clips/hip-test-landmarks.ts', out);
  const { landmarkTables } = await import(pathToFileURL(join(out, 'main.mjs')).href);
  return { landmarks: landmarkTables() };
}

/** Where each table stands. @type {Readonly<Record<string, string>>} */
const PAGES = { landmarks: 'hip-test.md', people: 'hip-test.md', tries: 'hip-test-tries.md' };

/** @param {string} mark @param {string} text */
function write(mark, text) {
  const file = join(root, 'docs/validation', PAGES[mark] ?? '');
  const marks = { begin: `<!-- ${mark} -->`, end: `<!-- ${mark} end -->` };
  const whole = withMarkedText(readFileSync(file, 'utf8'), marks, `\n${text}\n`);
  if (whole === null) throw new Error(`${file} has lost the marks of its table`);
  writeFileSync(file, whole);
}

const ofLandmarks = process.argv.includes('--landmarks');
const [records, truths] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
if (!ofLandmarks && (!records || !truths)) {
  console.error(USAGE);
  process.exit(2);
}
const made = await (ofLandmarks ? landmarks() : tables(records ?? '', truths ?? ''));
for (const [mark, text] of Object.entries(made)) {
  console.log(text);
  if (process.argv.includes('--write')) write(mark, text);
}
