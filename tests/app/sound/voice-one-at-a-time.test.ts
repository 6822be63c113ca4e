import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createAnnouncer } from '../../../src/app/sound/announcer.ts';
import { createVoice } from '../../../src/app/sound/voice.ts';
import { spokenLength } from '../../../src/coach/speech/cue-pacing.ts';
import { anySet } from '../../coach/any-input.ts';
import { SetRun } from '../../../lab/made/run-set.ts';

const SILENT_BEEPS = {
  state: 'running',
  unlock: () => undefined,
  play: () => undefined,
  isLost: false,
  heard: 0,
  lay: () => undefined,
  setMuted: () => undefined,
  close: () => undefined,
} as const;

interface Speaking {
  readonly utterance: { onend: (() => void) | null };
  readonly until: number;
}

/** A fake loudspeaker on the set's clock that counts simultaneous phrases. */
class Loudspeaker extends EventTarget {
  readonly pending = false;
  now = 0;
  most = 0;
  #speaking: Speaking[] = [];
  #timers: { readonly run: () => void; readonly at: number }[] = [];

  readonly clock = {
    now: () => 1000 * this.now,
    later: (run: () => void, after: number) => void this.#timers.push({ run, at: this.now + after / 1000 }),
  };

  getVoices() {
    return [{ name: 'Local', lang: 'en-GB', localService: true, default: true, voiceURI: 'Local' }];
  }

  speak(utterance: Speaking['utterance'] & { text: string }): void {
    this.#speaking.push({ utterance, until: this.now + spokenLength(utterance.text) });
    this.most = Math.max(this.most, this.#speaking.length);
  }

  cancel(): void {
    this.#speaking = [];
  }

  /** Ends the phrases that are over by then, which may start a waiting one. */
  moveTo(time: number): void {
    this.now = Math.max(this.now, time);
    const due = this.#timers.filter(({ at }) => at <= this.now);
    this.#timers = this.#timers.filter(({ at }) => at > this.now);
    for (const { run } of due) run();
    for (;;) {
      const over = this.#speaking.find(({ until }) => until <= this.now);
      if (over === undefined) return;
      this.#speaking = this.#speaking.filter((other) => other !== over);
      over.utterance.onend?.();
    }
  }
}

it('never speaks two phrases at once, for any order of readings, gaps, keys and clock jumps', () => {
  let spoken = 0;
  fc.assert(
    fc.property(anySet, ({ plan, inputs }) => {
      const loudspeaker = new Loudspeaker();
      const voice = createVoice({
        synthesis: loudspeaker as unknown as SpeechSynthesis,
        makeUtterance: (text) => ({ text, onend: null, onerror: null }) as unknown as SpeechSynthesisUtterance,
        setTimer: () => 0,
        clearTimer: () => undefined,
      });
      const announcer = createAnnouncer({
        voice,
        beeps: SILENT_BEEPS,
        speaks: () => true,
        clock: loudspeaker.clock,
      });
      const run = new SetRun(plan);
      let heard = 0;
      for (const input of inputs) {
        loudspeaker.moveTo(run.state.now);
        for (const effect of run.effects.slice(heard)) announcer.carryOut(effect);
        heard = run.effects.length;
        run.send(input);
      }
      expect(loudspeaker.most).toBeLessThanOrEqual(1);
      spoken += loudspeaker.most;
    }),
    { numRuns: 150 },
  );
  expect(spoken).toBeGreaterThan(0);
});
