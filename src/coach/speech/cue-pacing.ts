import type { Seconds } from '../../instrument/geometry/units.ts';
import type { Gauge } from '../coach-contract.ts';
import type { RuleDefinition, RuleId } from '../drill-definition.ts';

/** The same cue is not spoken again within this time: a repeated flag is counted, not nagged about. */
const RULE_COOLDOWN: Seconds = 8;
/** No two cues within this time. */
const COOLDOWN: Seconds = 4;
/** Amber is first only shown: what is put right at once needs no voice. */
const SILENT_AMBER: Seconds = 1;
/** A cue on the screen stays this long, so that it can be read from the floor. */
const READABLE: Seconds = 2.5;

export type ShownCue = NonNullable<Gauge['cue']>;

export interface CuePacing {
  /** Nothing is said before this time: an announcement is being spoken. */
  readonly quietUntil: Seconds;
  readonly spokenAt: Partial<Record<RuleId, Seconds>>;
  /** How often each was spoken in this set. */
  readonly times: Partial<Record<RuleId, number>>;
  readonly lastAt: Seconds;
  /** The one cue on the screen, and since when. */
  readonly shown: (ShownCue & { readonly since: Seconds }) | null;
}

export const freshPacing: CuePacing = {
  quietUntil: Number.NEGATIVE_INFINITY,
  spokenAt: {},
  times: {},
  lastAt: Number.NEGATIVE_INFINITY,
  shown: null,
};

/** A flag that is on now. */
export interface LiveFlag {
  readonly rule: RuleDefinition;
  readonly severity: 'amber' | 'red';
  readonly start: Seconds;
  /** It is being put right at this moment. Absent: it is not. */
  readonly eases?: boolean;
}

export interface CueStep {
  readonly pacing: CuePacing;
  /** What is to be spoken now, if anything. */
  readonly cue: ShownCue | null;
}

/**
 * How long a sentence takes to say, seconds: about fourteen characters a second and a breath.
 * @param rate times the usual speed, as the person has set it
 */
export const spokenLength = (text: string, rate = 1): Seconds => 0.6 + text.length / (14 * rate);

/** Keeps cues from talking over a sentence that begins now. */
export const keepQuiet = (pacing: CuePacing, time: Seconds, text: string, rate = 1): CuePacing => ({
  ...pacing,
  quietUntil: Math.max(pacing.quietUntil, time + spokenLength(text, rate)),
});

/**
 * One cue at a time. On the screen the worst flag shows at once; spoken is the worst one whose turn it is: red before amber,
 * then in the drill's own order, each at most every 8 s and any two 4 s apart; an amber one after a second, none that eases.
 * @param mayTalk false while the phase's last seconds are counted.
 * @param rate of the voice, times the usual speed
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
  return {
    pacing: {
      quietUntil: time + spokenLength(cue.text, rate),
      spokenAt: { ...pacing.spokenAt, [due.rule.id]: time },
      times: { ...pacing.times, [due.rule.id]: (pacing.times[due.rule.id] ?? 0) + 1 },
      lastAt: time,
      shown: { ...cue, since: time },
    },
    cue,
  };
}

/** Stable: of two alike the one that the drill names first comes first. */
const byUrgency = (a: LiveFlag, b: LiveFlag): number => (a.severity === b.severity ? 0 : a.severity === 'red' ? -1 : 1);

const toCue = ({ rule, severity }: LiveFlag): ShownCue => ({ rule: rule.id, text: rule.cue, severity });

function isDue(pacing: CuePacing, flag: LiveFlag, time: Seconds): boolean {
  if (flag.eases) return false;
  if (flag.severity === 'amber' && time - flag.start < SILENT_AMBER) return false;
  const same = pacing.spokenAt[flag.rule.id] ?? Number.NEGATIVE_INFINITY;
  return time >= pacing.quietUntil && time - pacing.lastAt >= COOLDOWN && time - same >= RULE_COOLDOWN;
}

/** The cue on the screen changes only for a worse one, or when it has been readable long enough. */
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
