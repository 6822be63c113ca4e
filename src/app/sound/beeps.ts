import type { CoachEffect } from '../../coach/coach-contract.ts';
import type { Milliseconds, Seconds, Share } from '../../instrument/geometry/units.ts';

/** A loudspeaker may take this long to begin. */
const STANDS_FOR: Seconds = 2;
/** The clock of sound goes on in steps, so a shorter time says nothing. */
const LEAST: Seconds = 0.5;
/** Between two looks farther apart the computer may have slept. */
const LOOKS_WITHIN: Seconds = 1.2;

/** Compares the clock of sound with the page's: where a driver hangs, the browser says "running" and the clock stands. */
class ClockWatch {
  #from: { readonly page: Seconds; readonly audio: Seconds } | null = null;
  #at: Seconds = 0;

  /** @returns whether it runs, at half the page's speed at least; null: not known yet */
  runs(audio: Seconds): boolean | null {
    const page = performance.now() / 1000;
    const from = page - this.#at > LOOKS_WITHIN ? null : this.#from;
    this.#at = page;
    const passed = from === null ? 0 : page - from.page;
    const runs = from !== null && audio - from.audio >= passed / 2;
    const isKnown = passed >= (runs ? LEAST : STANDS_FOR);
    this.#from = from === null || isKnown ? { page, audio } : from;
    return isKnown ? runs : null;
  }
}

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

/** A tone that was laid is the one that is asked for if their times differ by less than this … */
const SAME: Seconds = 0.2;
/** … or if it has sounded this shortly before: whoever asks for it is late. */
const LATE: Seconds = 3;
/** A laid tone is moved if its time has changed by more than this. */
const MOVED: Seconds = 0.03;
/** Least time between two requests for a sound that was taken away. */
const ASK_EVERY: Seconds = 1;
/** Two new contexts are made at once while the clock of sound stands; then one after so long, times their number. */
const RENEW_AFTER: Seconds = 10;

/** A tone and how many seconds from now it begins. */
export interface LaidTone {
  readonly tone: Tone;
  readonly after: Seconds;
}

export type Beeps = Pick<WebBeeps, 'state' | 'isLost' | 'unlock' | 'play' | 'lay' | 'heard' | 'setMuted' | 'close'>;

/**
 * @param makeContext returns null where there is no Web Audio; then everything is silent and nothing fails
 * @param volume read before each tone; 0 is as muted
 */
export const createBeeps = (
  makeContext: () => AudioContext | null = browserContext,
  volume: () => Share = () => 1,
): Beeps => new WebBeeps(makeContext, volume);

class WebBeeps {
  readonly #makeContext: () => AudioContext | null;
  readonly #volume: () => Share;
  #context: AudioContext | null = null;
  #muted = false;
  #placed: Placed[] = [];
  #hasSounded = false;
  /** The volume with which tones were last laid. */
  #laidWith: Share = 1;
  /** Ends the wait for a key or a click. */
  #stopListening = new AbortController();
  /** When tones were last laid, on the audio clock; null: it stood. */
  #laidAt: Seconds | null = null;
  #askedAt: Milliseconds = Number.NEGATIVE_INFINITY;
  #clock = new ClockWatch();
  /** New contexts since the clock last ran. */
  #renewals = 0;

  constructor(makeContext: () => AudioContext | null, volume: () => Share) {
    this.#makeContext = makeContext;
    this.#volume = volume;
  }

  /** `suspended`: the browser does not allow a sound, the system took it away, or the clock of sound stands. */
  get state(): 'suspended' | 'running' | 'none' {
    if (!this.#context && this.#renewals === 0) return 'none';
    return this.#context?.state === 'running' && this.#renewals < 2 ? 'running' : 'suspended';
  }

  /** Whether sound was taken away that had been there. */
  get isLost(): boolean {
    return this.#hasSounded && this.state === 'suspended';
  }

  /** How long the audio clock has run since tones were last laid: so long they were heard. */
  get heard(): Seconds {
    return this.#laidAt === null || this.#context === null ? 0 : this.#context.currentTime - this.#laidAt;
  }

  /** Call inside a click: browsers allow sound only after one. */
  unlock(): void {
    soundAsMedia();
    if (this.#context === null) this.#open();
    this.#ask();
  }

  /**
   * Plays a tone, unless it was laid for this moment.
   * @param after seconds from now, on the audio clock
   */
  play(tone: Tone, after: Seconds = 0): void {
    const context = this.#running();
    if (this.#isOff || context === null) return;
    const now = context.currentTime;
    this.#forgetOld(now);
    const wanted = now + Math.max(LOOK_AHEAD, after);
    const fits = this.#placed.filter((one) => one.isLaid && one.tone === tone && one.start < wanted + SAME);
    // The nearest: one that nobody asked for may lie before it.
    const [laid] = fits.toSorted((one, other) => Math.abs(one.start - wanted) - Math.abs(other.start - wanted));
    if (laid) laid.isLaid = false;
    else if (tone !== 'tick') this.#place(context, tone, this.#free(tone, wanted), false);
    // A late metronome tick is left out; every other tone waits for the one before it.
    else if (this.#free(tone, wanted) === wanted) this.#place(context, tone, wanted, false);
  }

  /** Puts tones on the audio clock, where they sound on time however busy the page is, in place of those laid before. */
  lay(tones: readonly LaidTone[]): void {
    const context = tones.length > 0 || this.#context?.state === 'running' ? this.#running() : this.#context;
    this.#laidAt = context?.state === 'running' && !this.#isOff ? context.currentTime : null;
    if (this.#isOff) return this.#silence(() => true);
    if (context === null) return;
    const isOther = this.#volume() !== this.#laidWith;
    this.#laidWith = this.#volume();
    const now = context.currentTime;
    const wanted = tones.map(({ tone, after }) => ({ tone, start: now + Math.max(LOOK_AHEAD, after) }));
    this.#forgetOld(now);
    const isOut = (one: Placed) => isOther || !wanted.some((it) => isNear(it, one, MOVED));
    this.#silence((one) => one.isLaid && one.start > now + LOOK_AHEAD && isOut(one));
    for (const it of wanted)
      if (!this.#placed.some((one) => isNear(it, one, SAME))) this.#place(context, it.tone, it.start, true);
  }

  setMuted(muted: boolean): void {
    this.#muted = muted;
    if (muted) this.#silence(() => true);
  }

  /** Gives the loudspeaker back. It opens again at the next `unlock`. */
  close(): void {
    this.#renewals = 0;
    this.#letGo();
  }

  #letGo(): void {
    this.#stopListening.abort();
    this.#silence(() => true);
    const context = this.#context;
    this.#context = null;
    this.#laidAt = null;
    if (context === null) return;
    context.onstatechange = null;
    void context.close().catch(() => undefined);
  }

  get #isOff(): boolean {
    return this.#muted || this.#volume() === 0;
  }

  /** A call, headphones or a sleep stop the sound; it comes back when the system or the next key allows it. */
  #open(): void {
    this.#context = this.#makeContext();
    this.#clock = new ClockWatch();
    const askAgain = () => {
      if (this.#renewals > 1) this.#renew();
      else if (this.#context?.state !== 'running') this.#ask();
    };
    if (this.#context !== null) this.#context.onstatechange = () => this.#context?.state === 'running' || this.#ask();
    // Not `pointerdown`: the set may go on with the sound, and the click would then pause it.
    this.#stopListening = new AbortController();
    const { signal } = this.#stopListening;
    for (const kind of ['keydown', 'click'] as const)
      globalThis.addEventListener?.(kind, askAgain, { capture: true, signal });
  }

  /** The context, if it sounds. One that the system has stopped is asked to go on. */
  #running(): AudioContext | null {
    const context = this.#context;
    const since = (performance.now() - this.#askedAt) / 1000;
    if (context?.state === 'running') {
      this.#hasSounded = true;
      const runs = this.#clock.runs(context.currentTime);
      if (runs) this.#renewals = 0;
      if (runs === false && (this.#renewals < 2 || since > RENEW_AFTER * this.#renewals)) this.#renew();
      else if (this.#renewals < 2) return context;
    } else if (since >= ASK_EVERY) this.#ask();
    return null;
  }

  /** Where a driver hangs, a new context may find the loudspeaker; else the next key does. */
  #renew(): void {
    this.#renewals += 1;
    this.#letGo();
    this.#open();
    this.#ask();
  }

  /** A refusal leaves the context suspended, and `state` says so. */
  #ask(): void {
    this.#askedAt = performance.now();
    void this.#context?.resume().catch(() => undefined);
  }

  /** The first moment from `wanted` on at which no other tone sounds. */
  #free(tone: Tone, wanted: Seconds): Seconds {
    let at = wanted;
    const busy = () => this.#placed.find(({ start, end }) => start < at + toneLength(tone) && at < end);
    for (let one = busy(); one !== undefined; one = busy()) at = one.end + APART;
    return at;
  }

  #place(context: AudioContext, tone: Tone, start: Seconds, isLaid: boolean): void {
    const loudness = LOUDNESS * this.#volume();
    const oscillators = TONES[tone].map((note) => schedule(context, note, start, loudness));
    this.#placed.push({ tone, start, end: start + toneLength(tone), isLaid, oscillators });
  }

  #silence(which: (tone: Placed) => boolean): void {
    for (const one of this.#placed) if (which(one)) for (const oscillator of one.oscillators) oscillator.stop();
    this.#placed = this.#placed.filter((one) => !which(one));
  }

  #forgetOld(now: Seconds): void {
    this.#placed = this.#placed.filter(({ end }) => end > now - LATE);
  }
}

interface Placed {
  readonly tone: Tone;
  readonly start: Seconds;
  readonly end: Seconds;
  /** It was laid ahead, and nobody has asked for it yet. */
  isLaid: boolean;
  readonly oscillators: readonly OscillatorNode[];
}

type Start = Pick<Placed, 'tone' | 'start'>;

const isNear = (one: Start, other: Start, within: Seconds): boolean =>
  one.tone === other.tone && Math.abs(one.start - other.start) <= within;

/** Audio Session API, which Safari has: what sounds as media is not silenced by the switch of a telephone. */
function soundAsMedia(): void {
  const { audioSession } = (globalThis.navigator ?? {}) as { readonly audioSession?: { type: string } };
  if (audioSession) audioSession.type = 'playback';
}

function browserContext(): AudioContext | null {
  try {
    return 'AudioContext' in globalThis ? new AudioContext({ latencyHint: 'interactive' }) : null;
  } catch {
    // No device, or too many contexts: the set goes on without tones.
    return null;
  }
}

function schedule(context: AudioContext, note: Note, start: Seconds, loudness: number): OscillatorNode {
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
  oscillator.onended = () => gain.disconnect();
  oscillator.start(from);
  oscillator.stop(to);
  return oscillator;
}
