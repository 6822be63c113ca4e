import type { ModelSize } from '../../../workers/pose.api.ts';
import type { Metres, Seconds, WorkingSide } from '../../instrument/geometry/units.ts';
import type { AppErrorCode } from '../app-error.ts';

/** What `tools/analyze.mjs` and `tools/accuracy.mjs` ask of `analyze.html`. Plain data: it crosses from Node to the page. */
export interface AnalyzeRequest {
  /** Address of the clip on the page's own origin, answering range requests. */
  readonly clip: string;
  readonly drill: string;
  /** Where `drill` names one with variants: which. Absent: the usual one. */
  readonly variant?: string | null;
  /** Null: the drill's left. */
  readonly side: WorkingSide | null;
  readonly goal: string;
  readonly subjectHeight: Metres;
  /** A parsed timeline file, unchecked. Null: the drill's preset runs from the first still neutral. */
  readonly timeline: unknown;
  readonly model: ModelSize | 'auto';
}

export type AnalyzeTrouble = AppErrorCode | 'unknown-drill' | 'bad-goal' | 'bad-timeline';

export type AnalyzeResult =
  | {
      readonly ok: true;
      /** The record as JSON text: a string crosses to Node far faster than the object. */
      readonly record: string;
      /** Why nothing was measured although a person was seen, in plain words; null when the start was held before the work. */
      readonly unmeasured: string | null;
      /** Wall-clock seconds for all frames, without loading the model. */
      readonly seconds: Seconds;
    }
  | { readonly ok: false; readonly trouble: AnalyzeTrouble; readonly detail: string };

export interface AnalyzeProgress {
  readonly stage: 'loading' | 'frames';
  readonly done: number;
  /** 0 when it is not known. */
  readonly total: number;
}

declare global {
  interface Window {
    /** Set by `analyze.html` once it can take requests. One at a time. */
    truehipAnalyze?: (request: AnalyzeRequest) => Promise<AnalyzeResult>;
    /** Set by the tool, where it wants to know. */
    truehipProgress?: (progress: AnalyzeProgress) => unknown;
  }
}
