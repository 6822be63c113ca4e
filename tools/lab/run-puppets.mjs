import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchWeights } from '../../models/fetch-weights.mjs';
import { ensureInstalled } from '../build/ensure-installed.mjs';
import { ANGLES, courseOf } from '../scoring/puppet-course.mjs';
import { bendsOf, leakOf, momentsOf, rowsOf, trueRowsOf } from '../scoring/score-puppets.mjs';
import { puppetsText } from '../report/puppets-table.mjs';
import { EXIT, ExitError, withExitStatus } from '../shared/exit-error.mjs';
import { nodeIsSupported } from '../shared/node-version.mjs';
import { withMarkedText } from '../shared/marked-text.mjs';
import { parsedArguments } from '../shared/parsed-arguments.mjs';
import { root } from '../shared/paths.mjs';
import { runTool } from '../shared/plain-error.mjs';
import { runCommand } from '../shared/run-command.mjs';
import { ensureFfmpeg } from './find-ffmpeg.mjs';
import { ensureOpenCv } from './find-opencv.mjs';
import { openLabPage } from './open-lab-page.mjs';
import { framesOf, photographJobs, renderedClips, renderedJob, trueTurns } from './puppet-jobs.mjs';

const HELP = `npm run puppets -- --pictures DIR [options]

The hip test on real pixels. Turns the shin of people in photographs by known angles, shows them to the app's own pipeline,
and prints what it reads. DIR is a clone of the public collection that tests/lab/puppets/marks.json names, or its pictures
under flat names (NAME-0.jpg). Beside them rendered people, whose true joints are known, by the same maker, and their true
later frames.

  --rendered DIR  clips of the rendered hip test (npm run subject -- hip-test-seated-a); without it they are rendered
  --only TEXT     only legs whose name contains TEXT
  --json OUT      also writes the figures to a file
  --write         writes the tables into docs/validation/hip-test-puppets.md
  --help          this text

Needs Python 3 with OpenCV and its contrib part, ffmpeg and Chromium; they are installed where they are missing and can be.`;

const HERE = join(root, 'tests', 'lab', 'puppets');
const PAGE = 'tests/lab/puppets/page/index.html';
const REPORT = join(root, 'docs', 'validation', 'hip-test-puppets.md');
const MARKS = { begin: '<!-- puppets: begin, written by npm run puppets -- --write -->', end: '<!-- puppets: end -->' };
const RENDERED = join(root, 'tests', 'out', 'puppets');
/** Recipe and seed of the rendered people; nothing was set on them. */
const PEOPLE = ['a 301', 'b 302', 'c 303', 'd 304', 'a 305', 'c 306', 'b 307', 'd 308'];

/**
 * @typedef {import('../scoring/puppet-take.mjs').Take} Take
 * @typedef {import('../scoring/puppet-take.mjs').TakeReading} TakeReading
 * @typedef {import('../scoring/score-puppets.mjs').PuppetLeg} PuppetLeg
 * @typedef {import('./puppet-jobs.mjs').PuppetJob} PuppetJob
 * @typedef {import('./puppet-jobs.mjs').MarkedLegs} MarkedLegs
 * @typedef {Window & { readTake?: (take: Take) => Promise<TakeReading[]> }} PuppetsPage
 *
 * @typedef {object} MadeLeg what `make_puppets.py` says of a leg
 * @property {string} name
 * @property {number} bend
 * @property {number} bendSd
 * @property {number} bendDrawn
 * @property {readonly { degrees: number, file: string, inPicture: number, ankle: readonly [number, number], truthSd: number, ifAssumed: number }[]} frames
 *
 * @typedef {object} Tools
 * @property {string} scratch
 * @property {string} python
 * @property {(take: Take) => Promise<TakeReading[]>} read
 * @property {(line: string) => void} say
 */

/** @param {readonly string[]} args */
async function run(args) {
  const values = readArguments(args);
  if (values.help || !values.pictures) {
    console.log(HELP);
    return;
  }
  const say = (/** @type {string} */ line) => console.error(`truehip: ${line}`);
  const photographs = jobsIn(values.pictures, values);
  if (photographs.length === 0) return;
  await ensureInstalled({ say });
  const python = await ensureOpenCv({ say });
  const ffmpeg = await ensureFfmpeg({ say });
  const clips = await controlClips(values.rendered, say);
  const scratch = mkdtempSync(join(tmpdir(), 'truehip-puppets-'));
  try {
    await withPage(scratch, say, async (read) => {
      const tools = { scratch, python, read, say };
      const legs = await puppetsRead(photographs, tools, 'photographs');
      const figures = { ...figuresOf(legs), control: await controlOf(clips, ffmpeg, tools) };
      console.log(puppetsText(figures));
      if (values.json) await writeFile(values.json, `${JSON.stringify(figures, null, 2)}\n`);
      if (values.write) await writeReport(puppetsText(figures));
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** @param {readonly string[]} args */
function readArguments(args) {
  const { values } = parsedArguments(
    {
      args: [...args],
      options: {
        pictures: { type: 'string' },
        rendered: { type: 'string' },
        only: { type: 'string', default: '' },
        json: { type: 'string' },
        write: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    },
    (problem) => new ExitError(EXIT.usage, `${problem}. "npm run puppets -- --help" shows how.`),
  );
  if (values.write && values.only !== '') {
    throw new ExitError(EXIT.usage, '--write takes all pictures, so not together with --only.');
  }
  return values;
}

/**
 * The marked legs whose picture is there. `--write` needs all of them.
 * @param {string} folder @param {{ readonly only: string, readonly write: boolean }} options
 */
function jobsIn(folder, { only, write }) {
  if (!existsSync(folder)) {
    console.log(`truehip: there is no folder "${folder}" with photographs, so no puppets were made.`);
    return [];
  }
  /** @type {MarkedLegs} */
  const marks = JSON.parse(readFileSync(join(HERE, 'marks.json'), 'utf8'));
  const { jobs, absent } = photographJobs(folder, marks, only);
  const sentence = `${absent.length} of ${marks.pictures.length} marked pictures are not in "${folder}": ${absent.join(', ')}.`;
  if (absent.length > 0 && write) throw new ExitError(EXIT.noFile, sentence);
  if (absent.length > 0) console.error(`truehip: ${sentence}`);
  return jobs;
}

/** @param {string | undefined} folder @param {(line: string) => void} say */
async function controlClips(folder, say) {
  if (folder) return renderedClips(folder);
  const { main: subject } = await import('./run-subject.mjs');
  say('rendering people for comparison, about four minutes each; they are kept for the next run');
  for (const person of PEOPLE) {
    const [recipe, seed] = person.split(' ');
    await subject([`hip-test-seated-${recipe}`, '--seed', `${seed}`, '--out', RENDERED]);
  }
  return renderedClips(RENDERED);
}

/**
 * @param {string} scratch @param {(line: string) => void} say
 * @param {(read: Tools['read']) => Promise<void>} use
 */
async function withPage(scratch, say, use) {
  await fetchWeights();
  const folder = join(scratch, 'page');
  say('building the page');
  const { buildPage } = await import('./lab-builds.mjs');
  await buildPage(PAGE, folder);
  const { page, share, close } = await openLabPage({ folder, page: PAGE, ready: 'readTake', called: 'the page', say });
  const shared = new Map();
  const addressOf = (/** @type {string} */ file) => shared.get(file) ?? shared.set(file, share(file)).get(file);
  try {
    await use(async (take) => {
      const frames = take.frames.map((frame) => ({ ...frame, picture: addressOf(frame.picture) }));
      return (
        (await page.evaluate((asked) => /** @type {PuppetsPage} */ (window).readTake?.(asked), { ...take, frames })) ??
        []
      );
    });
  } finally {
    await close();
  }
}

/** @param {readonly PuppetJob[]} jobs @param {Tools} tools @param {string} name @returns {Promise<MadeLeg[]>} */
async function puppetsMade(jobs, { scratch, python, say }, name) {
  say(`drawing ${jobs.length} puppets`);
  const [list, out] = [join(scratch, `${name}.json`), join(scratch, name)];
  await writeFile(list, JSON.stringify(jobs));
  const { status, output } = await runCommand(python, [join(HERE, 'maker', 'make_puppets.py'), list, out], {
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  });
  if (status !== 0) throw new ExitError(EXIT.unforeseen, `the puppets could not be drawn: ${output.trim()}`);
  return JSON.parse(readFileSync(join(out, 'made.json'), 'utf8'));
}

/** @param {readonly PuppetJob[]} jobs @param {Tools} tools @param {string} name @returns {Promise<PuppetLeg[]>} */
async function puppetsRead(jobs, tools, name) {
  const made = await puppetsMade(jobs, tools, name);
  const legs = [];
  for (const [index, job] of jobs.entries()) {
    const leg = made[index];
    if (!leg) throw new Error(`the maker left out ${job.name}`);
    legs.push(await puppetRead(job, leg, tools));
  }
  return legs;
}

/** @param {PuppetJob} job @param {MadeLeg} leg @param {Tools} tools @returns {Promise<PuppetLeg>} */
async function puppetRead({ name, side, height, ...job }, leg, { read, say }) {
  const course = courseOf();
  const drawnAt = (/** @type {number} */ angle) => {
    const drawn = leg.frames.find(({ degrees }) => degrees === angle);
    if (!drawn) throw new Error(`${name} was not drawn at ${angle}°`);
    return drawn;
  };
  const moves = course.findIndex(({ angle }) => angle !== 0);
  const frames = course.map(({ time, angle }, index) => {
    const { file, ankle } = drawnAt(angle);
    return { picture: file, time, ankle: index < moves ? null : ankle };
  });
  const readings = await read({ side, height, lively: true, frames });
  const moments = momentsOf(course, readings, { side, drawnAt });
  const first = readings.find(({ bend }) => bend !== null);
  const summary = moments.map(({ drawn, read: { app } }) => `${drawn}: ${app?.value.toFixed(1) ?? 'not read'}`);
  say(`${name}: ${first ? summary.join(', ') : 'not taken as a start'}`);
  return {
    name,
    taken: first !== undefined,
    bend: leg.bend,
    bendSd: leg.bendSd,
    bendRead: first?.bend ?? null,
    trueBend: 'known' in job ? leg.bendDrawn : null,
    moments,
  };
}

/** @param {readonly PuppetLeg[]} legs */
const figuresOf = (legs) => ({
  legs: legs.length,
  starts: legs.filter(({ taken }) => taken).length,
  rows: rowsOf(legs.filter(({ taken }) => taken)),
  leak: leakOf(legs),
  each: legs,
});

/**
 * Rendered people: puppets by the same maker, and their own later frames.
 * @param {ReturnType<typeof renderedClips>} clips @param {string} ffmpeg @param {Tools} tools
 */
async function controlOf(clips, ffmpeg, tools) {
  const { say } = tools;
  const jobs = [];
  const later = [];
  for (const { name, clip, truth } of clips) {
    const files = await framesOf(ffmpeg, clip, join(tools.scratch, name), truth.frames.length);
    const job = renderedJob(name, truth, files);
    jobs.push(job);
    const turns = trueTurns(truth).flatMap((turn, i) => (files[i] ? [{ ...turn, picture: files[i] }] : []));
    const held = turns.filter(({ still }) => still);
    // The hold is shown twice, so that the app takes the start before the leg moves. One try inwards and one outwards.
    const shown = [...held, ...held, ...turns.filter(({ isPassive }) => isPassive)];
    const frames = shown.map(({ picture }, i) => ({ picture, time: i / truth.fps, ankle: null }));
    const readings = await tools.read({ side: truth.side, height: job.height, lively: false, frames });
    say(`${name}: ${readings.filter(({ turn }) => turn.app).length} of ${frames.length} true frames read`);
    later.push({ turns: shown, readings });
  }
  const puppets = await puppetsRead(jobs, tools, 'rendered');
  const angles = ANGLES.filter((angle) => angle !== 0);
  return { ...figuresOf(puppets), bends: bendsOf(puppets), later: trueRowsOf(later, angles) };
}

/** @param {string} text */
async function writeReport(text) {
  const page = withMarkedText(readFileSync(REPORT, 'utf8'), MARKS, `\n${text}\n`);
  if (page === null) throw new ExitError(EXIT.unforeseen, `${REPORT} has lost the marks of its tables.`);
  await writeFile(REPORT, page);
}

if (nodeIsSupported()) await runTool(() => withExitStatus(() => run(process.argv.slice(2))));
