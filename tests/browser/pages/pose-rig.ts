import { ALL_FORMATS, BlobSource, Input, VideoSampleSink } from 'mediabunny';
import { openCamera } from '../../../src/app/sources/camera-source.ts';
import { FramePump } from '../../../src/app/worker-client/frame-pump.ts';
import type { FrameSource, SourceEvent } from '../../../src/app/sources/frame-source.ts';
import { measurementPlanFor } from '../../../src/app/session/set-plans.ts';
import { createPoseWorker, PoseClient, type WorkerRestart } from '../../../src/app/worker-client/pose-client.ts';
import type { Reading } from '../../../src/instrument/output/reading.ts';
import { quadrupedBandIr } from '../../../src/drills/quadruped-band-ir/quadruped-band-ir.ts';
import type { LoadOptions } from '../../../workers/pose.api.ts';
import clipUrl from '../../clips/quadruped-band-ir-clean-high.webm?url';

const workers: Worker[] = [];
const restarts: WorkerRestart[] = [];
const givenUp: string[] = [];
const stages: string[] = [];
let sentAhead = 0;

const client = new PoseClient({
  createWorker: () => {
    const worker = createPoseWorker();
    workers.push(worker);
    return worker;
  },
  onRestart: (restart) => restarts.push(restart),
  onGiveUp: (error) => givenUp.push(error.name),
});

const video = document.querySelector('video') ?? document.createElement('video');

/** The part of a reading that tests need, as plain data. */
const summaryOf = ({ time, width, height, person, landmarks, timings, light }: Reading) => ({
  time,
  width,
  height,
  person,
  light,
  timings,
  points: landmarks && Array.from(landmarks.points),
  finite: landmarks
    ? [landmarks.points, landmarks.visibility, landmarks.world].every((all) => all.every(Number.isFinite))
    : null,
});

/** Frames of the clip from `from` seconds on, each with its time. */
async function* clipFrames(from: number) {
  const blob = await (await fetch(clipUrl)).blob();
  const track = await new Input({
    source: new BlobSource(blob),
    formats: ALL_FORMATS,
  }).getPrimaryVideoTrack();
  if (!track) throw new Error('no picture in the clip');
  for await (const sample of new VideoSampleSink(track).samples(from)) {
    yield { frame: sample.toVideoFrame(), time: sample.timestamp };
    sample.close();
  }
}

/** Runs a source through the pump for some seconds. */
const pumpFor = async (source: FrameSource, seconds: number) => {
  const readings: ReturnType<typeof summaryOf>[] = [];
  const errors: string[] = [];
  const longTasks: number[] = [];
  const observer = new PerformanceObserver((list) => {
    longTasks.push(...list.getEntries().map(({ duration }) => duration));
  });
  observer.observe({ type: 'longtask' });
  const pump = new FramePump({
    source,
    client,
    onReading: (reading) => readings.push(summaryOf(reading)),
    onError: (error) => errors.push(`${error.name}: ${error.message}`),
    onHidden: () => undefined,
  });
  pump.start();
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const counts = pump.counts;
  pump.stop();
  observer.disconnect();
  return {
    readings,
    errors,
    longTasks,
    counts,
    width: source.width,
    height: source.height,
    label: source.label,
  };
};

/** Called by tests through `page.evaluate`. */
const poseRig = {
  load: async (options: Partial<LoadOptions> = {}) => {
    const info = await client.load(
      { model: 'full', backend: 'wasm', targetRate: 12, ...options },
      ({ stage }) => stages.at(-1) === stage || stages.push(stage),
    );
    return { info, stages };
  },
  begin: () => client.begin(measurementPlanFor(quadrupedBandIr, 'left', 1.7)),
  beginReferencePose: () => client.beginReferencePose(),
  /** Measures `count` frames of the clip from `from` seconds on; times go on from call to call. */
  measureClip: async (from: number, count: number) => {
    const readings: ReturnType<typeof summaryOf>[] = [];
    for await (const { frame, time } of clipFrames(from)) {
      if (readings.length === count) {
        frame.close();
        break;
      }
      readings.push(summaryOf(await client.analyse(frame, sentAhead + time - from)));
    }
    sentAhead += count;
    return readings;
  },
  /** The error of measuring one frame. */
  failingFrame: async () => {
    for await (const { frame, time } of clipFrames(0)) {
      return client.analyse(frame, sentAhead + time).then(
        () => 'answered',
        (error: Error) => error.name,
      );
    }
    return 'no frame';
  },
  state: () => ({
    ready: client.ready,
    restarts: client.restarts,
    causes: restarts.map(({ cause }) => cause.name),
    referencePoseLost: restarts.map(({ referencePoseLost: neutralLost }) => neutralLost),
    givenUp,
    workers: workers.length,
  }),
  /** Terminates the newest worker without an event. */
  terminateWorker: () => workers.at(-1)?.terminate(),
  openCamera: () =>
    openCamera({ video, deviceId: null }).then(
      (source) => {
        const { width, height, label } = source;
        source.close();
        return { width, height, label, attached: video.srcObject !== null };
      },
      (error: Error) => error.name,
    ),
  /** Events of a camera whose track is muted, unmuted and ended by the system. */
  unplugCamera: async () => {
    const source = await openCamera({ video, deviceId: null });
    const events: SourceEvent[] = [];
    source.onEvent((event) => events.push(event));
    const track = video.srcObject instanceof MediaStream ? video.srcObject.getVideoTracks()[0] : null;
    for (const name of ['mute', 'unmute', 'ended', 'ended']) track?.dispatchEvent(new Event(name));
    source.close();
    track?.dispatchEvent(new Event('ended'));
    return events;
  },
  measureCamera: async (seconds: number) => {
    const source = await openCamera({ video, deviceId: null });
    const result = await pumpFor(source, seconds);
    source.close();
    return result;
  },
};

declare global {
  interface Window {
    poseRig: typeof poseRig;
  }
}
window.poseRig = poseRig;
