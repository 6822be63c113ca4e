import type { Seconds } from '../../instrument/geometry/units.ts';
import type { TimelinePhase } from '../coach-contract.ts';
import type { FlagRecord } from '../record/set-record.ts';
import { liveFlags } from '../rules/rule-set-state.ts';
import type { Told } from '../stage.ts';
import { sideAndRound } from '../timeline/timeline-clock.ts';
import { sayWhenQuiet, type SpeechDraft } from './speak.ts';
import { wasSaid } from './speech-queue.ts';

/** A correction is praised after it has lasted this long. */
const CORRECTED_FOR: Seconds = 1.2;
/** Shortest time between two words of praise. */
const PRAISE_INTERVAL: Seconds = 45;
/** A flag that ended earlier than this was closed because its channel was hidden, not because the fault was corrected. */
const JUST_ENDED: Seconds = 0.8;
/** Praise that comes later than this no longer refers to anything. */
const PRAISE_PATIENCE: Seconds = 3;
const GAIN_PATIENCE: Seconds = 12;

/**
 * Praises the correction of a fault that was named aloud. The correction must last in the same phase with no other flag. Once
 * a set for each rule.
 * @param closed flags that have just ended
 */
export function praiseCorrection(
  draft: SpeechDraft,
  closed: readonly FlagRecord[],
  phase: TimelinePhase | null,
  time: Seconds,
): void {
  const { own, seen } = draft;
  const ended = closed.find(
    (flag) =>
      flag.spoken &&
      // The pause between two hurried repetitions also ends this flag, but corrects nothing.
      flag.rule !== 'too-fast' &&
      // Who comes back from an allowed lean has corrected no fault.
      seen.plan.drill.rules.find(({ id }) => id === flag.rule)?.severity !== 'amber' &&
      flag.phase === phase?.kind &&
      time - flag.end <= JUST_ENDED,
  );
  if (ended !== undefined) own.corrected = { rule: ended.rule, since: time, phase: seen.timeline.clock.index };
  const { corrected } = own;
  if (corrected === null) return;
  const { rule, since } = corrected;
  const isSeen = seen.rules.entries.some((entry) => entry.rule.id === rule && entry.unseen === null);
  // Who leaves the position or the stretch has corrected nothing.
  const leaves = seen.posture.away !== null || seen.posture.stretch.outSince !== null;
  if (!isSeen || leaves || corrected.phase !== seen.timeline.clock.index || liveFlags(seen.rules).length > 0) {
    own.corrected = null;
    return;
  }
  if (time - since < CORRECTED_FOR) return;
  own.corrected = null;
  const key = `praise ${rule}`;
  const lastPraise = own.praisedAt ?? Number.NEGATIVE_INFINITY;
  if (wasSaid(own.queue, key) || time - lastPraise < PRAISE_INTERVAL) return;
  sayWhenQuiet(draft, key, seen.plan.words.praise, PRAISE_PATIENCE);
  own.praisedAt = time;
}

/** Tells what the hip came further by than passively. Each once a round. */
export function sayGain(draft: SpeechDraft, { by, degrees, phase }: Told<'gained'>): void {
  const { pulled, sunk } = draft.seen.plan.words;
  const text = (by === 'pull' ? pulled : sunk)(Math.round(degrees));
  sayWhenQuiet(draft, `${by} ${sideAndRound(phase)}`, text, GAIN_PATIENCE);
}
