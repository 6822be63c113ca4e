import type { CoachEffect } from '../../coach/coach-contract.ts';
import type { Milliseconds, Share } from '../../instrument/geometry/units.ts';
import { type Beeps, type Tone, toneLength } from './beeps.ts';
import type { Voice, VoiceState } from './voice.ts';

/** State of voice and beeps, for the diagnostics. */
export interface SoundState {
  readonly voice: VoiceState;
  readonly beeps: Beeps['state'];
  /** Why the words that the person wants to hear are not heard. Null: they are, or are not wanted. */
  readonly dumb: Dumbness | null;
}

/** The voice fails and is tried again, or there is none. */
export type Dumbness = Extract<VoiceState, 'broken' | 'none'>;

/**
 * Voice and beeps together. Makes the coach's effects audible by what the machine has. Phrases and the tones of a phase
 * change never sound at the same time; short tones inside a phase sound under the voice.
 */
export interface Announcer extends Pick<Beeps, 'lay' | 'heard' | 'unlock' | 'setMuted'> {
  readonly state: SoundState;
  /**
   * `heard`: a tone or a word can be heard now. `lost`: neither can, though they could before. `silent`: neither is wanted, or the
   * browser has never allowed any.
   */
  readonly reach: 'heard' | 'lost' | 'silent';
  /** Sound is wanted, and the browser or the system allows no tones. */
  readonly isHeldBack: boolean;
  /** Plays a phrase, a cue or a tone. Other effects are ignored. */
  carryOut(effect: CoachEffect): void;
  /** Gives loudspeaker and voice back. */
  close(): void;
}

export interface AnnouncerDeps {
  readonly voice: Voice;
  readonly beeps: Beeps;
  /** Whether the person wants phrases spoken. Beeps do not depend on it. */
  readonly speaks: () => boolean;
  /** The volume of both. At 0 nothing is heard, as with the sound off. Absent: they are heard. */
  readonly volume?: () => Share;
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

const PAUSE_AFTER_TONE: Milliseconds = 60;

/** Tones that mark a moment inside a phase. They may sound while the voice speaks, because somebody may be holding until the tone. */
const TONES_UNDER_VOICE: ReadonlySet<Tone> = new Set(['count', 'tick', 'hold']);

function afterTones(clock: AnnouncerClock) {
  let until: Milliseconds = Number.NEGATIVE_INFINITY;
  let waiting: (() => void)[] = [];
  const runWaiting = () => {
    while (waiting.length > 0) {
      const wait = until - clock.now();
      // Another tone has started meanwhile.
      if (wait > 1) return clock.later(runWaiting, wait);
      try {
        waiting.shift()?.();
      } catch (error) {
        // The others still get their turn.
        if (waiting.length > 0) clock.later(runWaiting, 0);
        throw error;
      }
    }
  };
  return {
    get isSounding() {
      return clock.now() < until;
    },
    /** A tone begins that lasts so long. */
    begin(length: Milliseconds): void {
      until = Math.max(until, clock.now() + length);
    },
    /** Acts at once, or when the current tone is over. */
    act(then: () => void): void {
      const wait = until - clock.now();
      if (wait <= 0 && waiting.length === 0) return then();
      waiting.push(then);
      if (waiting.length === 1) clock.later(runWaiting, Math.max(0, wait));
    },
    clear(): void {
      waiting = [];
    },
  };
}

function stateOf({ voice: { state }, beeps, speaks }: AnnouncerDeps, isOff: boolean): SoundState {
  const isDumb = speaks() && !isOff && (state === 'broken' || state === 'none');
  return { voice: state, beeps: beeps.state, dumb: isDumb ? state : null };
}

function reachOf({ voice, beeps, speaks }: AnnouncerDeps): Announcer['reach'] {
  if (beeps.state === 'running' || (speaks() && voice.state === 'ready')) return 'heard';
  return beeps.isLost ? 'lost' : 'silent';
}

export function createAnnouncer(deps: AnnouncerDeps): Announcer {
  const { voice, beeps, speaks, volume = () => 1, clock = PAGE_CLOCK } = deps;
  const afterTone = afterTones(clock);
  let isMuted = false;
  const isOff = () => isMuted || volume() === 0;

  /** A tone in place of words, unless one is sounding. It does not break off what is being said. */
  const stand = () => {
    if (afterTone.isSounding) return;
    if (voice.speaking) beeps.play('cue');
    else sound('cue');
  };

  /**
   * The person on the floor does not see the screen: what asks for something and may not be heard comes with a tone. The voice gets
   * the words all the same, since it may be back.
   * @param ownTone it has a tone of its own also where it follows another tone
   */
  const tell = (text: string, urgent: boolean, asks: boolean, ownTone: boolean) => {
    const isTold = !asks || !speaks() || voice.state !== 'ready';
    if (asks && isTold && (ownTone || !afterTone.isSounding)) afterTone.act(stand);
    const onLost = isTold ? undefined : stand;
    afterTone.act(() => {
      if (!speaks() || !voice.say(text, urgent, onLost)) onLost?.();
    });
  };

  const sound = (tone: Tone, after = 0) => {
    const isUnder = TONES_UNDER_VOICE.has(tone);
    // The phrase is about an earlier moment.
    if (voice.speaking && !isUnder) voice.hush();
    beeps.play(tone, after);
    if (!isUnder && after === 0 && beeps.state === 'running')
      afterTone.begin(1000 * toneLength(tone) + PAUSE_AFTER_TONE);
  };

  return {
    get state() {
      return stateOf(deps, isOff());
    },
    get reach() {
      return isOff() ? 'silent' : reachOf(deps);
    },
    get isHeldBack() {
      return !isOff() && beeps.state === 'suspended';
    },
    lay: (tones) => beeps.lay(tones),
    get heard() {
      return beeps.heard;
    },
    unlock() {
      voice.unlock();
      beeps.unlock();
    },
    carryOut(effect) {
      if (effect.kind === 'beep') sound(effect.tone, effect.after);
      if (effect.kind === 'say') tell(effect.text, effect.urgent, effect.asks ?? effect.urgent, false);
      if (effect.kind === 'cue') tell(effect.text, true, true, true);
    },
    setMuted(muted) {
      isMuted = muted;
      if (muted) afterTone.clear();
      for (const part of [voice, beeps]) part.setMuted(muted);
    },
    close() {
      afterTone.clear();
      for (const part of [voice, beeps]) part.close();
    },
  };
}
