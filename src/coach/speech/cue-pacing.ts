import type { Seconds } from '../../instrument/geometry/units.ts';
import type { Gauge } from '../coach-contract.ts';
import type { RuleDefinition, RuleId } from '../drill-definition.ts';

/** Shortest time between two spoken cues of the same rule. */
const RULE_COOLDOWN: Seconds = 8;
/** Shortest time between any two spoken cues. */
const COOLDOWN: Seconds = 4;
/** An amber flag is only shown at first, because it may be corrected at once. */
const SILENT_AMBER: Seconds = 1;
/** A cue stays on the screen this long, so that it can be read from the floor. */
const READABLE: Seconds = 2.5;

export type ShownCue = NonNullable<Gauge['cue']>;

export interface CuePacing {
  /** Nothing is said before this time, because a sentence is being spoken. */
  readonly quietUntil: Seconds;
  readonly spokenAt: Partial<Record<RuleId, Seconds>>;
  /** How often the cue of each rule was spoken in this set. */
  readonly times: Partial<Record<RuleId, number>>;
  readonly lastAt: Seconds;
  /** The cue on the screen, and since when. */
  readonly shown: (ShownCue & { readonly since: Seconds }) | null;
}

export const freshPacing: CuePacing = {
  quietUntil: Number.NEGATIVE_INFINITY,
  spokenAt: {},
  times: {},
  lastAt: Number.NEGATIVE_INFINITY,
  shown: null,
};

/** An open flag. */
export interface LiveFlag {
  readonly rule: RuleDefinition;
  readonly severity: 'amber' | 'red';
  readonly start: Seconds;
  /** True: the deviation is already below the leave threshold. Absent: false. */
  readonly eases?: boolean;
}

export interface CueStep {
  readonly pacing: CuePacing;
  /** The cue to speak now, if any. */
  readonly cue: ShownCue | null;
}

/**
 * How long a sentence takes to say: 14 characters a second, and a breath.
 * @param rate speed of the voice relative to normal
 */
export const spokenLength = (text: string, rate = 1): Seconds => 0.6 + text.length / (14 * rate);

/** Holds back cues while a sentence is spoken that begins now. */
export const keepQuiet = (pacing: CuePacing, time: Seconds, text: string, rate = 1): CuePacing => ({
  ...pacing,
  quietUntil: Math.max(pacing.quietUntil, time + spokenLength(text, rate)),
});

/**
 * One cue at a time. The worst flag is shown at once. Spoken is the worst one that is due: red before amber, then in
 * the order of the drill; each rule at most every 8 s, any two cues at least 4 s apart, amber after one second, none
 * that is being corrected.
 * @param mayTalk false during the countdown of a phase
 * @param rate speed of the voice relative to normal
 */
export function paceCues(
  pacing: CuePacing,
  flags: readonly LiveFlag[],
  time: Seconds,
  mayTalk: boolean,
  rate = 1,
): CueStep {
  const ranked = [...flags].sort(byUrgency);
  const shown = nextShown(pacing.shown, ranked, time);
  const due = mayTalk ? ranked.find((flag) => isDue(pacing, flag, time)) : undefined;
  if (due === undefined) return { pacing: { ...pacing, shown }, cue: null };
  const cue = toCue(due);
  return { pacing: cueSaid(pacing, cue, time, rate), cue };
}

/** Notes a cue that was spoken for another reason than its turn. */
export const cueSaid = (pacing: CuePacing, cue: ShownCue, time: Seconds, rate = 1): CuePacing => ({
  quietUntil: time + spokenLength(cue.text, rate),
  spokenAt: { ...pacing.spokenAt, [cue.rule]: time },
  times: { ...pacing.times, [cue.rule]: (pacing.times[cue.rule] ?? 0) + 1 },
  lastAt: time,
  shown: { ...cue, since: time },
});

/** The sort is stable, so equal flags keep the order of the drill. */
const byUrgency = (a: LiveFlag, b: LiveFlag): number => (a.severity === b.severity ? 0 : a.severity === 'red' ? -1 : 1);

const toCue = ({ rule, severity }: LiveFlag): ShownCue => ({ rule: rule.id, text: rule.cue, severity });

function isDue(pacing: CuePacing, flag: LiveFlag, time: Seconds): boolean {
  if (flag.eases) return false;
  if (flag.severity === 'amber' && time - flag.start < SILENT_AMBER) return false;
  const same = pacing.spokenAt[flag.rule.id] ?? Number.NEGATIVE_INFINITY;
  return time >= pacing.quietUntil && time - pacing.lastAt >= COOLDOWN && time - same >= RULE_COOLDOWN;
}

/** The cue on the screen changes only for a worse one, or after it could be read. */
function nextShown(shown: CuePacing['shown'], ranked: readonly LiveFlag[], time: Seconds): CuePacing['shown'] {
  const worst = ranked[0];
  if (shown === null) return worst === undefined ? null : { ...toCue(worst), since: time };
  const still = ranked.find((flag) => flag.rule.id === shown.rule);
  const outranked = worst?.severity === 'red' && still?.severity !== 'red';
  if (outranked || (still === undefined && time - shown.since >= READABLE)) {
    return worst === undefined ? null : { ...toCue(worst), since: time };
  }
  return still === undefined ? shown : { ...shown, severity: still.severity };
}
