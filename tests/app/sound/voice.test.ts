import { beforeEach, describe, expect, it } from 'vitest';
import { createVoice, type Voice } from '../../../src/app/sound/voice.ts';

const aVoice = (name: string, lang: string, localService: boolean, byDefault = false) =>
  ({ name, lang, localService, default: byDefault, voiceURI: name }) as SpeechSynthesisVoice;

class FakeUtterance {
  volume = 1;
  rate = 1;
  lang = '';
  voice: SpeechSynthesisVoice | null = null;
  onstart: (() => void) | null = null;
  onboundary: (() => void) | null = null;
  onend: (() => void) | null = null;
  onerror: (() => void) | null = null;
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

class FakeSynthesis extends EventTarget {
  voices: SpeechSynthesisVoice[] = [aVoice('Local', 'en-GB', true)];
  readonly spoken: FakeUtterance[] = [];
  cancels = 0;
  speaking = false;
  paused = false;
  getVoices() {
    return this.voices;
  }
  speak(utterance: FakeUtterance) {
    this.spoken.push(utterance);
  }
  cancel() {
    this.cancels += 1;
  }
}

let synthesis: FakeSynthesis;
let timers: Map<number, () => void>;
let due: Map<number, number>;
let voice: Voice;
let now: number;

const MANNER = { volume: 1, voiceRate: 1, voiceName: null as string | null, remoteVoices: false };
let manner = MANNER;

const make = () =>
  createVoice(
    {
      synthesis: synthesis as unknown as SpeechSynthesis,
      makeUtterance: (text) => new FakeUtterance(text) as unknown as SpeechSynthesisUtterance,
      setTimer: (run, after) => {
        timers.set(timers.size + 1, run);
        due.set(timers.size, now + after);
        return timers.size;
      },
      clearTimer: (timer) => timers.delete(timer),
      now: () => now,
    },
    () => manner,
  );

const texts = () => synthesis.spoken.map((utterance) => utterance.text);
const runTimers = () => {
  for (const [id, run] of [...timers].filter(([one]) => (due.get(one) ?? 0) <= now)) {
    timers.delete(id);
    run();
  }
};
const loseTheVoice = () => [...timers.values()].at(-1)?.();

beforeEach(() => {
  synthesis = new FakeSynthesis();
  timers = new Map();
  due = new Map();
  manner = MANNER;
  now = 0;
  voice = make();
});

interface Manner {
  /** Whether it tells each word as it comes. */
  readonly tells: boolean;
  readonly lasts: number;
  /** No word comes any more. */
  readonly standsAfter?: number;
}

/** One phrase on a voice of this manner, until it is over. */
function slowly(text: string, { tells, lasts, standsAfter = lasts }: Manner): 'ended' | 'cut' {
  const before = synthesis.cancels;
  const began = now;
  synthesis.speaking = true;
  voice.say(text, true);
  const utterance = synthesis.spoken.at(-1);
  utterance?.onstart?.();
  while (now - began < lasts && synthesis.cancels === before) {
    now += 100;
    if (tells && now - began < standsAfter && (now - began) % 2500 === 0) utterance?.onboundary?.();
    runTimers();
  }
  synthesis.speaking = false;
  if (synthesis.cancels > before) return 'cut';
  utterance?.onend?.();
  return 'ended';
}

describe('createVoice', () => {
  it('lets an ordinary phrase wait for the current one', () => {
    voice.say('first', false);
    voice.say('second', false);
    expect(texts()).toEqual(['first']);
    synthesis.spoken[0]?.onend?.();
    expect(texts()).toEqual(['first', 'second']);
  });

  it('keeps only the newest waiting phrase', () => {
    for (const text of ['first', 'second', 'third']) voice.say(text, false);
    synthesis.spoken[0]?.onend?.();
    expect(texts()).toEqual(['first', 'third']);
  });

  it('interrupts the current phrase for an urgent one, and drops the waiting one', () => {
    voice.say('first', false);
    voice.say('second', false);
    voice.say('now', true);
    expect(synthesis.cancels).toBe(1);
    synthesis.spoken[1]?.onend?.();
    expect(texts()).toEqual(['first', 'now']);
  });

  it('ignores the late end of an interrupted phrase', () => {
    voice.say('first', false);
    voice.say('now', true);
    voice.say('waits', false);
    synthesis.spoken[0]?.onerror?.();
    expect(texts()).toEqual(['first', 'now']);
  });

  it('goes on with the next phrase when one never ends', () => {
    voice.say('first', false);
    voice.say('second', false);
    loseTheVoice();
    expect(texts()).toEqual(['first', 'second']);
  });

  it('is broken after two phrases in a row that never ended, and then reports that nothing is heard', () => {
    voice.say('first', false);
    loseTheVoice();
    voice.say('second', false);
    loseTheVoice();
    expect(voice.state).toBe('broken');
    expect(voice.say('third', true)).toBe(false);
  });

  /** `count` phrases in a row end with an error, such as "audio-busy". */
  const fail = (count: number) => {
    for (let nth = 0; nth < count; nth++) {
      voice.say(`lost ${nth}`, true);
      synthesis.spoken.at(-1)?.onerror?.();
    }
  };

  it('tries a phrase again some seconds after it broke, and is well when that one ends', () => {
    fail(2);
    expect([voice.state, voice.say('soon', true)]).toEqual(['broken', false]);
    now = 5000;
    expect([voice.say('later', true), voice.state]).toEqual([true, 'broken']);
    expect(texts().at(-1)).toBe('later');
    synthesis.spoken.at(-1)?.onend?.();
    expect([voice.state, voice.say('again', true)]).toEqual(['ready', true]);
  });

  it('waits longer after each failure, and at most a minute', () => {
    fail(2);
    let before = 4;
    for (const pause of [8, 16, 32, 60, 60]) {
      now += 1000 * before;
      fail(1);
      now += 1000 * pause - 1;
      expect(voice.say('too early', true), `${pause} s`).toBe(false);
      now -= 1000 * pause - 1;
      before = pause;
    }
  });

  it('begins afresh with each set, and drops what the browser still holds', () => {
    fail(4);
    const { cancels } = synthesis;
    voice.unlock();
    expect([voice.state, synthesis.cancels > cancels, voice.say('a new set', true)]).toEqual(['ready', true, true]);
  });

  it('tells which phrases were lost, once, and none that was heard in part', () => {
    const lost: string[] = [];
    const say = (text: string, urgent: boolean) => voice.say(text, urgent, () => lost.push(text));
    say('first', false);
    synthesis.spoken.at(-1)?.onstart?.();
    synthesis.spoken.at(-1)?.onerror?.();
    say('second', false);
    say('waits', false);
    loseTheVoice();
    expect(lost.toSorted()).toEqual(['second', 'waits']);
  });

  it('forgets a lost phrase after another one ended normally', () => {
    voice.say('first', false);
    loseTheVoice();
    voice.say('second', false);
    synthesis.spoken[1]?.onend?.();
    voice.say('third', false);
    loseTheVoice();
    expect(voice.state).toBe('ready');
  });

  it.each([
    ['tells its words', true, Number.POSITIVE_INFINITY],
    ['tells none', false, 2.9],
  ])('lets a slow voice that %s speak to the end, at up to three times the usual length', (_what, tells, most) => {
    const long = 'Let the knee sink till you feel a stretch. Breathe out slowly.';
    for (const share of [0.8, 1.3, 2, 2.9, 5].filter((one) => one <= most)) {
      voice = make();
      const spoken = slowly(long, { tells, lasts: share * (2500 + 110 * long.length) });
      expect([spoken, voice.state], `${share}`).toEqual(['ended', 'ready']);
    }
  });

  it('cuts no phrase of a slow set once its pace is known', () => {
    const phrases = [
      'Rest.',
      'Turn from the hip, and both back pockets heavy.',
      'Breathe.',
      'Hold it there and breathe.',
    ];
    for (const text of [...phrases, ...phrases])
      expect(slowly(text, { tells: false, lasts: 400 + 260 * text.length }), text).toBe('ended');
  });

  it('ends a phrase whose voice stands still, whatever the browser says', () => {
    const text = 'Turn from the hip, slowly.';
    expect(slowly(text, { tells: true, lasts: Number.POSITIVE_INFINITY, standsAfter: 3000 })).toBe('cut');
    expect(now).toBeLessThan(3000 + 6000);
    now = 0;
    expect(slowly(text, { tells: false, lasts: Number.POSITIVE_INFINITY })).toBe('cut');
    expect(now).toBeLessThan(3 * (2500 + 110 * text.length) + 1100);
    expect(voice.state).toBe('broken');
    voice = make();
    slowly(text, { tells: false, lasts: 1200 });
    now = 0;
    // Its pace is known to be the usual one.
    expect(slowly(text, { tells: false, lasts: Number.POSITIVE_INFINITY })).toBe('cut');
    expect(now).toBeLessThan(2500 + 110 * text.length + 100);
  });

  it('reports that nothing is heard when there is no voice', () => {
    synthesis.voices = [];
    voice = make();
    expect(voice.state).toBe('waiting');
    expect(voice.say('hello', false)).toBe(false);
    expect(voice.state).toBe('none');
  });

  it('uses a voice that the browser lists late', () => {
    synthesis.voices = [];
    voice = make();
    synthesis.voices = [aVoice('Late', 'en-US', true)];
    synthesis.dispatchEvent(new Event('voiceschanged'));
    expect(voice.state).toBe('ready');
    expect(voice.say('hello', false)).toBe(true);
  });

  it('is silent at once when muted, and stays silent', () => {
    voice.say('first', false);
    voice.setMuted(true);
    expect(synthesis.cancels).toBe(1);
    voice.say('second', true);
    expect(texts()).toEqual(['first']);
  });

  it('speaks each phrase with the current volume and speed', () => {
    voice.say('first', true);
    manner = { ...MANNER, volume: 0.3, voiceRate: 1.2 };
    voice.say('second', true);
    expect(synthesis.spoken.map(({ volume, rate }) => [volume, rate])).toEqual([
      [1, 1],
      [0.3, 1.2],
    ]);
  });

  it('uses a newly chosen voice from the next phrase on, and the best one when that is missing', () => {
    synthesis.voices = [aVoice('Local', 'en-GB', true), aVoice('Far', 'en-US', false)];
    const by = () => synthesis.spoken.at(-1)?.voice?.name;
    voice.say('first', true);
    expect(by()).toBe('Local');
    manner = { ...manner, voiceName: 'Far', remoteVoices: true };
    voice.say('second', true);
    expect(by()).toBe('Far');
    manner = { ...manner, voiceName: 'Gone' };
    voice.say('third', true);
    expect(by()).toBe('Local');
  });

  it('says nothing at all while the only voice is a remote one, not even the silent utterance', () => {
    synthesis.voices = [aVoice('Cloud', 'en-US', false, true)];
    voice = make();
    voice.unlock();
    expect(voice.say('Three, two, one', true)).toBe(false);
    expect(voice.state).toBe('none');
    expect(synthesis.spoken).toEqual([]);
    manner = { ...manner, remoteVoices: true };
    expect(voice.say('Three, two, one', true)).toBe(true);
    expect(texts()).toEqual(['Three, two, one']);
    // The person takes it back: the next phrase does not go out.
    manner = { ...manner, remoteVoices: false };
    expect(voice.say('Push', true)).toBe(false);
    expect(texts()).toEqual(['Three, two, one']);
  });

  it('unlocks speech with a silent utterance', () => {
    voice.unlock();
    expect(synthesis.spoken[0]?.volume).toBe(0);
  });

  it('survives a browser that throws, and counts it as a failure', () => {
    synthesis.speak = () => {
      throw new TypeError('not a voice');
    };
    let lost = 0;
    voice.unlock();
    for (const text of ['first', 'second']) voice.say(text, true, () => lost++);
    expect([voice.state, voice.speaking, lost]).toEqual(['broken', false, 2]);
  });

  it('does nothing in a browser without speech', () => {
    const none = createVoice({
      synthesis: null,
      makeUtterance: () => {
        throw new Error('there is no speech here');
      },
      setTimer: () => 0,
      clearTimer: () => undefined,
    });
    none.unlock();
    expect(none.say('hello', true)).toBe(false);
    none.close();
    expect(none.state).toBe('none');
  });
});
