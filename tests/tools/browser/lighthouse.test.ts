import { describe, expect, it } from 'vitest';
import { outcomeLine, outcomeOf } from '../../../tools/browser/run-lighthouse.mjs';

const report = (contrast: number) => ({
  categories: {
    accessibility: {
      id: 'accessibility',
      score: contrast === 1 ? 1 : 0.96,
      auditRefs: [
        { id: 'color-contrast', weight: 7 },
        { id: 'tabindex', weight: 0 },
      ],
    },
    'best-practices': { id: 'best-practices', score: 1, auditRefs: [{ id: 'doctype', weight: 1 }] },
  },
  audits: {
    'color-contrast': { title: 'Contrast is too low', score: contrast, scoreDisplayMode: 'binary' },
    tabindex: { title: 'Tab index', score: 0, scoreDisplayMode: 'binary' },
    doctype: { title: 'Has a doctype', score: 1, scoreDisplayMode: 'binary' },
  },
});

describe("Lighthouse's report of a page", () => {
  it('becomes two scores out of 100', () => {
    expect(outcomeOf('home', report(1))).toEqual({ name: 'home', scores: [100, 100], faults: [] });
  });

  it('names failed audits with weight, and none without', () => {
    const { scores, faults } = outcomeOf('home', report(0));
    expect(scores).toEqual([96, 100]);
    expect(faults).toEqual(['color-contrast: Contrast is too low']);
    expect(outcomeLine({ name: 'home', scores, faults })).toMatch(/^home +96 100\n {4}color-contrast/);
  });
});
