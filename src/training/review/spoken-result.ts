import type { BodyPose, DrillDefinition } from '../../coach/drill-definition.ts';
import { isSymptom } from '../planning/symptom-lock.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import { isSideCheck } from '../../coach/rules/range-rules.ts';
import { backLimits, isStill } from './back-limits.ts';
import { resultSentence, type SpokenWords } from './result-sentence.ts';
import { whyNoNumber, whyNoStart } from './why-no-number.ts';

/**
 * The result of a recorded set in the coach's words, with the leading reason if it has no number. A side check tells how the back was, a hip test where its result is. Null: nothing to say, as without a
 * camera.
 */
export function spokenResult(
  record: SetRecord,
  { result, reasons, nextTime }: Pick<SpokenWords, 'result' | 'reasons' | 'nextTime'>,
  { reps, measure, pose, hipTest }: Pick<DrillDefinition, 'reps' | 'measure' | 'pose' | 'hipTest'>,
): string | null {
  if (record.source.kind === 'none') return null;
  if (hipTest !== undefined) return isSymptom(record.ended) || record.neutral === null ? null : result.onScreen;
  if (isSideCheck(measure)) return backSentence(record, result, pose);
  const { repsAll } = record.summary;
  if (reps?.rough && repsAll > 0 && !isSymptom(record.ended)) return result.roughReps(repsAll);
  const reason = whyNoNumber(record).causes[0]?.reason ?? whyNoStart(record);
  const advice: Readonly<Record<string, string | undefined>> = { ...reasons, ...nextTime };
  const why = reason !== null && Object.hasOwn(advice, reason) ? (advice[reason] ?? null) : null;
  return resultSentence(record, result, why);
}

/** The result of a side check in one sentence. Null: a symptom ended it. */
function backSentence(
  record: SetRecord,
  { back, noNumber }: SpokenWords['result'],
  pose: BodyPose | undefined,
): string | null {
  if (isSymptom(record.ended)) return null;
  if (record.neutral === null) return noNumber(null);
  const limits = backLimits(record);
  if (limits === null) return back.unseen;
  if (isStill(limits)) return back.still;
  const { hollow, round } = limits;
  if (round > hollow) return back.round(Math.round(round));
  return (pose === 'kneeling' ? back.sag : back.hollow)(Math.round(hollow));
}
