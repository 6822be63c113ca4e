import { defineCommand, flag, whole } from '../../../tools/shared/command.ts';
import { say } from '../../../tools/shared/progress.ts';
import { clipFigures, clipsByDrill, ruleFigures } from './phone-figures.ts';

const command = defineCommand({
  name: 'lab -- phone',
  forms: ['[options]'],
  about: `What a phone on the pelvis is worth, by drill: signals made from the true pelvis of the shipped clips. First the phone's room and the
rules alone, for many seeds. With --pipeline also every clip through pipeline, fit and coach, with true landmarks instead of a pose model
and a painted room: half an hour.`,
  options: {
    seeds: whole('N', 'seeds of each drill', 40),
    pipeline: flag('also each clip through the frame pipeline'),
  },
});

const figure = (value: number, digits = 1): string => value.toFixed(digits).padStart(6);

export async function main(args: readonly string[]): Promise<number> {
  const given = command.read(args);
  if (given === 'help') {
    command.printHelp();
    return 0;
  }
  const wish = given.values;
  const drills = clipsByDrill();
  say('drill                          found   false  minutes  mounted  error°');
  for (const [drill, clips] of drills) {
    const row = ruleFigures(drill, clips, wish.seeds);
    const [found, mounted] = [`${row.found}/${row.events}`, `${row.mounted}/${row.sets}`];
    say(
      `${row.drill.padEnd(28)} ${found.padStart(8)} ${String(row.falses).padStart(6)} ${figure(row.minutes)} ${mounted.padStart(9)} ${figure(row.error, 2)}`,
    );
    for (const one of row.missed) say(`  missed: ${one}`);
  }
  if (!wish.pipeline) return 0;
  say(
    '\nclip                                         found false pelvis°  hip° with/without  band° with/without  seen',
  );
  for (const [drill, clips] of drills)
    for (const [index, clip] of clips.entries()) {
      const row = await clipFigures(clip, drill, index % 2 === 1);
      const [hip, band] = [row.hipError, row.band].map(([a, b]) => `${figure(a)} ${figure(b)}`);
      say(
        `${row.clip.padEnd(44)} ${row.found}/${row.events} ${row.falses} ${figure(row.pelvisError, 2)}  ${hip}   ${band}  ${figure(row.share, 2)}  ${row.flags.join(', ')}`,
      );
    }
  return 0;
}
