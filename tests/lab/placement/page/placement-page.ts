import { coach as english } from '../../../../src/i18n/en/coach.ts';
import { analyseClip } from '../../../../src/app/analyze/clip-analysis.ts';
import { asAppError } from '../../../../src/app/app-error.ts';
import { clipClient, type PoseClient } from '../../../../src/app/worker-client/pose-client.ts';
import { openClip } from '../../../../src/app/sources/clip-reader.ts';
import { measurementPlanFor } from '../../../../src/app/session/set-plans.ts';
import { gradeView } from '../../../../src/instrument/checks/view-check.ts';
import type { SetPlan } from '../../../../src/coach/coach-contract.ts';
import type { DrillDefinition } from '../../../../src/coach/drill-definition.ts';
import { followTimeline, readGivenTimeline } from '../../../../src/coach/timeline/given-timeline.ts';
import type { SetRecord } from '../../../../src/coach/record/set-record.ts';
import { DRILLS } from '../../../../src/drills/index.ts';
import type { PlacementAnswer, PlacementRequest } from './page-contract.ts';

/**
 * A copy of the drill whose plan knows the true place of the laptop, refuses no view and mutes no channel. Otherwise
 * the study could only confirm the present plan. Apart from this the page works like that of `npm run analyze`.
 */
function opened(drill: DrillDefinition, { azimuth, height, distance }: PlacementRequest['place']) {
  const view = {
    ...drill.measure.view,
    recommended: azimuth,
    good: [[azimuth, azimuth]],
    fair: [[0, 360]],
    lensHeight: height,
    distance,
    lookingDown: -90,
  } as const;
  return { ...drill, measure: { ...drill.measure, view, neverSeen: [] } };
}

function planOf(request: PlacementRequest) {
  const found = DRILLS.find(({ id }) => id === request.drill);
  if (!found) throw new Error(`there is no drill "${request.drill}"`);
  const drill = opened(found, request.place);
  const given = readGivenTimeline({ phases: request.phases }, drill);
  if (!given.ok) throw new Error(given.problem);
  const plan: SetPlan = {
    drill,
    sides: ['left'],
    goal: 'prep',
    preset: drill.presets.prep,
    countIn: 0,
    words: english,
  };
  return { found, plan, phases: followTimeline(plan, given.phases) };
}

/** Grade of the reference pose's view by the drill's unchanged plan. */
function gradeNow(drill: DrillDefinition, record: SetRecord, subjectHeight: number) {
  return record.neutral && gradeView(measurementPlanFor(drill, 'left', subjectHeight), record.neutral);
}

async function run(request: PlacementRequest): Promise<PlacementAnswer> {
  const { found, plan, phases } = planOf(request);
  const { subjectHeight } = request;
  const clip = await openClip(request.clip);
  const client = await clipClient(found.instrument.model, () => undefined);
  const count = { frames: 0, seen: 0 };
  const counted = {
    begin: client.begin.bind(client),
    beginReferencePose: client.beginReferencePose.bind(client),
    async analyse(...given: Parameters<PoseClient['analyse']>) {
      const reading = await client.analyse(...given);
      count.frames++;
      if (reading.person.seen) count.seen++;
      return reading;
    },
    get engine() {
      return client.engine;
    },
    get restarts() {
      return client.restarts;
    },
  };
  try {
    const { record, unmeasured } = await analyseClip({
      clip,
      client: counted,
      plan,
      phases,
      subjectHeight,
      id: 'placement',
      onProgress: () => undefined,
    });
    const { frames, neutral: referencePose } = record;
    const grade = gradeNow(found, record, subjectHeight);
    return {
      record: referencePose ? { frames, neutral: referencePose } : null,
      why: unmeasured,
      grade,
      ...count,
    };
  } catch (error) {
    const { name, message } = asAppError(error);
    if (name !== 'video-without-person') throw error;
    return { record: null, why: message, grade: null, ...count };
  } finally {
    clip.close();
  }
}

window.placementAnalyse = run;
