import type { Seconds } from '../../instrument/geometry/units.ts';
import type { TimelinePhase } from '../coach-contract.ts';
import type { StepDraft } from '../coach-state.ts';
import type { RuleId } from '../drill-definition.ts';
import { sayWhenQuiet, wasSaid } from './speech-queue.ts';
import { liveFlags } from '../rules/rule-set-state.ts';
import type { FlagRecord } from '../record/set-record.ts';
import { wordsFor } from './words-for.ts';

/** A fault that was named and then put right; praised once it has stayed so. */
export interface PutRight {
  readonly rule: RuleId;
  readonly since: Seconds;
  /** The phase it happened in, by its place on the timeline. */
  readonly phase: number;
}

/** It must stay right for this long. */
const STAYS: Seconds = 1.2;
/** Between two words of praise. */
const SPARING: Seconds = 45;
/** A flag that ended longer ago was closed because nothing was seen, not because it was over. */
const JUST: Seconds = 0.8;
/** Praise for something past is no praise. */
const PATIENCE: Seconds = 3;

/**
 * Praise is rare and true: for a fault that was named aloud, was then seen to be put right, and stayed so in the same phase with
 * nothing else flagged. Once a rule and set.
 */
export function observePraise(
  turn: StepDraft,
  closed: readonly FlagRecord[],
  phase: TimelinePhase | null,
  time: Seconds,
): void {
  const { state } = turn;
  const right = closed.find(
    (flag) =>
      flag.spoken &&
      // A pause between two hurried repetitions is no slower repetition.
      flag.rule !== 'too-fast' &&
      flag.phase === phase?.kind &&
      time - flag.end <= JUST,
  );
  if (right !== undefined) state.putRight = { rule: right.rule, since: time, phase: state.clock.index };
  const { putRight } = state;
  if (putRight === null) return;
  const { rule, since } = putRight;
  const seen = state.book.entries.some((entry) => entry.rule.id === rule && entry.unseen === null);
  if (!seen || putRight.phase !== state.clock.index || liveFlags(state.book).length > 0) {
    state.putRight = null;
    return;
  }
  if (time - since < STAYS) return;
  state.putRight = null;
  const key = `praise ${rule}`;
  if (wasSaid(turn, key) || time - (state.praisedAt ?? Number.NEGATIVE_INFINITY) < SPARING) return;
  sayWhenQuiet(turn, key, wordsFor(state.plan).praise, PATIENCE);
  state.praisedAt = time;
}
