import type { Seconds } from '../../instrument/geometry/units.ts';
import type { FlagRecord } from '../record/set-record.ts';
import { withSilence } from '../speech/cue-pacing.ts';
import type { CoachEvent, Draft, Found } from '../stage.ts';
import { currentPhase, holdSince, isReleasing, phaseSince } from '../timeline/timeline-clock.ts';
import { type JudgedReading, seeRange } from './judged-reading.ts';
import { isBorrowing, spoilsRepetition } from './range-rules.ts';
import { stepSpeed } from './rule-state.ts';
import { closeAll, dropSince, liveFlags, markCueSpoken, stepRules } from './rule-set-state.ts';

type RulesDraft = Draft<'rules'>;

/** Feeds a moment to the rules of the drill. @returns the flags that have ended */
export function watchRules(draft: RulesDraft, found: Found): readonly FlagRecord[] {
  const { own, seen } = draft;
  const { time, phase } = found;
  const { clock } = seen.timeline;
  const { entries, closed } = stepRules(own, {
    time,
    judged: withSpeed(draft, found),
    side: (phase ?? currentPhase(clock))?.side ?? 'left',
    phase: phase?.kind ?? null,
    // While the effort fades the leg may give way, so nothing counts from the push any more.
    phaseSince: isReleasing(clock, time) ? null : phaseSince(clock, time),
    holdSince: holdSince(clock, time),
    noise: seen.setup.referencePose.set?.quality.noise ?? {},
    strictness: seen.plan.strictness,
  });
  own.entries = entries;
  const { away } = seen.posture;
  if (away?.kind === 'hips-up') own.entries = markCueSpoken(own, 'pelvis-lift', away.text);
  keepTimes(own, time);
  tellClosed(draft, closed);
  return closed;
}

/** When a flag last spoilt a repetition, and when a part last helped along. */
function keepTimes(own: RulesDraft['own'], time: Seconds): void {
  for (const { rule, severity, onset } of liveFlags(own)) {
    const flag = { [rule.id]: { onset, until: time } };
    if (spoilsRepetition(rule.id, severity)) own.spoilt = { ...own.spoilt, ...flag };
    if (isBorrowing(rule.id)) own.helped = { ...own.helped, ...flag };
  }
}

/** What other rooms tell the rules. */
export function rulesHear(draft: RulesDraft, told: CoachEvent): void {
  const { own } = draft;
  switch (told.event) {
    case 'phase-begun':
      if (told.before !== null && told.before.side !== told.phase.side) closeFlags(draft, told.at);
      return;
    case 'stopped':
    case 'ended':
      return closeFlags(draft, told.at);
    case 'reference-pose-lost':
      // What began when the camera did is the camera's: its flag is neither recorded nor spoken.
      if (told.since !== null) own.entries = dropSince(own, told.since);
      return closeFlags(draft, told.at);
    case 'fault-named':
      own.entries = markCueSpoken(own, told.rule, told.text);
      return;
    default:
  }
}

/** Adds the rotation speed of the working hip, which needs more than one reading. */
function withSpeed({ own, seen }: RulesDraft, { time, reading, judged, phase }: Found): JudgedReading {
  if (reading === null) return judged;
  const { estimate } = seeRange(judged, seen.plan.drill, phase?.side ?? 'left');
  const { memory, speed } = stepSpeed(own.speed, time, estimate);
  own.speed = memory;
  return { ...judged, speed };
}

/** Closes all open flags at the time they were last seen. */
function closeFlags(draft: RulesDraft, time: Seconds): void {
  const { entries, closed } = closeAll(draft.own, time);
  draft.own.entries = entries;
  tellClosed(draft, closed);
}

function tellClosed({ seen, out }: RulesDraft, closed: readonly FlagRecord[]): void {
  for (const flag of closed)
    out.push({ event: 'flag-closed', flag }, { kind: 'flag', flag: withSilence(flag, seen.speech.pacing) });
}
