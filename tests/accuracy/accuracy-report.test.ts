import { describe, expect, it } from 'vitest';
import { accuracyReport, type DrawnClip } from '../../tools/report/accuracy-report.mjs';
import { html } from '../../tools/report/markup.mjs';
import { poolScores } from '../../tools/scoring/pool-scores.mjs';
import { axes, plotIn, spanOf, spreadLabels } from '../../tools/report/svg-axes.mjs';
import { aFlag, aScoredClip, aTruth, type RecordOptions } from './fixtures.ts';

const drawn = (clip: string, options: RecordOptions = {}): DrawnClip => {
  const events = [{ rule: 'pelvis-twist', start: 3, end: 5, peak: 12 }];
  const truth = aTruth({ events });
  return { ...aScoredClip(clip, truth, options), phases: truth.phases, events, flags: options.flags ?? [] };
};

const report = (rows: Parameters<typeof accuracyReport>[0]['rows'], worse: readonly string[] = []) =>
  accuracyReport({
    rows,
    pooled: poolScores(rows),
    closing: 'closing',
    comparison: { worse, better: [], compared: 3, skipped: [] },
  });

const count = (text: string, part: string) => text.split(part).length - 1;

describe('the report', () => {
  const page = report([drawn('one', { rotationShift: 2, flags: [aFlag('pelvis-twist', 3.5, 5)] }), drawn('two')]);

  it('escapes the names of clips and folders everywhere', () => {
    const evil = report([drawn('<img src=x onerror="alert(1)">'), drawn("it's & more")]);
    expect(evil).not.toContain('<img');
    expect(evil).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;');
    expect(evil).toContain('it&#39;s &amp; more');
  });

  it('needs no other file and runs no script', () => {
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(|https?:/);
  });

  it('gives every plot a name and every table a caption and scopes', () => {
    expect(count(page, 'role="img" aria-label="')).toBe(count(page, '<svg class="plot'));
    expect(count(page, '<caption>')).toBe(count(page, '<table>'));
    expect(page).not.toMatch(/<th>|<th(?![^>]*scope)[ >]/);
  });

  it('draws bias and both limits of a channel, with their values', () => {
    // Forty errors of 2 and forty of 0: bias 1, standard deviation √(80 / 79) = 1.006, limits 1 ± 1.97.
    expect(page).toContain('>bias +1.0°<');
    expect(page).toContain('>+1.96 sd +3.0°<');
    expect(page).toContain('>−1.96 sd −1.0°<');
  });

  it('draws truth, reading, band, true events and flags of every clip', () => {
    for (const style of ['truth', 'reading', 'band', 'happened', 'flagged']) expect(page).toContain(`class="${style}"`);
    expect(page).toContain('hip internal rotation, left over time, two');
  });

  it('interrupts the line where readings are missing', () => {
    const gap = report([drawn('gap', { keep: (index) => index < 30 || index > 40 })]);
    const whole = report([drawn('gap')]);
    const rotation = (text: string) => text.slice(text.indexOf('<svg class="plot wide"')).split('</svg>')[0] ?? '';
    expect(count(rotation(gap), 'class="reading"')).toBe(1 + count(rotation(whole), 'class="reading"'));
  });

  it('shows no number for a clip that was not measured or could not be run', () => {
    const { clip, drill, placement, fingerprint } = drawn('dark');
    const poor = report([
      drawn('none', { keep: () => false }),
      { clip, drill, placement, fingerprint, error: 'shows no person' },
    ]);
    expect(poor).not.toMatch(/NaN|Infinity|undefined|null/);
    expect(poor).toContain('not read');
    expect(poor).toContain('shows no person');
  });

  it('names every figure that is worse than the reference', () => {
    expect(report([drawn('one')], ['the error grew.'])).toContain('<li>the error grew.</li>');
    expect(page).toContain('None of 3 figures is worse');
  });
});

describe('html', () => {
  it('escapes text and keeps markup, also in lists', () => {
    expect(html`<p title="${'"'}">${['<', html`<b>${'&'}</b>`]}</p>`.text).toBe(
      '<p title="&quot;">&lt;<b>&amp;</b></p>',
    );
  });
});

describe('axes', () => {
  it('have ticks at round values inside the span', () => {
    const box = { left: 100, right: 242, top: 20, bottom: 150 };
    const plot = plotIn(box, { low: -3.2, high: 11 }, { low: 0, high: 0.65 });
    const { text } = axes(plot, { x: 'seconds', y: 'share' });
    const figures = (anchor: string) =>
      [...text.matchAll(new RegExp(`text-anchor="${anchor}">([\\d.−]+)<`, 'g'))].map((found) => found[1]);
    expect(figures('middle')).toEqual(['−2', '0', '2', '4', '6', '8', '10']);
    expect(figures('end')).toEqual(['0', '0.1', '0.2', '0.3', '0.4', '0.5', '0.6']);
    expect([plot.x(-3.2), plot.x(11), plot.x(0), plot.y(0), plot.y(0.65)]).toEqual([100, 242, 132, 150, 20]);
  });

  it('have a span also for one value or none', () => {
    for (const values of [[], [0], [5, 5]]) {
      const { low, high } = spanOf(values);
      expect(high).toBeGreaterThan(low);
    }
  });

  it('keep labels apart, in order and near their places', () => {
    expect(spreadLabels([100, 104, 150], 16)).toEqual([96, 112, 146]);
    expect(spreadLabels([10, 40], 16)).toEqual([10, 40]);
  });
});
