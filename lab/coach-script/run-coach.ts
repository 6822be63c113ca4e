import { defineCommand, flag, text, textOr } from '../../tools/shared/command.ts';
import { coachScript, type CoachScriptWish } from './main.ts';

const command = defineCommand({
  name: 'coach',
  forms: ['DRILL [options]'],
  about: `Prints the script of a whole set with its times: what is said, what is shown, which tones sound. The person is made up:
they do what is asked, or make one fault all the time. A phrase lasts as long as the coach expects.`,
  options: {
    goal: textOr('G', 'prep, build or strength', 'prep'),
    sides: textOr('S', 'left, right, or both: one after the other', 'left'),
    fault: text('RULE', 'a fault at 1.35 times the threshold of this rule', 'none'),
    language: textOr('L', 'en or de', 'en'),
    start: textOr('WAY', 'held: the start was held before the set; key: Start was pressed', 'held'),
    first: flag('the first time that the person does this drill'),
    heard: flag('only what is heard, and the names of the phases'),
  },
  more: `"drops" marks a phrase that nobody hears, because another one took its place.

Exit status: 0 done; 1 something unforeseen; 2 wrong use (unknown drill, goal, rule, language or option).`,
});

/** @throws {ExitError} */
export function readArguments(args: readonly string[]): (CoachScriptWish & { readonly heard: boolean }) | 'help' {
  const given = command.read(args);
  if (given === 'help') return 'help';
  const [drill, more] = given.words;
  if (drill === undefined) throw command.usage('no drill was named');
  if (more !== undefined) throw command.usage(`"${more}" is one drill too many`);
  return { ...given.values, drill };
}

/** `npm run coach`. */
export async function main(args: readonly string[]): Promise<void> {
  const wish = readArguments(args);
  if (wish === 'help') return command.printHelp();
  const { heard, ...asked } = wish;
  const result = coachScript(asked, heard ? 'heard' : 'all');
  if (!result.ok) throw command.usage(result.problem);
  process.stdout.write(result.text);
}
