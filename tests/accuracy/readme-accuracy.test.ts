import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../tools/shared/paths.mjs';
import { poolScores } from '../../tools/scoring/pool-scores.mjs';
import {
  accuracyMarkdown,
  BEGIN,
  DETAILS,
  detailsMarkdown,
  END,
  HELD_BACK_MARKS,
  heldBackDetails,
  heldBackMarkdown,
  withAccuracy,
} from '../../tools/accuracy/readme-accuracy.mjs';
import { aScoredClip, aTruth } from './fixtures.ts';

const row = (clip: string, options = {}) => aScoredClip(clip, aTruth(), options);

type Rows = Parameters<typeof poolScores>[0];
const markdown = (rows: Rows) => accuracyMarkdown(poolScores(rows), 'end');
const details = (rows: Rows) => detailsMarkdown(rows, poolScores(rows), 'end');

describe('the accuracy tables of the README and of its details', () => {
  it('has the measured error of every clip, with its unit', () => {
    const lines = details([row('one', { rotationShift: 3 })]).split('\n');
    const head = lines.find((line) => line.startsWith('| clip |')) ?? '';
    const line = lines.find((text) => text.startsWith('| `one`')) ?? '';
    expect(line).toContain('`one`');
    expect(line).toContain('3.0°, 3.0°, 3.0°');
    expect(line.split('|')).toHaveLength(head.split('|').length);
  });

  it('has the pooled figures of every drill and view first, with the number of clips and frames', () => {
    const text = markdown([row('one', { rotationShift: 1 }), row('two', { rotationShift: 3 })]);
    const [head = '', , line = ''] = text.split('\n');
    expect(line.split('|')).toHaveLength(head.split('|').length);
    expect(line).toContain('| supine-sleeper, somewhere | 2, 80 | +2.0°, 2.0°, 2.2° |');
    expect(line).toContain('| +1.0° … +3.0° |');
  });

  it('shows no figure for a clip that was not read or could not be run', () => {
    const { drill, placement, fingerprint } = row('dark');
    const dark = { clip: 'dark', drill, placement, fingerprint, error: 'shows no person' };
    const table = details([row('none', { keep: () => false }), dark]);
    expect(table).not.toMatch(/NaN|null|undefined/);
    expect(table).toContain('shows no person');
  });

  it('replaces what stood between its marks, and nothing else', () => {
    const old = `before\n${BEGIN}\nold\n${END}\nafter`;
    expect(withAccuracy(old, 'new')).toBe(`before\n${BEGIN}\nnew\n${END}\nafter`);
    expect(withAccuracy('no marks', 'new')).toBeNull();
  });

  it('keep a place of their own for clips that are held back, with the goals and each clip', () => {
    const { begin, end } = HELD_BACK_MARKS;
    const both = `${BEGIN}\nshipped\n${END}\n${begin}\nold\n${end}`;
    expect(withAccuracy(both, 'new', HELD_BACK_MARKS)).toBe(both.replace('old', 'new'));
    const rows = [row('one', { rotationShift: 3 })];
    expect(heldBackMarkdown(poolScores(rows), '1 clip.')).toMatch(
      /All flags: F1 .*\nRules that the place shows: F1 .*\n\n1 clip\.$/,
    );
    expect(heldBackDetails(rows)).toContain('| `one` |');
  });

  it('stand in the project with the clips that ship with the tests, and the README names the place', () => {
    const read = (name: string) => readFileSync(join(root, name), 'utf8');
    const page = read(DETAILS);
    const table = page.slice(page.indexOf(BEGIN), page.indexOf(END));
    expect(read('README.md')).toContain(DETAILS);
    for (const clip of ['supine-sleeper-clean-far', 'quadruped-band-ir-list-high', 'supine-sleeper-clean'])
      expect(table).toContain(`\`${clip}\``);
  });

  it('has figures of held-back clips in the README and in the details, none typed by hand into another place', () => {
    for (const name of ['README.md', DETAILS]) {
      const page = readFileSync(join(root, name), 'utf8');
      const { begin, end } = HELD_BACK_MARKS;
      expect(page.slice(page.indexOf(begin) + begin.length, page.indexOf(end)).trim()).toContain('|');
    }
  });
});
