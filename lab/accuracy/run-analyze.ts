import { readFileSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { drillById } from '../../src/drills/index.ts';
import { defineCommand, number, oneOf, text } from '../../tools/shared/command.ts';
import { EXIT, ExitError } from '../../tools/shared/exit-error.ts';
import { plainSummary } from './plain-summary.ts';
import { clearProgress, showProgress } from '../../tools/shared/progress.ts';

const command = defineCommand({
  name: 'analyze',
  forms: ['CLIP --drill ID [options]'],
  about: `Runs the app's own pipeline over a recorded video (mp4, mov, mkv, webm): every frame is decoded, none is dropped, each is
measured at its own time. Prints the summary of the set; --json writes the whole record.`,
  options: {
    drill: text(
      'ID',
      'as its file in src/drills is called, as in supine-sleeper; another word is answered with all of them',
    ),
    side: oneOf('SIDE', "left or right: the working side, the person's own", ['left', 'right'], 'left'),
    goal: oneOf('GOAL', 'prep, build or strength: times and rounds', ['prep', 'build', 'strength'], 'prep'),
    // Other heights are taken as typing errors.
    height: number('METRES', 'how tall the person is', 1.7, {
      least: 1.2,
      most: 2.3,
      is: "a person's height in metres, as in 1.72",
    }),
    timeline: text(
      'FILE',
      `follow the phases the clip was performed to: a JSON object with "phases": [{kind, start, end}, …]. Without it the
      drill's preset runs from the first still neutral`,
    ),
    json: text('FILE', 'write the record there'),
  },
  more: `A clip in which a person is seen but never holds the start posture, or is filmed from where nothing can be measured, is no
error: its record has no ranges, and the summary says why.

Exit status: 0 done; 1 something unforeseen; 2 wrong use (unknown option, drill, side or goal); 3 no such file;
4 not a video; 5 a codec this browser lacks; 6 a wrong timeline file; 7 no person found; 8 the model could not be run.`,
});

function clipOf(positionals: readonly string[]) {
  const [clip, ...more] = positionals;
  if (!clip) throw command.usage('no clip was named');
  if (more.length > 0) throw command.usage(`one clip at a time, but there are also ${more.join(', ')}`);
  if (statSync(clip, { throwIfNoEntry: false })?.isFile() !== true)
    throw new ExitError(EXIT.noFile, `there is no file "${clip}".`);
  return clip;
}

/** `npm run analyze`. */
export async function main(args: readonly string[]): Promise<void> {
  const given = command.read(args);
  if (given === 'help') return command.printHelp();
  const { drill, timeline, height: subjectHeight, json, ...asked } = given.values;
  const clip = clipOf(given.words);
  if (!drill) throw command.usage('--drill is missing');
  const phases = timeline === null ? null : readTimeline(timeline);
  const request = { ...asked, drill, subjectHeight, timeline: phases, model: 'auto' as const };
  // Late, because wrong use needs no browser.
  const { startClipAnalyzer } = await import('./clip-analyzer.ts');
  const analyzer = await startClipAnalyzer({ onProgress: showProgress });
  try {
    const { record, unmeasured } = await analyzer.analyse(clip, request);
    clearProgress();
    console.log(plainSummary(record, { unmeasured, drill: drillById(record.drill) }).join('\n'));
    if (json) await writeFile(json, `${JSON.stringify(record)}\n`);
  } finally {
    clearProgress();
    await analyzer.close();
  }
}

/**
 * The phases of a timeline file; a truth file is one too. This checks only that the file is JSON. The coach checks the
 * phases, because they depend on the drill.
 * @throws {ExitError}
 */
function readTimeline(file: string): { phases: unknown } {
  try {
    return { phases: Object(JSON.parse(readFileSync(file, 'utf8'))).phases };
  } catch (cause) {
    throw new ExitError(EXIT.timeline, `the timeline file "${file}" cannot be read.`, { cause });
  }
}
