import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../tools/shared/paths.mjs';
import { poolScores } from '../../tools/scoring/pool-scores.mjs';
import {
  BEGIN,
  betweenMarks,
  END,
  heldOutMarkdown,
  PAGES,
  shippedMarkdown,
  withTables,
} from '../../tools/accuracy/accuracy-pages.mjs';
import { aScoredClip, aTruth } from './fixtures.ts';

const row = (clip: string, options = {}) => aScoredClip(clip, aTruth(), options);
const SLEEPER = { id: 'supine-sleeper', counted: false, smallestRep: 0, good: [], rules: [] };

type Rows = Parameters<typeof poolScores>[0];
const shipped = (rows: Rows) => shippedMarkdown(rows, poolScores(rows, [SLEEPER]), 'end');
const heldOut = (rows: Rows) => heldOutMarkdown(rows, poolScores(rows, [SLEEPER]), 'end');

const read = (name: string): string => readFileSync(join(root, name), 'utf8');

/** Head lines of the Markdown tables in a text. */
const heads = (text: string): readonly string[] => {
  const lines = text.split('\n');
  return lines.filter((line, i) => line.startsWith('| ') && lines[i + 1]?.startsWith('| --- |'));
};

describe('the tables of the shipped clips', () => {
  it('have the measured error of every clip, with its unit', () => {
    const lines = shipped([row('one', { rotationShift: 3 })]).split('\n');
    const head = lines.find((line) => line.startsWith('| clip |')) ?? '';
    const line = lines.find((text) => text.startsWith('| `one`')) ?? '';
    expect(line).toContain('3.0°, 3.0°, 3.0°');
    expect(line.split('|')).toHaveLength(head.split('|').length);
  });

  it('have the pooled figures of every drill and view, with the number of clips and frames', () => {
    const lines = shipped([row('one', { rotationShift: 1 }), row('two', { rotationShift: 3 })]).split('\n');
    const head = lines.find((line) => line.startsWith('| drill and view |')) ?? '';
    const line = lines[lines.indexOf(head) + 2] ?? '';
    expect(line.split('|')).toHaveLength(head.split('|').length);
    expect(line).toContain('| supine-sleeper, somewhere | 2, 80 | +2.0°, 2.0°, 2.2° |');
    expect(line).toContain('| +1.0° … +3.0° |');
  });

  it('show no figure for a clip that was not read or could not be run', () => {
    const { drill, placement, fingerprint } = row('dark');
    const dark = { clip: 'dark', drill, placement, fingerprint, error: 'shows no person' };
    const text = shipped([row('none', { keep: () => false }), dark]);
    expect(text).not.toMatch(/NaN|null|undefined/);
    expect(text).toContain('shows no person');
  });
});

describe('the tables of the held-out clips', () => {
  it('have the goals, all flags together and each clip', () => {
    const text = heldOut([row('one', { rotationShift: 3 })]);
    expect(text).toMatch(/^end\n[\s\S]*\nAll flags: F1 .*\nRules that the place shows: F1 .*\n/);
    expect(text).toContain('| `one` |');
  });
});

describe('a page with tables', () => {
  it('keeps its text outside the marks', () => {
    const old = `before\n${BEGIN}\nold\n${END}\nafter`;
    expect(withTables(old, 'new')).toBe(`before\n${BEGIN}\nnew\n${END}\nafter`);
    expect(withTables('no marks', 'new')).toBeNull();
    expect(betweenMarks(old)).toBe('old');
  });
});

describe('the committed pages', () => {
  const rows = [row('one', { rotationShift: 3 })];

  it('have the table heads that the command writes', () => {
    expect(heads(betweenMarks(read(PAGES.shipped)))).toEqual(heads(shipped(rows)));
    expect(heads(betweenMarks(read(PAGES.heldOut)))).toEqual(heads(heldOut(rows)));
  });

  it('list the shipped clips', () => {
    for (const clip of ['supine-sleeper-clean-far', 'quadruped-band-ir-list-high', 'supine-sleeper-clean'])
      expect(betweenMarks(read(PAGES.shipped))).toContain(`\`${clip}\``);
  });

  it('have no table of figures outside the marks', () => {
    for (const name of [PAGES.shipped, PAGES.heldOut]) {
      const [before = '', after = ''] = read(name)
        .replace(betweenMarks(read(name)), '')
        .split(BEGIN);
      expect(`${before}${after}`).not.toMatch(/^\|.*\d[.\d]*°.*\|$/m);
    }
  });
});
