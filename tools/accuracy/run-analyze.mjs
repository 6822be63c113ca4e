import { existsSync, readFileSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { ensureInstalled } from '../build/ensure-installed.mjs';
import { drillCatalogue } from './drill-catalogue.mjs';
import { EXIT, ExitError, withExitStatus } from '../shared/exit-error.mjs';
import { plainSummary } from './plain-summary.mjs';
import { runTool } from '../shared/plain-error.mjs';
import { progressLine } from '../shared/progress-line.mjs';
import { parsedArguments } from '../shared/parsed-arguments.mjs';

const HELP = `npm run analyze -- CLIP --drill ID [options]

Runs the app's own pipeline over a recorded video (mp4, mov, mkv, webm): every frame is decoded, none is dropped, each is
measured at its own time. Prints the summary of the set; --json writes the whole record.

  --drill ID        as its file in src/drills is called, as in supine-sleeper; another word is answered with all of them
  --side SIDE       left or right: the working side, the person's own        (left)
  --goal GOAL       prep, build or strength: times and rounds                (prep)
  --height METRES   how tall the person is                                   (1.70)
  --timeline FILE   follow the phases the clip was performed to: a JSON object with "phases": [{kind, start, end}, …].
                    Without it the drill's preset runs from the first still neutral.
  --model SIZE      lite, full or heavy                     (auto: the drill's own)
  --json FILE       write the record there
  --quiet           no summary and no progress, only errors
  --help            this text

A clip in which a person is seen but never holds the start posture, or is filmed from where nothing can be measured, is no
error: its record has no ranges, and the summary says why.

Exit status: 0 done; 1 something unforeseen; 2 wrong use (unknown option, drill, side or goal); 3 no such file;
4 not a video; 5 a codec this browser lacks; 6 a wrong timeline file; 7 no person found; 8 the model could not be run.`;

/** @type {readonly string[]} */
const GOALS = ['prep', 'build', 'strength'];
/** @type {readonly ('left' | 'right')[]} */
const SIDES = ['left', 'right'];
/** @type {readonly ('lite' | 'full' | 'heavy' | 'auto')[]} */
const MODELS = ['lite', 'full', 'heavy', 'auto'];

/** Other heights are taken as typing errors. */
const HEIGHT_METRES = { least: 1.2, most: 2.3 };

/** @param {string} problem */
const usage = (problem) => new ExitError(EXIT.usage, `${problem}. "npm run analyze -- --help" shows how.`);

/** @param {readonly string[]} args */
function readArguments(args) {
  return parsedArguments(
    {
      args: [...args],
      allowPositionals: true,
      options: {
        drill: { type: 'string' },
        side: { type: 'string', default: 'left' },
        goal: { type: 'string', default: 'prep' },
        height: { type: 'string', default: '1.7' },
        timeline: { type: 'string' },
        model: { type: 'string', default: 'auto' },
        json: { type: 'string' },
        quiet: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    },
    usage,
  );
}

/**
 * @template {string} T
 * @param {string} name
 * @param {string} value
 * @param {readonly T[]} allowed
 * @returns {T}
 */
function oneOf(name, value, allowed) {
  const found = allowed.find((candidate) => candidate === value);
  if (!found) throw usage(`--${name} is "${value}", but it is one of ${allowed.join(', ')}`);
  return found;
}

/** @param {string} text */
function heightOf(text) {
  const metres = Number(text);
  if (!(metres >= HEIGHT_METRES.least && metres <= HEIGHT_METRES.most)) {
    throw usage(`--height is "${text}", but it is a person's height in metres, as in 1.72`);
  }
  return metres;
}

/** @param {ReturnType<typeof readArguments>['values']} values */
function requestOf({ drill, side, goal, height, timeline, model }) {
  if (!drill) throw usage('--drill is missing');
  return {
    drill,
    side: oneOf('side', side, SIDES),
    goal: oneOf('goal', goal, GOALS),
    subjectHeight: heightOf(height),
    timeline: timeline === undefined ? null : readTimeline(timeline),
    model: oneOf('model', model, MODELS),
  };
}

/** @param {readonly string[]} positionals */
function clipOf(positionals) {
  const [clip, ...more] = positionals;
  if (!clip) throw usage('no clip was named');
  if (more.length > 0) throw usage(`one clip at a time, but there are also ${more.join(', ')}`);
  if (!existsSync(clip)) throw new ExitError(EXIT.noFile, `there is no file "${clip}".`);
  const stat = statSync(clip);
  if (!stat.isFile()) throw new ExitError(EXIT.noFile, `"${clip}" is not a file.`);
  if (stat.size === 0) throw new ExitError(EXIT.notVideo, `"${clip}" is empty.`);
  return clip;
}

/**
 * `npm run analyze`.
 * @param {readonly string[]} args
 */
export function main(args) {
  return runTool(() => withExitStatus(() => analyse(args)));
}

/** @param {readonly string[]} args */
async function analyse(args) {
  const { values, positionals } = readArguments(args);
  if (values.help) {
    console.log(HELP);
    return;
  }
  const clip = clipOf(positionals);
  const request = requestOf(values);
  const progress = progressLine({ quiet: values.quiet });
  await ensureInstalled({ say: progress.say });
  // Imported late, because its packages may have been installed only now.
  const { startClipAnalyzer } = await import('./clip-analyzer.mjs');
  const analyzer = await startClipAnalyzer({ say: progress.say, onProgress: progress.show });
  try {
    const { record, unmeasured } = await analyzer.analyse(clip, request);
    progress.clear();
    if (!values.quiet) {
      const { drills, words } = await drillCatalogue();
      const drill = drills.drillById(record.drill);
      console.log(plainSummary(record, { unmeasured, drill, words }).join('\n'));
    }
    if (values.json) await writeFile(values.json, `${JSON.stringify(record)}\n`);
  } finally {
    progress.clear();
    await analyzer.close();
  }
}

/**
 * The phases of a timeline file; a truth file is one too. This checks only that the file is JSON. The coach checks the
 * phases, because they depend on the drill.
 * @param {string} file
 * @returns {{ phases: unknown }}
 * @throws {ExitError}
 */
function readTimeline(file) {
  const value = parsedJson(file, textOf(file));
  return { phases: Object(value).phases };
}

/** @param {string} file */
function textOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new ExitError(EXIT.timeline, `the timeline file "${file}" cannot be read.`, { cause });
  }
}

/** @param {string} file @param {string} text @returns {unknown} */
function parsedJson(file, text) {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ExitError(EXIT.timeline, `the timeline file "${file}" is not JSON.`, { cause });
  }
}
