import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, sep } from 'node:path';
import { serveDist } from '../browser/serve-dist.mjs';
import { ensureInstalled } from '../build/ensure-installed.mjs';
import { agreementTable, compareMarkers, labelsText, meanOfMarkers } from '../scoring/compare-markers.mjs';
import { readLabels } from './read-labels.mjs';
import { EXIT, ExitError, withExitStatus } from '../shared/exit-error.mjs';
import { runTool } from '../shared/plain-error.mjs';
import { parsedArguments } from '../shared/parsed-arguments.mjs';

const HELP = `npm run label -- DIR [--labels FILE] [--blind]
npm run label -- --compare A.json B.json
npm run label -- --mean A.json B.json [C.json ...] --out FILE

The first form serves a page in which leg joints are marked by hand in the pictures of DIR (.jpg, .jpeg, .png, .webp, also
in folders below). The page saves one labels.json. No picture and no mark leaves this machine.

  --labels FILE   goes on with these marks
  --blind         for a second marker: the marks of FILE stay hidden until yours are placed
  --compare       prints how far the marks of two markers lie apart
  --mean          writes the mean of the pictures that two or more markers have
  --out FILE      where --mean writes
  --help          this text`;

const PAGE = 'tests/real/labelling/index.html';
const PICTURES = new Set(['.jpg', '.jpeg', '.png', '.webp']);

/**
 * @typedef {import('../scoring/compare-markers.mjs').LabelFile} LabelFile
 *
 * @typedef {{ readonly name: string, readonly file: string, readonly sha256: string }} Picture
 *
 * @typedef {object} Listing what the page is given, as `pictures.json` beside it
 * @property {readonly { readonly name: string, readonly url: string, readonly sha256: string }[]} pictures
 * @property {LabelFile | null} labels
 */

/** @param {readonly string[]} args */
export const main = (args) => runTool(() => withExitStatus(() => run(args)));

/** @param {readonly string[]} args */
async function run(args) {
  const { values, positionals } = readArguments(args);
  if (values.help) console.log(HELP);
  else if (values.compare) printAgreement(positionals);
  else if (values.mean) writeMean(positionals, values.out);
  else await servePage(positionals, values.labels, values.blind);
}

/** @param {readonly string[]} args */
function readArguments(args) {
  return parsedArguments(
    {
      args: [...args],
      allowPositionals: true,
      options: {
        labels: { type: 'string' },
        blind: { type: 'boolean', default: false },
        compare: { type: 'boolean', default: false },
        mean: { type: 'boolean', default: false },
        out: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    },
    (problem) => new ExitError(EXIT.usage, `wrong options (${problem}); npm run label -- --help lists them.`),
  );
}

/** @param {readonly string[]} files */
function printAgreement(files) {
  const [first, second, ...more] = files;
  if (!first || !second || more.length > 0) throw new ExitError(EXIT.usage, '--compare needs two files of marks.');
  const agreement = compareMarkers(readLabels(first), readLabels(second));
  const { pictures, otherPictures } = agreement;
  if (otherPictures.length > 0) sayLeftOut('not the same pictures in both files', otherPictures);
  if (pictures === 0) throw new ExitError(EXIT.noFile, `"${first}" and "${second}" have no picture in common.`);
  console.log(`${pictures} pictures that both marked\n\n${agreementTable(agreement)}`);
}

/** @param {readonly string[]} files @param {string | undefined} out */
function writeMean(files, out) {
  if (files.length < 2 || !out) {
    throw new ExitError(EXIT.usage, '--mean needs two or more files of marks, and --out FILE to write to.');
  }
  const { file, leftOut } = meanOfMarkers(files.map(readLabels));
  if (leftOut.length > 0) sayLeftOut('only one marker has them, or they are not the same pictures', leftOut);
  if (file.pictures.length === 0) throw new ExitError(EXIT.noFile, 'the files have no picture in common.');
  writeFileSync(out, labelsText(file));
  console.log(`Wrote the mean of ${file.pictures.length} pictures to "${out}".`);
}

/** @param {string} why @param {readonly string[]} names */
const sayLeftOut = (why, names) => console.error(`truehip: left out, because ${why}: ${names.join(', ')}`);

/**
 * Builds the page, serves it and waits for Ctrl+C.
 * @param {readonly string[]} folders @param {string | undefined} labelsFile @param {boolean} isBlind
 */
async function servePage(folders, labelsFile, isBlind) {
  const [folder, ...more] = folders;
  if (!folder || more.length > 0) {
    throw new ExitError(EXIT.usage, 'name one folder of pictures: npm run label -- DIR [--labels FILE] [--blind].');
  }
  if (isBlind && !labelsFile) throw new ExitError(EXIT.usage, '--blind needs --labels FILE, the first marks.');
  const labels = labelsFile ? readLabels(labelsFile) : null;
  const pictures = picturesIn(folder, labels);
  await ensureInstalled({ say: (line) => console.error(`truehip: ${line}`) });
  const scratch = mkdtempSync(join(tmpdir(), 'truehip-label-'));
  try {
    console.error('truehip: building the page');
    const { buildPage } = await import('./lab-builds.mjs');
    await buildPage(PAGE, scratch);
    const server = await serveDist({ folder: scratch });
    /** @type {Listing} */
    const listing = {
      // Without the host, so that the page works under each name of this machine.
      pictures: pictures.map(({ name, file, sha256 }) => ({ name, sha256, url: new URL(server.share(file)).pathname })),
      labels,
    };
    writeFileSync(join(scratch, PAGE, '..', 'pictures.json'), JSON.stringify(listing));
    console.log(
      `Mark ${pictures.length} pictures at ${server.url}/${PAGE}${isBlind ? '?blind' : ''}  (stop it with Ctrl+C)`,
    );
    await stopped();
    await server.close();
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** @returns {Promise<void>} ends with Ctrl+C */
const stopped = () =>
  new Promise((done) => {
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, () => done());
  });

/**
 * The pictures of a folder and of those below it, by name. A picture that is marked has the name of its label. Another
 * one has the name of its file; in a folder below, that of the folder before it ("Air_Bike/0.jpg" is Air_Bike-0).
 * @param {string} folder @param {LabelFile | null} labels
 * @returns {Picture[]}
 */
function picturesIn(folder, labels) {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new ExitError(EXIT.noFile, `there is no folder "${folder}" with pictures to mark.`);
  }
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    PICTURES.has(extname(file).toLowerCase()),
  );
  if (files.length === 0) {
    throw new ExitError(EXIT.noFile, `there is no picture (${[...PICTURES].join(', ')}) in "${folder}".`);
  }
  const marked = labels?.pictures ?? [];
  const pictures = files.map((file) => {
    const sha256 = createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex');
    const name = marked.find((label) => label.sha256 === sha256)?.name ?? nameOf(file);
    return { name, file: join(folder, file), sha256 };
  });
  for (const [index, { name, file, sha256 }] of pictures.entries()) {
    const same = pictures.findIndex((other) => other.name === name);
    if (same !== index) refuseName(`"${file}" and "${pictures[same]?.file}" would both be "${name}"`);
    const label = marked.find((one) => one.name === name);
    if (label?.sha256 && label.sha256 !== sha256)
      refuseName(`"${file}" is not the picture that was marked as "${name}"`);
  }
  return pictures.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
}

/** @param {string} file path below the folder */
function nameOf(file) {
  const parts = file.slice(0, -extname(file).length).split(sep);
  return parts.slice(-2).join('-');
}

/** @param {string} why @returns {never} */
function refuseName(why) {
  throw new ExitError(EXIT.usage, `${why}; rename one of them or take it out of the folder.`);
}
