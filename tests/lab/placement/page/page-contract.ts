import type { SetRecord } from '../../../../src/coach/record/set-record.ts';
import type { Degrees, Metres } from '../../../../src/instrument/geometry/units.ts';
import type { ViewGrade } from '../../../../src/instrument/checks/view-check.ts';

/** Request of Node to the study's page. Plain data. */
export interface PlacementRequest {
  /** URL of the clip on the page's origin. */
  readonly clip: string;
  readonly drill: string;
  readonly subjectHeight: Metres;
  readonly phases: readonly { readonly kind: string; readonly start: number; readonly end: number }[];
  /** True place of the laptop. The drill's plan gets this view and refuses none. */
  readonly place: { readonly azimuth: Degrees; readonly height: Metres; readonly distance: Metres };
}

export interface PlacementAnswer {
  /** Null: no person was found, or no reference pose was held. */
  readonly record: Pick<SetRecord, 'frames' | 'neutral'> | null;
  readonly why: string | null;
  /** Grade of the found view by the drill's unchanged plan. */
  readonly grade: ViewGrade | null;
  readonly frames: number;
  /** Number of frames in which a person was seen. */
  readonly seen: number;
}

declare global {
  interface Window {
    placementAnalyse?: (request: PlacementRequest) => Promise<PlacementAnswer>;
  }
}
