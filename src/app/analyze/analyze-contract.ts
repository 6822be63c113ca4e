import type { ModelSize } from '../../../workers/pose.api.ts';
import type { Metres, Seconds, WorkingSide } from '../../instrument/geometry/units.ts';
import type { AppErrorCode } from '../app-error.ts';

/**
 * A request of the command-line tools (`tools/`) to the page of recorded videos (`#/video`). Plain data, since it crosses from Node to the page.
 */
export interface AnalyzeRequest {
  /** Address of the clip on the page's own origin, on a server that answers range requests. */
  readonly clip: string;
  readonly drill: string;
  /** Variant of a drill that has several. Absent: the first one. */
  readonly variant?: string | null;
  /** Null: left. */
  readonly side: WorkingSide | null;
  readonly goal: string;
  readonly subjectHeight: Metres;
  /** A parsed timeline file, not yet validated. Null: the drill's preset runs from the first held reference pose. */
  readonly timeline: unknown;
  readonly model: ModelSize | 'auto';
}

export type AnalyzeTrouble = AppErrorCode | 'unknown-drill' | 'bad-goal' | 'bad-timeline';

export type AnalyzeResult =
  | {
      readonly ok: true;
      /** The record as JSON text, because a string crosses to Node much faster than an object. */
      readonly record: string;
      /** Why nothing was measured although a person was seen, in plain words. Null: a reference pose was held. */
      readonly unmeasured: string | null;
      /** Wall-clock time for all frames, without loading the model. */
      readonly seconds: Seconds;
    }
  | { readonly ok: false; readonly trouble: AnalyzeTrouble; readonly detail: string };

export interface AnalyzeProgress {
  readonly stage: 'loading' | 'frames';
  readonly done: number;
  /** 0: not known. */
  readonly total: number;
}

declare global {
  interface Window {
    /** Set by the page of recorded videos when it is loaded. Takes one request at a time. */
    truehipAnalyze?: (request: AnalyzeRequest) => Promise<AnalyzeResult>;
    /** Set by a tool that wants progress reports. */
    truehipProgress?: (progress: AnalyzeProgress) => unknown;
  }
}
