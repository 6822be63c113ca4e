import { describe, expect, it } from 'vitest';
import { scoreTable } from '../report/score-table.ts';
import { aFlag, aScoredClip, aTruth } from './fixtures.ts';

const row = (clip: string, options = {}) => aScoredClip(clip, aTruth(), options);

describe('scoreTable', () => {
  it('has a line for every clip under its drill and placement', () => {
    const lines = scoreTable([row('one'), row('two', { rotationShift: 3 })]);
    expect(lines.findIndex((line) => line.startsWith('supine-sleeper'))).toBe(0);
    expect(lines[1]).toBe('[somewhere]');
    expect(lines.find((line) => line.includes('two'))).toContain('3.0');
  });

  it('aligns its columns', () => {
    const [head = '', , ...clips] = scoreTable([row('a'), row('a-much-longer-name', { keep: () => false })]);
    const end = head.indexOf('MAE') + 'MAE'.length;
    for (const line of clips.filter((text) => text.startsWith('  '))) {
      expect(line.slice(0, end)).toMatch(/\S$/);
    }
  });

  it('shows a dash for what was not measured', () => {
    const line = scoreTable([row('none', { keep: () => false })]).find((text) => text.includes('none'));
    expect(line).toContain('–');
    expect(line).not.toContain('NaN');
  });

  it('lists every false flag and every missed event', () => {
    const truth = aTruth({ events: [{ rule: 'pelvis-lift', start: 3, end: 4, peak: 0.04 }] });
    const one = aScoredClip('one', truth, { flags: [aFlag('pelvis-twist', 5, 5.5)] });
    const text = scoreTable([one]).join('\n');
    expect(text).toContain('one: pelvis-lift at 3.0 s was missed');
    expect(text).toContain('one: false pelvis-twist at 5.0–5.5 s');
  });

  it('lists the clips that could not be scored', () => {
    expect(scoreTable([{ clip: 'dark', error: 'shows no person' }])).toContain('dark: shows no person');
  });
});
