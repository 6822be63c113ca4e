import { describe, expect, it } from 'vitest';
import type { MeasurementPlan } from '../../../src/instrument/input/measurement-plan.ts';
import type { Reading } from '../../../src/instrument/output/reading.ts';
import { analyseClip, type ClipAnalysisOptions, strideOf } from '../../../src/app/analyze/clip-analysis.ts';
import type { Clip, ClipFrame } from '../../../src/app/sources/clip-reader.ts';
import { phaseOf } from '../../browser/lib/fake-readings.ts';
import { makeReading, type ReadingWish } from '../../../lab/made/make-reading.ts';
import { planFor } from '../../../lab/made/run-set.ts';

/** A clip of 12 frames per second by default. Every frame counts how often it was closed or transferred. */
const aClip = (seconds: number, fps = 12) => {
  const fates: string[] = [];
  const clip: Clip = {
    width: 960,
    height: 540,
    fps,
    duration: seconds,
    async *frames() {
      for (let index = 0; index < seconds * fps; index++) {
        const frame = { close: () => fates.push(`closed ${index}`) } as unknown as ClipFrame['frame'];
        yield { frame, time: index / fps };
      }
    },
    close: () => undefined,
  };
  return { clip, fates };
};

/** A worker that returns the test's readings and records its calls. */
const aClient = (wish: (time: number) => Omit<ReadingWish, 'time'>, log: string[] = []) => {
  const client = {
    restarts: 0,
    engine: null,
    begin: async () => void log.push('begin'),
    beginReferencePose: async () => void log.push('neutral'),
    analyse: async (_frame: unknown, time: number): Promise<Reading> => {
      log.push(`frame ${time.toFixed(3)}`);
      return makeReading({ ...wish(time), time });
    },
  };
  return { client: client as ClipAnalysisOptions['client'] & { restarts: number }, log };
};

const analyse = (options: Partial<ClipAnalysisOptions> & Pick<ClipAnalysisOptions, 'client'>) =>
  analyseClip({
    clip: aClip(6).clip,
    plan: planFor(),
    phases: null,
    subjectHeight: 1.7,
    id: 'a-clip',
    onProgress: () => undefined,
    ...options,
  });

/** The calls to the worker after the model has settled. */
const measuredIn = (log: readonly string[]) => log.slice(log.lastIndexOf('begin') + 1);

const still = (time: number) => (time < 3 ? { referencePoseAt: 'holding' as const } : { referencePoseAt: 3 });

describe('analyseClip', () => {
  it('requests the reference pose before the first frame, and measures every frame in order at its own time', async () => {
    const { client, log } = aClient(still);
    await analyse({ client, clip: aClip(0.25).clip });
    expect(measuredIn(log)).toEqual(['neutral', 'frame 0.000', 'frame 0.083', 'frame 0.167']);
  });

  it('passes the first two seconds to the model before measuring, so that it finds the person', async () => {
    const { client, log } = aClient(still);
    await analyse({ client });
    const shown = log.slice(1, log.lastIndexOf('begin'));
    expect(log[0]).toBe('begin');
    expect(shown).toHaveLength(25);
    expect(shown.at(-1)).toBe('frame 2.000');
  });

  it('uses nothing of an earlier clip, so that it gives the same numbers in any order', async () => {
    const begun: MeasurementPlan[] = [];
    const { client } = aClient(still);
    await analyse({ client: { ...client, begin: async (plan) => void begun.push(plan) } });
    expect(begun.map(({ startsAfresh }) => startsAfresh)).toEqual([true, true]);
  });

  describe('a clip whose hold ends before the reference pose is set', () => {
    const phases = [phaseOf('neutral', { length: 3 }), phaseOf('passive', { length: 3 })];
    const late =
      (problem: 'moving' | 'wrong-posture' | 'already-stretched', at = 4.5) =>
      (time: number) =>
        time < at ? ({ referencePoseAt: 'holding', referencePoseProblem: problem } as const) : { referencePoseAt: at };

    it('repeats the end of the hold until the reference pose is set, then goes on', async () => {
      const { client, log } = aClient(late('moving'));
      const { record } = await analyse({ client, phases });
      expect(record.source.shownAgain).toBeCloseTo(2 * 1.33, 1);
      expect(record.frames).toHaveLength(72);
      expect(record.frames.at(-1)?.t).toBeCloseTo(71 / 12, 2);
      expect(record.neutral?.at).toBeLessThanOrEqual(3);
      const times = measuredIn(log).flatMap((line) => (line.startsWith('frame') ? [Number(line.slice(6))] : []));
      expect(times).toEqual(times.toSorted((a, b) => a - b));
    });

    it('repeats nothing when more than stillness is missing', async () => {
      const { client } = aClient(late('wrong-posture'));
      const { record } = await analyse({ client, phases });
      expect(record.source.shownAgain).toBeUndefined();
    });

    it('repeats longer when the start looks stretched, as long as a camera would wait', async () => {
      const { client } = aClient(late('already-stretched', 18.2));
      const { record } = await analyse({ client, phases });
      expect(record.source.shownAgain).toBeGreaterThan(15);
      expect(record.frames.filter(({ valid }) => valid).length).toBeGreaterThan(30);
      const never = await analyse({ client: aClient(late('already-stretched', 100)).client, phases });
      expect(never.record.source.shownAgain).toBeCloseTo(13 * 1.33, 0);
    });

    it('measures nothing from a start that was first held during the work, and says so', async () => {
      const { client } = aClient((time) =>
        time < 4.5 ? { referencePoseAt: 'holding', referencePoseProblem: 'wrong-posture' } : { referencePoseAt: 4.5 },
      );
      const { record, unmeasured } = await analyse({ client, phases });
      expect(record.neutrals).toMatchObject([{ refuted: true }]);
      expect(record.frames.some(({ valid }) => valid)).toBe(false);
      expect(record.summary.sets[0]?.gross ?? null).toBeNull();
      expect(unmeasured).not.toBeNull();
    });

    it('goes on after a few repetitions when the person never lies still', async () => {
      const { client } = aClient(() => ({ referencePoseAt: 'holding', referencePoseProblem: 'moving' }));
      const { record, unmeasured } = await analyse({ client, phases });
      expect(record.source.shownAgain).toBeCloseTo(5 * 1.4, 0);
      expect(unmeasured).toContain('never held still');
    });
  });

  it('records all frames and the clip’s frame rate', async () => {
    const { record, unmeasured } = await analyse({ client: aClient(still).client });
    expect(record.frames).toHaveLength(72);
    expect(record.source).toEqual({ kind: 'clip', fps: 12, frames: 72, width: 960, height: 540 });
    expect(record.ended).toBe('source-ended');
    expect(unmeasured).toBeNull();
  });

  it('thins a fast clip to the drill’s frame rate and records the stride', async () => {
    const { client, log } = aClient(still);
    const { clip, fates } = aClip(6, 36);
    const { record } = await analyse({ client, clip });
    expect(measuredIn(log).slice(1, 4)).toEqual(['frame 0.000', 'frame 0.083', 'frame 0.167']);
    expect(record.source).toMatchObject({ fps: 36, frames: 72, every: 3 });
    // Skipped: two of three frames of the clip and of its first two seconds, and the frame that ends those seconds.
    expect(fates).toHaveLength(144 + 50 + 1);
  });

  it.each([
    [60, 15],
    [15, 60],
    [48, 12],
  ])('thins a clip by its times where its rate changes from %d to %d', async (before, after) => {
    const { client, log } = aClient(still);
    const times = [
      ...Array.from({ length: 3 * before }, (_, i) => i / before),
      ...Array.from({ length: 3 * after }, (_, i) => 3 + i / after),
    ];
    const { clip } = aClip(6, Math.max(before, after));
    const changing: Clip = {
      ...clip,
      async *frames() {
        for (const time of times) yield { frame: { close: () => undefined } as unknown as ClipFrame['frame'], time };
      },
    };
    const { record } = await analyse({ client, clip: changing });
    // Every fifth of 60 a second, every fourth of 48, and each of 15 or 12, for a drill that asks for 12.
    const measured = (rate: number): number => (rate < 24 ? 3 * rate : 36);
    expect(measuredIn(log)[1]).toBe('frame 0.000');
    expect(Math.abs(record.source.frames - measured(before) - measured(after))).toBeLessThanOrEqual(1);
    expect(record.source.fps).toBeCloseTo((times.length - 1) / (times.at(-1) ?? 1), 2);
  });

  it('measures every frame of a clip with less than twice the drill’s frame rate, or of unknown rate', () => {
    expect([strideOf(20, 12), strideOf(14.98, 5), strideOf(29.97, 15), strideOf(null, 5)]).toEqual([1, 3, 2, 1]);
  });

  it.each([
    ['a clip without a person', () => ({ nobody: 'no-person', referencePoseAt: null }) as const],
    [
      'an empty room in which a person is found in single frames',
      (time: number) =>
        time < 0.3
          ? ({ referencePoseAt: 'holding' } as const)
          : ({ nobody: 'implausible-body', referencePoseAt: null } as const),
    ],
  ])('rejects %s', async (_, wish) => {
    await expect(analyse({ client: aClient(wish).client })).rejects.toMatchObject({ name: 'video-without-person' });
  });

  it('says why nothing was measured when the start position was never held', async () => {
    const { client } = aClient(() => ({ referencePoseAt: 'holding', referencePoseProblem: 'wrong-posture' }));
    const { record, unmeasured } = await analyse({ client });
    expect(unmeasured).toContain('start position');
    expect(record.summary.sets).toEqual([]);
    expect(record.neutral).toBeNull();
  });

  it('breaks off when it is cancelled, and measures no further frame', async () => {
    const job = new AbortController();
    const { client, log } = aClient(still);
    const onProgress = (done: number) => done === 5 && job.abort();
    await expect(analyse({ client, signal: job.signal, onProgress })).rejects.toMatchObject({ name: 'AbortError' });
    expect(measuredIn(log).filter((line) => line.startsWith('frame'))).toHaveLength(6);
  });

  it('rejects when the worker was restarted during the measurement', async () => {
    const { client } = aClient((time) => {
      if (time > 3) client.restarts = 1;
      return still(time);
    });
    await expect(analyse({ client })).rejects.toMatchObject({ name: 'worker-crashed' });
  });

  it('stops when the set is over, and closes the frame that was decoded ahead', async () => {
    const { clip, fates } = aClip(30);
    const { record } = await analyse({
      clip,
      client: aClient(() => ({ referencePoseAt: 0 })).client,
      phases: [phaseOf('neutral', { length: 1 }), phaseOf('passive', { length: 1 })],
    });
    expect(record.ended).toBe('finished');
    // The first of them ended the settling.
    expect(fates).toEqual(['closed 25', 'closed 25']);
  });
});
