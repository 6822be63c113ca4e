import type { CoachEffect } from '../../coach/coach-contract.ts';
import type { Milliseconds } from '../../instrument/geometry/units.ts';
import { type Beeps, type Tone, toneLength } from './beeps.ts';
import type { Voice, VoiceState } from './voice.ts';

/** What can be heard, for the diagnostics. */
export interface SoundState {
  readonly voice: VoiceState;
  readonly beeps: Beeps['state'];
}

/** Voice and beeps as one: what the coach wants heard, by whatever this machine can, and never two sounds over one another. */
export interface Announcer {
  readonly state: SoundState;
  /** Call inside a click. */
  unlock(): void;
  /** A phrase, a cue or a tone; effects of other kinds are nobody's business here. */
  carryOut(effect: CoachEffect): void;
  setMuted(muted: boolean): void;
  close(): void;
}

export interface AnnouncerDeps {
  readonly voice: Voice;
  readonly beeps: Beeps;
  /** The person wants phrases spoken. Beeps are not touched by it. */
  readonly speaks: () => boolean;
  /** The page's clock; a test hands in its own. */
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
const BREATH: Milliseconds = 60;

/** Tones that mark a moment inside a phase. While something is said they are left out: the voice is the sound of that moment. */
const YIELDS: ReadonlySet<Tone> = new Set(['count', 'tick', 'hold']);

export function createAnnouncer({ voice, beeps, speaks, clock = PAGE_CLOCK }: AnnouncerDeps): Announcer {
  let toneUntil: Milliseconds = Number.NEGATIVE_INFINITY;
  let waiting: (() => void)[] = [];

  const speak = (text: string, urgent: boolean) => speaks() && voice.say(text, urgent);

  /** At once, or when the tone that sounds is over. */
  const afterTone = (act: () => void) => {
    const wait = toneUntil - clock.now();
    if (wait <= 0 && waiting.length === 0) return act();
    waiting.push(act);
    if (waiting.length === 1) clock.later(giveWaiting, Math.max(0, wait));
  };

  const giveWaiting = () => {
    const wait = toneUntil - clock.now();
    // Another tone has come meanwhile.
    if (wait > 1) return clock.later(giveWaiting, wait);
    const due = waiting;
    waiting = [];
    for (const act of due) act();
  };

  const sound = (tone: Tone, after = 0) => {
    if (voice.speaking) {
      if (YIELDS.has(tone)) return;
      // What is being said is about the moment before.
      voice.hush();
    }
    beeps.play(tone, after);
    if (after === 0 && beeps.state === 'running')
      toneUntil = Math.max(toneUntil, clock.now() + 1000 * toneLength(tone) + BREATH);
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
      // Somebody on the floor does not look at the screen: a cue that cannot be spoken must still be heard.
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
