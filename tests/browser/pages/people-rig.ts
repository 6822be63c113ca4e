import { type Clip, openClip } from '../../../src/app/sources/clip-reader.ts';
import { measurementPlanFor } from '../../../src/app/session/set-plans.ts';
import { createPoseWorker, PoseClient } from '../../../src/app/worker-client/pose-client.ts';
import type { PeopleCount } from '../../../src/instrument/output/reading.ts';
import { quadrupedBandIr } from '../../../src/drills/quadruped-band-ir/quadruped-band-ir.ts';
import type { LoadOptions } from '../../../workers/pose.api.ts';
import alone from '../../clips/quadruped-band-ir-clean-high.webm?url';
import visitor from '../../clips/hip-movement-sequence-clean-25.webm?url';

const client = new PoseClient({
  createWorker: createPoseWorker,
  onRestart: () => undefined,
  onGiveUp: (error) => {
    throw error;
  },
});

/** Count of one frame. `time` in seconds since the first frame. */
interface Counted {
  readonly time: number;
  readonly people: PeopleCount | null;
}

/**
 * The second person: their box in their own clip, and where it is drawn, smaller, in the measured clip (x, y, width,
 * height).
 */
const CUT = [330, 0, 300, 540] as const;
const PLACE = [20, 10, 180, 324] as const;

async function counts(clip: Clip, seconds: number, beside: VisitorKind): Promise<readonly Counted[]> {
  await client.begin({ ...measurementPlanFor(quadrupedBandIr, 'left', 1.75), countsPeople: true });
  const other = await openClip(visitor);
  const others = other.frames();
  const canvas = new OffscreenCanvas(clip.width, clip.height);
  const context = canvas.getContext('2d');
  const counted: Counted[] = [];
  let shown = await others.next();
  for await (const { frame, time } of clip.frames()) {
    if (time > seconds) {
      frame.close();
      break;
    }
    context?.drawImage(frame, 0, 0, clip.width, clip.height);
    frame.close();
    if (beside !== 'nobody' && !shown.done) context?.drawImage(shown.value.frame, ...CUT, ...PLACE);
    if (beside === 'somebody') {
      if (!shown.done) shown.value.frame.close();
      shown = await others.next();
    }
    const { people } = await client.analyse(await createImageBitmap(canvas), time);
    counted.push({ time, people });
  }
  if (!shown.done) shown.value.frame.close();
  await others.return();
  clip.close();
  other.close();
  return counted;
}

/** What is drawn beside the measured person. */
type VisitorKind = 'nobody' | 'somebody' | 'photograph';

const peopleRig = {
  load: (options: Partial<LoadOptions> = {}) =>
    client.load({ model: 'full', backend: 'wasm', targetRate: 12, ...options }, () => undefined),
  count: async (beside: VisitorKind, seconds: number) => counts(await openClip(alone), seconds, beside),
  countIn: async (url: string, seconds: number) => counts(await openClip(url), seconds, 'nobody'),
};

declare global {
  interface Window {
    peopleRig: typeof peopleRig;
  }
}
window.peopleRig = peopleRig;
