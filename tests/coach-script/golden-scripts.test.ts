import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { WATCHED_DRILLS } from '../../src/drills/index.ts';
import { coachScript, type CoachScriptWish, USUAL_WISH } from '../../lab/coach-script/main.ts';

/**
 * The scripts of all sets that use the camera, so that a change of the coaching is read before it lands:
 * tests/golden/coach/DRILL-GOAL.txt. Each drill has three: the goal "build" on the left side, and the first time that somebody does it
 * in each language (`-first`). The sleeper has every goal; its "prep" does both sides. What was changed on purpose is written again by
 *
 *   TRUEHIP_UPDATE_GOLDEN=1 npx vitest run tests/coach-script/golden-scripts.test.ts
 *
 * and read with `git diff tests/golden/coach`.
 */
const FOLDER = new URL('../golden/coach/', import.meta.url);
const update = process.env['TRUEHIP_UPDATE_GOLDEN'] === '1';

const SCRIPTS: readonly { readonly name: string; readonly wish: CoachScriptWish }[] = [
  ...WATCHED_DRILLS.flatMap(({ id }) => [
    { name: `${id}-build.txt`, wish: { ...USUAL_WISH, drill: id, goal: 'build' } },
    { name: `${id}-first.txt`, wish: { ...USUAL_WISH, drill: id, goal: 'build', first: true } },
    { name: `${id}-first-german.txt`, wish: { ...USUAL_WISH, drill: id, goal: 'build', language: 'de', first: true } },
  ]),
  { name: 'supine-sleeper-prep.txt', wish: { ...USUAL_WISH, drill: 'supine-sleeper', sides: 'both' } },
  { name: 'supine-sleeper-strength.txt', wish: { ...USUAL_WISH, drill: 'supine-sleeper', goal: 'strength' } },
  {
    name: 'supine-sleeper-build-german.txt',
    wish: { ...USUAL_WISH, drill: 'supine-sleeper', goal: 'build', language: 'de' },
  },
  {
    name: 'supine-sleeper-build-hips-shift.txt',
    wish: { ...USUAL_WISH, drill: 'supine-sleeper', goal: 'build', fault: 'hips-shift' },
  },
  { name: 'hip-test-seated-prep.txt', wish: { ...USUAL_WISH, drill: 'hip-test-seated', sides: 'both' } },
  { name: 'hip-test-seated-prep-german.txt', wish: { ...USUAL_WISH, drill: 'hip-test-seated', language: 'de' } },
];

const textOf = (wish: CoachScriptWish): string => {
  const result = coachScript(wish, 'heard');
  return result.ok ? result.text : result.problem;
};

describe('golden scripts of the coach', () => {
  it.each(SCRIPTS)('says and sounds what $name has', ({ name, wish }) => {
    const file = new URL(name, FOLDER);
    if (update) {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(file, textOf(wish));
    }
    expect(textOf(wish)).toBe(readFileSync(file, 'utf8'));
  });

  it('has no script of a set that does not exist any more', () => {
    const names = new Set(SCRIPTS.map(({ name }) => name));
    const left = readdirSync(FOLDER).filter((name) => !names.has(name));
    if (update) for (const name of left) rmSync(new URL(name, FOLDER));
    expect(update ? [] : left).toEqual([]);
  });
});
