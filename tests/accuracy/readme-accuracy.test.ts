import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../tools/lib/paths.mjs';
import { accuracyMarkdown, BEGIN, END, withAccuracy } from '../../tools/lib/readme-accuracy.mjs';
import { scoreClip } from '../../tools/lib/score.mjs';
import { aRecord, aTruth } from './fixtures.ts';

const row = (clip: string, options = {}) => {
  const truth = aTruth();
  return { clip, score: scoreClip(aRecord(truth, options), truth) };
};

describe('the accuracy table of the README', () => {
  it('has the measured error of every clip, with its unit', () => {
    const [head = '', , line = ''] = accuracyMarkdown([row('one', { rotationShift: 3 })], 'end').split('\n');
    expect(line).toContain('`one`');
    expect(line).toContain('3.0°, 3.0°, 3.0°');
    expect(line.split('|')).toHaveLength(head.split('|').length);
  });

  it('shows no figure for a clip that was not read or could not be run', () => {
    const rows = [row('none', { keep: () => false }), { clip: 'dark', error: 'shows no person' }];
    const table = accuracyMarkdown(rows, 'end');
    expect(table).not.toMatch(/NaN|null|undefined/);
    expect(table).toContain('shows no person');
  });

  it('replaces what stood between its marks, and nothing else', () => {
    const old = `before\n${BEGIN}\nold\n${END}\nafter`;
    expect(withAccuracy(old, 'new')).toBe(`before\n${BEGIN}\nnew\n${END}\nafter`);
    expect(withAccuracy('no marks', 'new')).toBeNull();
  });

  it('stands in the README for every clip that ships with the tests', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const table = readme.slice(readme.indexOf(BEGIN), readme.indexOf(END));
    for (const clip of ['supine-sleeper-clean-far', 'quadruped-band-ir-list-high', 'supine-sleeper-clean'])
      expect(table).toContain(`\`${clip}\``);
  });
});
