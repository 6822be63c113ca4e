import type { CoachEffect } from '../coach/coach-contract.ts';
import type { Beeps } from './beeps.ts';
import type { Voice, VoiceState } from './voice.ts';

/** What can be heard, for the diagnostics. */
export interface SoundState {
  readonly voice: VoiceState;
  readonly beeps: Beeps['state'];
}

/** Voice and beeps as one: what the coach wants heard, by whatever this machine can. */
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
}

export function createAnnouncer({ voice, beeps, speaks }: AnnouncerDeps): Announcer {
  const speak = (text: string, urgent: boolean) => speaks() && voice.say(text, urgent);
  return {
    get state() {
      return { voice: voice.state, beeps: beeps.state };
    },
    unlock() {
      voice.unlock();
      beeps.unlock();
    },
    carryOut(effect) {
      if (effect.kind === 'beep') beeps.play(effect.tone, effect.after ?? 0);
      if (effect.kind === 'say') speak(effect.text, effect.urgent);
      // Somebody on the floor does not look at the screen: a cue that cannot be spoken must still be heard.
      if (effect.kind === 'cue' && !speak(effect.text, true)) beeps.play('cue');
    },
    setMuted(muted) {
      voice.setMuted(muted);
      beeps.setMuted(muted);
    },
    close() {
      voice.close();
      beeps.close();
    },
  };
}
