import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../tools/shared/paths.mjs';
import { poolScores } from '../scoring/pool-scores.ts';
import { heldOutMarkdown, MARKS, PAGES, shippedMarkdown } from './accuracy-pages.ts';
import { closingLine } from './run-accuracy.ts';
import { aScoredClip, aTruth } from './fixtures.ts';

const row = (clip: string, options = {}) => aScoredClip(clip, aTruth(), options);
const SLEEPER = { id: 'supine-sleeper', counted: false, smallestRep: 0, good: [], rules: [] };

type Rows = Parameters<typeof poolScores>[0];
const shipped = (rows: Rows) => shippedMarkdown(poolScores(rows, [SLEEPER]), 'end');
const heldOut = (rows: Rows) => heldOutMarkdown(poolScores(rows, [SLEEPER]), 'end');

/** A page, cut at its marks. */
const partsOf = (name: string): readonly string[] =>
  readFileSync(join(root, name), 'utf8').split(/<!-- accuracy: .* -->/);

/** Head lines of the Markdown tables in a text. */
const heads = (text: string): readonly string[] => {
  const lines = text.split('\n');
  return lines.filter((line, i) => line.startsWith('| ') && lines[i + 1]?.startsWith('| --- |'));
};

describe('the tables of the shipped clips', () => {
  it('have the measured error of every drill, with its unit and the number of its clips', () => {
    const lines = shipped([row('one', { rotationShift: 1 }), row('two', { rotationShift: 3 })]).split('\n');
    const head = lines.find((line) => line.startsWith('| drill, clips read |')) ?? '';
    const line = lines[lines.indexOf(head) + 2] ?? '';
    expect(line.split('|')).toHaveLength(head.split('|').length);
    expect(line).toContain('| supine-sleeper, 2 | 2.0° |');
  });

  it('show no figure for a clip that was not read or could not be run', () => {
    const { drill, placement, fingerprint } = row('dark');
    const dark = { clip: 'dark', drill, placement, fingerprint, error: 'shows no person' };
    const rows = [row('none', { keep: () => false }), dark];
    expect(shipped(rows)).not.toMatch(/NaN|null|undefined/);
    expect(closingLine(rows.map((one) => ({ seconds: null, ...one })))).toContain('Not run: dark (shows no person).');
  });
});

describe('the tables of the held-out clips', () => {
  it('have the goals and all flags together', () => {
    const text = heldOut([row('one', { rotationShift: 3 })]);
    expect(text).toMatch(/^end\n[\s\S]*\nAll flags: F1 .*\nRules that the place shows: F1 .*$/);
    expect(text).toContain('| supine-sleeper, 1 | 3.0° |');
  });
});

describe('the committed pages', () => {
  const rows = [row('one', { rotationShift: 3 })];

  it('have the marks, and between them the table heads that the command writes', () => {
    for (const name of [PAGES.shipped, PAGES.heldOut]) {
      const text = readFileSync(join(root, name), 'utf8');
      expect([text.split(MARKS.begin).length, text.split(MARKS.end).length]).toEqual([2, 2]);
    }
    expect(heads(partsOf(PAGES.shipped)[1] ?? '')).toEqual(heads(shipped(rows)));
    expect(heads(partsOf(PAGES.heldOut)[1] ?? '')).toEqual(heads(heldOut(rows)));
  });

  it('have no table of figures outside the marks', () => {
    for (const name of [PAGES.shipped, PAGES.heldOut]) {
      const [before = '', , after = ''] = partsOf(name);
      expect(`${before}${after}`).not.toMatch(/^\|.*\d[.\d]*°.*\|$/m);
    }
  });
});
