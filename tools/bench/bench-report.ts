import { median, percentile } from '../shared/statistics.ts';
import type { StageTimings } from '../../src/instrument/output/reading.ts';

/**
 * What the app did with one frame, in milliseconds. `pelvis` is what the frame waits for the pelvis network, with the tracked
 * parts; `aside` is the work of the network's own worker, beside the pose model, as a mean over the frames since the last measured one. `measuring`: a
 * reference pose is set, so the fit ran.
 */
export type WholeFrame = StageTimings & { readonly aside: number; readonly measuring: boolean };

/** One frame, measured by everybody in turns, in milliseconds. */
export interface BenchFrame {
  /** The landmark model alone: one run, with its outputs read back. */
  bare: number;
  whole: WholeFrame;
  /** Google's package around the same weights, from the frame on, its pixels read as the app reads them; null: it found nobody. */
  poseDetection: number | null;
  /** The same, given the frame as a bitmap. */
  poseDetectionBitmap: number | null;
}

export interface Spread {
  /** Null: nothing was measured. */
  median: number | null;
  q1: number | null;
  q3: number | null;
  n: number;
}

const spreadOf = (values: readonly number[]): Spread => ({
  median: median(values),
  q1: percentile(values, 0.25),
  q3: percentile(values, 0.75),
  n: values.length,
});

type FrameFigure = (frame: BenchFrame) => number | undefined;

/** Work of all threads; a thread that waits for another counts too. */
const workOf = ({ total, aside }: WholeFrame) => total + aside;

/** What each ratio divides, within one frame. */
const RATIOS: Readonly<Record<string, { what: string; of: FrameFigure }>> = {
  critical: { what: 'critical path (pixels → reading) / bare model', of: ({ whole, bare }) => whole.total / bare },
  whole: { what: 'whole work of a frame, all threads / bare model', of: ({ whole, bare }) => workOf(whole) / bare },
  poseDetection: {
    what: 'whole work / pose-detection on the same pixels',
    of: ({ whole, poseDetection }) => over(workOf(whole), poseDetection),
  },
  poseDetectionBitmap: {
    what: 'whole work / pose-detection, given a bitmap',
    of: ({ whole, poseDetectionBitmap }) => over(workOf(whole), poseDetectionBitmap),
  },
  packageToBare: {
    what: 'pose-detection on the same pixels / bare model',
    of: ({ poseDetection, bare }) => over(poseDetection, bare),
  },
  bitmapToBare: {
    what: 'pose-detection, given a bitmap / bare model',
    of: ({ poseDetectionBitmap, bare }) => over(poseDetectionBitmap, bare),
  },
};

function over(time: number | null, other: number | null) {
  return time === null || other === null ? undefined : time / other;
}

/** Parts of the app's frame. */
const STAGES: Readonly<Record<string, { what: string; of: FrameFigure }>> = {
  pixels: { what: 'pixels', of: ({ whole }) => whole.pixels },
  model: { what: 'pose model with its crop', of: ({ whole }) => whole.model },
  networks: { what: 'pelvis network, as far as the frame waits, and tracked parts', of: ({ whole }) => whole.pelvis },
  fit: { what: 'checks and fit', of: ({ whole }) => whole.fit },
  total: { what: 'critical path', of: ({ whole }) => whole.total },
  aside: { what: 'beside it: the networks’ worker, with the crops', of: ({ whole }) => whole.aside },
  bare: { what: 'bare model', of: ({ bare }) => bare },
};

const figuresOf = (frames: readonly BenchFrame[], of: FrameFigure) =>
  frames.map(of).filter((value) => value !== undefined);

/** Medians with quartiles over all frames. Each ratio is taken within one frame, so a busy moment affects both its times. */
const frameFigures = (frames: readonly BenchFrame[]) => ({
  ratios: Object.fromEntries(Object.entries(RATIOS).map(([name, { of }]) => [name, spreadOf(figuresOf(frames, of))])),
  milliseconds: Object.fromEntries(
    Object.entries(STAGES).map(([name, { of }]) => [name, spreadOf(figuresOf(frames, of))]),
  ),
});

/** Median with its quartiles, or a dash. */
const spreadText = ({ median: middle, q1, q3 }: Spread, digits: number) =>
  middle === null || q1 === null || q3 === null
    ? '–'
    : `${middle.toFixed(digits)} [${q1.toFixed(digits)}–${q3.toFixed(digits)}]`;

/**
 * Two Markdown tables of one run: ratios, and the stages of a frame beside the bare model in the same frame.
 * @param title such as `full on wasm`
 */
export function frameTables(frames: readonly BenchFrame[], title: string): readonly string[] {
  const { ratios, milliseconds } = frameFigures(frames);
  const rows = Object.entries(RATIOS)
    .filter(([name]) => (ratios[name]?.n ?? 0) > 0)
    .map(([name, { what }]) => `| ${what} | ${spreadText(ratios[name] ?? spreadOf([]), 2)} |`);
  const stages = Object.entries(STAGES).map(([name, { what, of }]) => {
    const shares = frames.flatMap((frame) => {
      const value = of(frame);
      return value === undefined ? [] : [value / frame.bare];
    });
    const times = milliseconds[name] ?? spreadOf([]);
    return `| ${what} | ${spreadText(times, 1)} | ${spreadText(spreadOf(shares), 2)} |`;
  });
  return [
    `| ${title}, ${frames.length} frames | median [quartiles] |`,
    '|---|---|',
    ...rows,
    '',
    '| stage | ms | × the bare model |',
    '|---|---|---|',
    ...stages,
  ];
}
