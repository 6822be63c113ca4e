import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { WATCHED_DRILLS } from '../../src/drills/index.ts';
import { german } from '../../src/i18n/de/german.ts';
import { drillIn } from '../../src/i18n/drill-in.ts';
import type { PhaseKind } from '../../src/coach/drill-definition.ts';

// How much is said in a set, and in which sentences: measured in the golden scripts, which `golden-scripts.test.ts` keeps true.

const FOLDER = new URL('../golden/coach/', import.meta.url);
/** The hip test has short tries of the same kind one after the other, and tests of its own. */
const NAMES = readdirSync(FOLDER).filter((name) => !name.startsWith('hip-test'));

interface Said {
  readonly at: number;
  readonly text: string;
  /** Title of the phase in which it is heard. */
  readonly phase: string;
}

interface Script {
  readonly said: readonly Said[];
  /** Seconds. */
  readonly length: number;
  /** Phrases that were cut off or that nobody heard. */
  readonly lost: number;
}

const seconds = (clock: string): number => {
  const [minutes, rest] = clock.split(':');
  return 60 * Number(minutes) + Number(rest);
};

function read(name: string): Script {
  const lines = readFileSync(new URL(name, FOLDER), 'utf8').split('\n');
  const said: Said[] = [];
  let phase = '';
  for (const line of lines) {
    phase = /^\S+ +\[(.+?)\]/.exec(line)?.[1] ?? phase;
    const [, at, text] = /^(\d+:[\d.]+) +says +"(.*)"/.exec(line) ?? [];
    if (at !== undefined && text !== undefined) said.push({ at: seconds(at), text, phase });
  }
  const length = seconds(lines.find((line) => line.startsWith('length'))?.split(/\s+/)[1] ?? '');
  const [, cut, dropped] = /(\d+) cut off, (\d+) dropped/.exec(lines.join(' ')) ?? [];
  return { said, length, lost: Number(cut) + Number(dropped) };
}

/** All that is said in a script. */
const heardIn = (name: string): string =>
  read(name)
    .said.map(({ text }) => text)
    .join(' ');

/** What to do in the parts of a repetition is a pace, like its numbers. */
const PARTS = new Set(
  WATCHED_DRILLS.flatMap((drill) => [drill, drillIn(drill, german.drills)])
    .flatMap(({ reps }) => Object.values(reps?.parts ?? {}))
    .concat('Hold', 'Halten')
    .map((word) => `${word}.`),
);

const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;
const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.?!])\s+/);

/** The scripts tell tenths of a second, which do not subtract exactly. */
const TINY = 1e-6;

/** Words a minute of a calm voice. */
const PACE = 150;
const talkOf = ({ said, length }: Script): number =>
  said.reduce((sum, { text }) => sum + wordsIn(text), 0) / (PACE / 60) / length;

/** Phases in which the person holds something or lets go. */
const HOLDS: ReadonlySet<PhaseKind> = new Set(['passive', 'hold', 'pails', 'rails', 'sink']);
const HOLD_TITLES = new Set(
  WATCHED_DRILLS.flatMap((drill) => [drill, drillIn(drill, german.drills)]).flatMap(({ phases }) =>
    phases.flatMap(({ kind, title }) => (HOLDS.has(kind) ? [title] : [])),
  ),
);

describe('the voice', () => {
  it.each([
    ['prep', 0.45],
    ['build', 0.33],
    ['strength', 0.33],
  ] as const)('leaves the sleeper quiet from the second time on, %s: at most %d of the time is talk', (goal, most) => {
    for (const language of goal === 'build' ? ['', '-german'] : [''])
      expect(talkOf(read(`supine-sleeper-${goal}${language}.txt`)), language).toBeLessThanOrEqual(most);
  });

  it('leaves repetitions quiet from the second time on: at most 0.45 of the time is talk', () => {
    for (const id of [
      'knee-to-knee-floor',
      'ninety-ninety-lift-off',
      'ninety-ninety-lift-off-hinge',
      'quadruped-band-ir',
    ])
      expect(talkOf(read(`${id}-build.txt`)), id).toBeLessThanOrEqual(0.45);
  });

  it.each(NAMES)('%s: no sentence of more than twelve words in a hold', (name) => {
    const held = read(name).said.filter(({ phase }) => HOLD_TITLES.has(phase));
    // What is said after the last tone is the result, not a part of the hold.
    const end = read(name).length;
    for (const { at, text } of held)
      for (const sentence of sentencesOf(text))
        if (at < end) expect(wordsIn(sentence), sentence).toBeLessThanOrEqual(12);
  });

  it.each(NAMES)('%s: no sentence twice in half a minute', (name) => {
    const last = new Map<string, number>();
    for (const { at, text } of read(name).said)
      for (const sentence of sentencesOf(text).filter((one) => !PARTS.has(one))) {
        expect(at - (last.get(sentence) ?? Number.NEGATIVE_INFINITY), sentence).toBeGreaterThanOrEqual(30 - TINY);
        last.set(sentence, at);
      }
  });

  it.each(NAMES)('%s: no sentence is cut off or lost', (name) => {
    expect(read(name).lost).toBe(0);
  });

  it.each(WATCHED_DRILLS.map((drill) => [drill.id, drill] as const))(
    '%s: says more the first time: the key point of each phase, and where to feel it',
    (id, drill) => {
      for (const [name, own] of [
        [`${id}-first.txt`, drill],
        [`${id}-first-german.txt`, drillIn(drill, german.drills)],
      ] as const)
        for (const { lesson, feel } of own.phases) {
          if (lesson !== undefined) expect(heardIn(name), name).toContain(lesson);
          if (feel !== undefined && !/feel|spür/i.test(lesson ?? '')) expect(heardIn(name), name).toContain(feel);
        }
      const later = wordsIn(heardIn(`${id}-build.txt`));
      expect(wordsIn(heardIn(`${id}-first.txt`))).toBeGreaterThan(later);
    },
  );

  it('says what push and pull are called once, the first time only', () => {
    for (const id of ['supine-sleeper', 'ninety-ninety-pails-rails', 'standing-hamstring'])
      for (const [suffix, times] of [
        ['first', 1],
        ['first-german', 1],
        ['build', 0],
      ] as const) {
        const heard = heardIn(`${id}-${suffix}.txt`);
        expect(heard.match(/PAILs/g)?.length ?? 0, `${id} ${suffix}`).toBe(times);
        expect(heard.match(/RAILs/g)?.length ?? 0, `${id} ${suffix}`).toBe(times);
      }
  });
});
