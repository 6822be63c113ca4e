import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { DrillDefinition, Goal } from '../../../src/coach/drill-definition.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import { PROGRAMMES } from '../../training/planning/english-programmes.ts';
import { type App, appAsTold } from './app-as-told.ts';
import { type Evidence, GOALS } from './evidence.ts';
import { range } from './source-line.ts';
import { LINES, SOURCES, sourcePage } from './source-table.ts';

/**
 * One test a line of the sources. The table of them is written again by
 *
 *   TRUEHIP_UPDATE_GOLDEN=1 npx vitest run tests/coach/sources/source-lines.test.ts
 */
const PAGE = new URL('source-lines.md', import.meta.url);
const update = process.env['TRUEHIP_UPDATE_GOLDEN'] === '1';

const app = appAsTold();

describe('the lines of the sources', () => {
  it.each(LINES)('$name', ({ drills, evidence }) => {
    expect.hasAssertions();
    for (const drill of drills) for (const one of evidence) one.prove(app, drill);
  });
});

describe('the doses', () => {
  /** Who says how long and how often, goal by goal: our own or the method's. */
  type Marked = DrillDefinition & { readonly dose?: Readonly<Record<Goal, string>> };
  const marked: readonly Marked[] = DRILLS;

  /** Whether lines of the sources give the dose of a drill, and the preset has what they give. */
  const isGiven = ({ id, presets }: DrillDefinition, goal: Goal): boolean => {
    const given = LINES.filter(({ drills }) => drills.includes(id)).flatMap(({ evidence }) =>
      evidence.flatMap(({ fits }) => fits ?? []),
    );
    return given.length > 0 && given.every((fits) => fits(presets[goal]));
  };

  it('are given by the sources for the band, the 90/90 stretches and the sleeper', () => {
    const givenIn = (goal: Goal) => DRILLS.filter((drill) => isGiven(drill, goal)).map(({ id }) => id);
    const always = ['supine-sleeper', 'ninety-ninety-contract-relax', 'quadruped-band-ir'];
    expect(new Set(givenIn('build'))).toEqual(new Set([...always, 'ninety-ninety-stretch']));
    // The stretch is longer for strength, which is our dose.
    expect(givenIn('strength')).toEqual(always);
  });

  it.runIf(marked.some(({ dose }) => dose !== undefined))('are marked as ours where no line gives them', () => {
    for (const drill of marked)
      for (const goal of GOALS) {
        const who = drill.dose?.[goal];
        expect(isGiven(drill, goal) ? who !== 'ours' : who === 'ours', `${drill.id}, ${goal}: ${who}`).toBe(true);
      }
  });
});

describe('the tests of the lines', () => {
  const holds = ({ prove }: Evidence, where: App, drill: string): boolean => {
    try {
      prove(where, drill);
      return true;
    } catch {
      return false;
    }
  };

  it('are not true of every drill, programme and week', () => {
    const otherPlans = PROGRAMMES.map((one): App => ({ ...app, drills: [], programme: () => one, week: () => [] }));
    const isTrueOfAll = (one: Evidence, drills: readonly string[]): boolean =>
      one.ofPlan === true
        ? otherPlans.every((other) => holds(one, other, ''))
        : DRILLS.filter(({ id }) => !drills.includes(id)).every(({ id }) => holds(one, app, id));
    const empty = LINES.flatMap(({ name, drills, evidence }) =>
      evidence.filter((one) => isTrueOfAll(one, drills)).map(({ says }) => `${name}: ${says}`),
    );
    expect(empty).toEqual([]);
  });

  it('cover every line: it is tested, left out on purpose, or asks for nothing', () => {
    for (const { id, lines, leftOut, asksNothing, length } of SOURCES) {
      const asked = new Set([...lines, ...leftOut].map(({ line }) => line));
      expect(
        asksNothing.filter((line) => asked.has(line)),
        id,
      ).toEqual([]);
      expect(
        [...asked, ...asksNothing].toSorted((a, b) => a - b),
        id,
      ).toEqual(range(1, length));
    }
  });

  it('have names of their own', () => {
    expect(new Set(LINES.map(({ name }) => name)).size).toBe(LINES.length);
  });

  it('wrote the table of source-lines.md', () => {
    if (update) writeFileSync(PAGE, sourcePage());
    expect(readFileSync(PAGE, 'utf8')).toBe(sourcePage());
  });
});
