import type { Degrees } from '../../instrument/geometry/units.ts';
import type { TestPosition } from './hip-test.ts';
import type { SourceId } from './sources.ts';

/** Mean total arc of healthy adults. */
export interface ArcNorm {
  readonly from: Degrees;
  readonly to: Degrees;
  readonly source: SourceId;
}

/**
 * The only figure of the passport that may stand beside a published one. Internal and external rotation count from the
 * person's own start position, and nobody has checked that its shin is vertical; published ones count from a vertical
 * shin. The arc has no zero. On the back with hip and knee at 90° no published arc was found: the supine figures of
 * Kouyoumdjian are of a straight hip.
 */
export const ARC_NORMS: Readonly<Record<TestPosition, ArcNorm | null>> = {
  supine: null,
  seated: { from: 78.5, to: 78.5, source: 'kouyoumdjian' },
  prone: { from: 77.1, to: 77.1, source: 'kouyoumdjian' },
};
