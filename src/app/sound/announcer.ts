import type { CoachEffect } from '../../coach/coach-contract.ts';
import type { Milliseconds } from '../../instrument/geometry/units.ts';
import { type Beeps, type Tone, toneLength } from './beeps.ts';
import type { Voice, VoiceState } from './voice.ts';

/** State of voice and beeps, for the diagnostics. */
export interface SoundState {
  readonly voice: VoiceState;
  readonly beeps: Beeps['state'];
}

/**
 * Voice and beeps together. Makes the coach's effects audible by what the machine has. Phrases and the tones of a phase
 * change never sound at the same time; short tones inside a phase sound under the voice.
 */
export interface Announcer {
  readonly state: SoundState;
  /** Call inside a click: browsers allow sound only after one. */
  unlock(): void;
  /** Plays a phrase, a cue or a tone. Other effects are ignored. */
  carryOut(effect: CoachEffect): void;
  setMuted(muted: boolean): void;
  close(): void;
}

export interface AnnouncerDeps {
  readonly voice: Voice;
  readonly beeps: Beeps;
  /** Whether the person wants phrases spoken. Beeps do not depend on it. */
  readonly speaks: () => boolean;
  /** The page's clock; a test passes its own. */
  readonly clock?: AnnouncerClock;
}

export interface AnnouncerClock {
  readonly now: () => Milliseconds;
  readonly later: (run: () => void, after: Milliseconds) => void;
}

const PAGE_CLOCK: AnnouncerClock = {
  now: () => performance.now(),
  later: (run, after) => void setTimeout(run, after),
};

/** Between a tone and the voice after it. */
const PAUSE_AFTER_TONE: Milliseconds = 60;

/** Tones that mark a moment inside a phase. They sound under the voice: who holds until the sound needs to hear it. */
const TONES_UNDER_VOICE: ReadonlySet<Tone> = new Set(['count', 'tick', 'hold']);

export function createAnnouncer({ voice, beeps, speaks, clock = PAGE_CLOCK }: AnnouncerDeps): Announcer {
  let toneUntil: Milliseconds = Number.NEGATIVE_INFINITY;
  let waiting: (() => void)[] = [];

  const speak = (text: string, urgent: boolean) => speaks() && voice.say(text, urgent);

  /** Acts at once, or when the current tone is over. */
  const afterTone = (act: () => void) => {
    const wait = toneUntil - clock.now();
    if (wait <= 0 && waiting.length === 0) return act();
    waiting.push(act);
    if (waiting.length === 1) clock.later(runWaiting, Math.max(0, wait));
  };

  const runWaiting = () => {
    const wait = toneUntil - clock.now();
    // Another tone has started meanwhile.
    if (wait > 1) return clock.later(runWaiting, wait);
    const due = waiting;
    waiting = [];
    for (const act of due) act();
  };

  const sound = (tone: Tone, after = 0) => {
    const isUnder = TONES_UNDER_VOICE.has(tone);
    // The phrase is about an earlier moment.
    if (voice.speaking && !isUnder) voice.hush();
    beeps.play(tone, after);
    if (!isUnder && after === 0 && beeps.state === 'running')
      toneUntil = Math.max(toneUntil, clock.now() + 1000 * toneLength(tone) + PAUSE_AFTER_TONE);
  };

  return {
    get state() {
      return { voice: voice.state, beeps: beeps.state };
    },
    unlock() {
      voice.unlock();
      beeps.unlock();
    },
    carryOut(effect) {
      if (effect.kind === 'beep') sound(effect.tone, effect.after);
      if (effect.kind === 'say') afterTone(() => void speak(effect.text, effect.urgent));
      // The person on the floor does not see the screen, so a cue that cannot be spoken is beeped.
      if (effect.kind === 'cue') afterTone(() => void (speak(effect.text, true) || sound('cue')));
    },
    setMuted(muted) {
      if (muted) waiting = [];
      voice.setMuted(muted);
      beeps.setMuted(muted);
    },
    close() {
      waiting = [];
      voice.close();
      beeps.close();
    },
  };
}
