import type { Degrees } from '../../instrument/geometry/units.ts';
import type { TestPosition } from '../../coach/drill-definition.ts';

/** The publications that a rule or a figure of the passport rests on. The same in every language. `at`: DOI, or journal, volume and pages. */
export const SOURCES = {
  runners: {
    short: 'Passive hip rotation range of motion: effects of testing position and age in runners and non-runners',
    at: '2003, from its abstract',
  },
  altman: { short: 'Altman 1991', at: 'doi 10.1002/art.1780340502' },
  cibulka: { short: 'Cibulka 2017', at: 'doi 10.2519/jospt.2017.0301' },
} as const;

export type SourceId = keyof typeof SOURCES;

/** Total passive arc of a group of adults. */
export interface ArcNorm {
  readonly mean: Degrees;
  /** Standard deviation between people. */
  readonly spread: Degrees;
  readonly men: number;
  readonly women: number;
  /** Mean age, years. */
  readonly age: number;
  readonly source: SourceId;
}

/** 18 runners of 36.6 ± 12.1 and 16 other people of 34.8 ± 14.5 years, measured by hand with a goniometer. */
const RUNNERS_AND_OTHERS = { men: 16, women: 18, age: 36, source: 'runners' } as const;

/**
 * The only figure of the passport that may stand beside a published one, and only beside one with a spread, an age, a sex and a
 * source that was read. Internal and external rotation count from the person's own start position, and nobody has checked that
 * its shin is vertical; published ones count from a vertical shin. The arc has no zero. On the back with hip and knee at 90° no
 * published arc was found. Kouyoumdjian 2012 (120 adults; 78.5° seated, 77.1° prone) has none beside its means where it could be
 * read, and so is not shown.
 */
export const ARC_NORMS: Readonly<Record<TestPosition, ArcNorm | null>> = {
  supine: null,
  seated: { mean: 81.7, spread: 11.6, ...RUNNERS_AND_OTHERS },
  prone: { mean: 94.8, spread: 13.3, ...RUNNERS_AND_OTHERS },
};
