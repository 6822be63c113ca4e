import type { Seconds } from '../../instrument/geometry/units.ts';
import { isCountedDown } from './announce.ts';
import { say, type StepDraft } from '../coach-state.ts';
import { spokenLength } from './cue-pacing.ts';
import { currentPhase, leftAt } from '../timeline/timeline-clock.ts';

/** A breath after whatever was said before. */
const BREATH: Seconds = 0.4;
/** Of a phase this much belongs to its end: the counted seconds, or the change to the next one. */
const COUNTED: Seconds = 3.5;
const CHANGE: Seconds = 1;

export const wasSaid = ({ state }: StepDraft, key: string): boolean => state.words.said.includes(key);

/** Hands in a sentence; the newest of a key counts. Nothing happens when it was said before. */
export function sayWhenQuiet(turn: StepDraft, key: string, text: string, patience: Seconds): void {
  const { state } = turn;
  if (wasSaid(turn, key)) return;
  const others = state.words.waiting.filter((word) => word.key !== key);
  state.words = { ...state.words, waiting: [...others, { key, text, until: state.now + patience }] };
}

/** Says the sentence that has waited longest, if this is a quiet moment with time for it. To be called when a step is done. */
export function giveQuietWords(turn: StepDraft): void {
  const { state } = turn;
  const { waiting } = state.words;
  if (waiting.length === 0) return;
  const due = waiting.filter(({ until }) => state.now <= until);
  const quiet = state.ended === null && state.clock.pausedAt === null && state.now >= state.pacing.quietUntil + BREATH;
  const word = quiet ? due.find(({ text }) => fits(turn, text)) : undefined;
  state.words = { ...state.words, waiting: due.filter((other) => other !== word) };
  if (word === undefined) return;
  say(turn, word.text);
  state.words = { ...state.words, said: [...state.words.said, word.key] };
}

function fits({ state }: StepDraft, text: string): boolean {
  const phase = currentPhase(state.clock);
  const left = leftAt(state.clock, state.now);
  if (phase === null) return false;
  return left === null || left > spokenLength(text, state.plan.voiceRate) + (isCountedDown(phase) ? COUNTED : CHANGE);
}
