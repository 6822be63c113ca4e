import type { CoachEffect } from '../../coach/coach-contract.ts';
import type { Seconds, Share } from '../../instrument/geometry/units.ts';

export type Tone = Extract<CoachEffect, { kind: 'beep' }>['tone'];

interface Note {
  readonly hertz: number;
  /** Since the start of the tone. */
  readonly at: Seconds;
  readonly length: Seconds;
}

/** The tones differ in rhythm and direction as well as in pitch, because laptop loudspeakers are poor. */
export const TONES: Readonly<Record<Tone, readonly Note[]>> = {
  count: [{ hertz: 660, at: 0, length: 0.09 }],
  start: [{ hertz: 880, at: 0, length: 0.35 }],
  end: [
    { hertz: 660, at: 0, length: 0.14 },
    { hertz: 440, at: 0.16, length: 0.24 },
  ],
  cue: [
    { hertz: 520, at: 0, length: 0.08 },
    { hertz: 520, at: 0.13, length: 0.08 },
    { hertz: 520, at: 0.26, length: 0.08 },
  ],
  hold: [
    { hertz: 590, at: 0, length: 0.1 },
    { hertz: 740, at: 0.12, length: 0.16 },
  ],
  tick: [{ hertz: 1100, at: 0, length: 0.05 }],
  finish: [
    { hertz: 523, at: 0, length: 0.16 },
    { hertz: 659, at: 0.18, length: 0.16 },
    { hertz: 784, at: 0.36, length: 0.4 },
  ],
};

/** From the start of the first note to the end of the last. */
export const toneLength = (tone: Tone): Seconds => Math.max(...TONES[tone].map(({ at, length }) => at + length));

/** Pause between two tones that would overlap otherwise. */
const APART: Seconds = 0.04;

/** Gain at full volume: as loud as the voice, and low enough not to distort a laptop's loudspeaker. */
const LOUDNESS = 0.35;

/** Fade of a note in and out; the shortest that does not click. */
const RAMP: Seconds = 0.012;

/** A note starts this much after the audio clock's now, so that the block being rendered does not cut its fade-in. */
const LOOK_AHEAD: Seconds = 0.02;

export interface Beeps {
  /** `suspended`: the browser has not been allowed to make a sound yet. */
  readonly state: 'suspended' | 'running' | 'none';
  /** Call inside a click: browsers allow sound only after one. */
  unlock(): void;
  /** `after`: seconds from now, on the audio clock. */
  play(tone: Tone, after?: Seconds): void;
  setMuted(muted: boolean): void;
  close(): void;
}

/**
 * @param makeContext returns null where there is no Web Audio; then everything is silent and nothing fails
 * @param volume read before each tone
 */
export function createBeeps(
  makeContext: () => AudioContext | null = browserContext,
  volume: () => Share = () => 1,
): Beeps {
  let context: AudioContext | null = null;
  let muted = false;
  let sounding: OscillatorNode[] = [];
  /** End of the last tone on the audio clock. */
  let busyUntil: Seconds = 0;

  const silence = () => {
    for (const oscillator of sounding) oscillator.stop();
    sounding = [];
    busyUntil = 0;
  };

  const play = (tone: Tone, after: Seconds = 0) => {
    if (muted || context?.state !== 'running') return;
    const wanted = context.currentTime + Math.max(LOOK_AHEAD, after);
    // A late metronome tick is left out; every other tone waits for the one before it.
    if (wanted < busyUntil && tone === 'tick') return;
    const now = wanted < busyUntil ? busyUntil + APART : wanted;
    busyUntil = now + toneLength(tone);
    const loudness = LOUDNESS * volume();
    for (const note of TONES[tone]) sounding.push(schedule(context, note, now, loudness, forget));
  };

  const forget = (oscillator: OscillatorNode) => {
    sounding = sounding.filter((other) => other !== oscillator);
  };

  return {
    get state() {
      if (!context) return 'none';
      return context.state === 'running' ? 'running' : 'suspended';
    },
    unlock() {
      context ??= makeContext();
      // A refusal leaves the context suspended, and `state` says so.
      void context?.resume().catch(() => undefined);
    },
    play,
    setMuted(now) {
      muted = now;
      if (muted) silence();
    },
    close() {
      silence();
      void context?.close().catch(() => undefined);
      context = null;
    },
  };
}

function browserContext(): AudioContext | null {
  return 'AudioContext' in globalThis ? new AudioContext({ latencyHint: 'interactive' }) : null;
}

function schedule(
  context: AudioContext,
  note: Note,
  start: Seconds,
  loudness: number,
  onEnd: (oscillator: OscillatorNode) => void,
): OscillatorNode {
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  const from = start + note.at;
  const to = from + note.length;
  oscillator.frequency.value = note.hertz;
  gain.gain.setValueAtTime(0, from);
  gain.gain.linearRampToValueAtTime(loudness, from + RAMP);
  gain.gain.setValueAtTime(loudness, to - RAMP);
  gain.gain.linearRampToValueAtTime(0, to);
  oscillator.connect(gain).connect(context.destination);
  oscillator.onended = () => {
    gain.disconnect();
    onEnd(oscillator);
  };
  oscillator.start(from);
  oscillator.stop(to);
  return oscillator;
}
