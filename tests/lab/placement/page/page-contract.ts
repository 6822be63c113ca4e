import type { SetRecord } from '../../../../src/coach/record/set-record.ts';
import type { Degrees, Metres } from '../../../../src/instrument/geometry/units.ts';
import type { ViewGrade } from '../../../../src/instrument/checks/view-check.ts';

/** What Node asks of the study's page. Plain data. */
export interface PlacementRequest {
  /** Address of the clip on the page's own origin. */
  readonly clip: string;
  readonly drill: string;
  readonly subjectHeight: Metres;
  readonly phases: readonly { readonly kind: string; readonly start: number; readonly end: number }[];
  /** Where the laptop stands: the drill's plan is told so, and turns no view down. */
  readonly place: { readonly azimuth: Degrees; readonly height: Metres; readonly distance: Metres };
}

export interface PlacementAnswer {
  /** Null: nobody was found, or no reference pose was held. */
  readonly record: Pick<SetRecord, 'frames' | 'neutral'> | null;
  readonly why: string | null;
  /** What the drill's plan, as it is, would call the view that was found. */
  readonly grade: ViewGrade | null;
  readonly frames: number;
  /** Frames in which a person was seen. */
  readonly seen: number;
}

declare global {
  interface Window {
    placementAnalyse?: (request: PlacementRequest) => Promise<PlacementAnswer>;
  }
}
