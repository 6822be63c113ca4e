import { beforeEach, describe, expect, it } from 'vitest';
import { type Announcer, createAnnouncer } from '../../../src/app/sound/announcer.ts';
import type { VoiceState } from '../../../src/app/sound/voice.ts';
import type { CoachEffect } from '../../../src/coach/coach-contract.ts';

const CUE: CoachEffect = { kind: 'cue', rule: 'pelvis-twist', text: 'Rotate from the hip.', severity: 'red' };

let spoken: { text: string; urgent: boolean }[];
let tones: string[];
let voiceWorks: boolean;
let state: VoiceState;
let onLost: (() => void) | undefined;
let wanted: boolean;
let volume: number;
let speaking: boolean;
let hushed: number;
let now: number;
let timers: { readonly run: () => void; readonly at: number }[];

const pass = (milliseconds: number) => {
  now += milliseconds;
  const due = timers.filter(({ at }) => at <= now);
  timers = timers.filter(({ at }) => at > now);
  for (const { run } of due) run();
};
let announcer: Announcer;

beforeEach(() => {
  spoken = [];
  tones = [];
  voiceWorks = true;
  state = 'ready';
  onLost = undefined;
  wanted = true;
  volume = 1;
  speaking = false;
  hushed = 0;
  now = 0;
  timers = [];
  announcer = createAnnouncer({
    voice: {
      get state() {
        return state;
      },
      unlock: () => undefined,
      say: (text, urgent, lost) => {
        onLost = lost;
        if (voiceWorks) spoken.push({ text, urgent });
        return voiceWorks;
      },
      get speaking() {
        return speaking;
      },
      hush: () => {
        speaking = false;
        hushed += 1;
      },
      setMuted: () => undefined,
      close: () => undefined,
    },
    beeps: {
      state: 'running',
      unlock: () => undefined,
      isLost: false,
      heard: 0,
      lay: () => undefined,
      play: (tone) => tones.push(tone),
      setMuted: () => undefined,
      close: () => undefined,
    },
    speaks: () => wanted,
    volume: () => volume,
    clock: {
      now: () => now,
      later: (run, after) => timers.push({ run, at: now + after }),
    },
  });
});

describe('createAnnouncer', () => {
  it('reaches nobody at volume 0, as with the sound off', () => {
    expect(announcer.reach).toBe('heard');
    volume = 0;
    state = 'broken';
    expect(announcer.reach).toBe('silent');
    expect(announcer.state.dumb).toBeNull();
    volume = 0.1;
    expect(announcer.reach).toBe('heard');
  });

  it('speaks a cue at once, interrupting any phrase, without a beep', () => {
    announcer.carryOut(CUE);
    expect(spoken).toEqual([{ text: 'Rotate from the hip.', urgent: true }]);
    expect(tones).toEqual([]);
  });

  it('beeps for a cue when no voice works', () => {
    voiceWorks = false;
    announcer.carryOut(CUE);
    expect(tones).toEqual(['cue']);
  });

  it('beeps for a cue when the person has turned speech off', () => {
    wanted = false;
    announcer.carryOut(CUE);
    announcer.carryOut({ kind: 'say', text: 'Passive.', urgent: false });
    expect(spoken).toEqual([]);
    expect(tones).toEqual(['cue']);
  });

  it.each(['broken', 'none', 'waiting'] as const)(
    'sounds a tone before each phrase that asks for an action while the voice is %s, and gives it the words as well',
    (dumb) => {
      state = dumb;
      announcer.carryOut({ kind: 'say', text: 'Hold there.', urgent: false, asks: true });
      expect([tones, spoken]).toEqual([['cue'], []]);
      pass(500);
      expect(spoken.map(({ text }) => text)).toEqual(['Hold there.']);
      announcer.carryOut({ kind: 'say', text: 'Let go slowly.', urgent: true });
      pass(500);
      announcer.carryOut({ kind: 'say', text: 'One minute left.', urgent: false });
      pass(500);
      expect(tones).toEqual(['cue', 'cue']);
    },
  );

  it('says why it is dumb, unless nobody wants to hear it', () => {
    expect(announcer.state.dumb).toBeNull();
    state = 'broken';
    expect(announcer.state.dumb).toBe('broken');
    announcer.setMuted(true);
    expect(announcer.state.dumb).toBeNull();
    announcer.setMuted(false);
    wanted = false;
    expect(announcer.state.dumb).toBeNull();
  });

  it('needs no second tone for a phrase that comes with the tone of its phase', () => {
    state = 'broken';
    announcer.carryOut({ kind: 'beep', tone: 'start' });
    announcer.carryOut({ kind: 'say', text: 'Push.', urgent: false, asks: true });
    pass(1000);
    expect(tones).toEqual(['start']);
  });

  it('sounds the tone of a cue after that of the phase, and the words of both after it', () => {
    state = 'broken';
    announcer.carryOut({ kind: 'beep', tone: 'start' });
    announcer.carryOut(CUE);
    pass(450);
    expect([tones, spoken]).toEqual([['start', 'cue'], []]);
    pass(450);
    expect(spoken).toHaveLength(1);
  });

  it('sounds a tone when the voice fails at a phrase that asks for an action', () => {
    announcer.carryOut({ kind: 'say', text: 'Breathe.', urgent: false });
    expect(onLost).toBeUndefined();
    announcer.carryOut({ kind: 'say', text: 'Hold there.', urgent: false, asks: true });
    expect(tones).toEqual([]);
    onLost?.();
    expect(tones).toEqual(['cue']);
  });

  it('does not break off a voice that may be back', () => {
    state = 'broken';
    speaking = true;
    announcer.carryOut({ kind: 'say', text: 'Hold there.', urgent: false, asks: true });
    expect([tones, hushed]).toEqual([['cue'], 0]);
  });

  it('ignores effects without sound', () => {
    announcer.carryOut({ kind: 'begin-neutral' });
    announcer.carryOut({ kind: 'finished', why: 'finished' });
    expect([...spoken, ...tones]).toEqual([]);
  });

  it('lets a tone end before it speaks, and keeps the order of waiting phrases', () => {
    announcer.carryOut({ kind: 'beep', tone: 'start' });
    announcer.carryOut({ kind: 'say', text: 'Passive.', urgent: false });
    announcer.carryOut(CUE);
    expect(tones).toEqual(['start']);
    expect(spoken).toEqual([]);
    pass(300);
    expect(spoken).toEqual([]);
    pass(200);
    expect(spoken.map(({ text }) => text)).toEqual(['Passive.', 'Rotate from the hip.']);
  });

  it('waits for a second tone as well', () => {
    announcer.carryOut({ kind: 'beep', tone: 'end' });
    announcer.carryOut({ kind: 'say', text: 'Passive.', urgent: false });
    pass(100);
    announcer.carryOut({ kind: 'beep', tone: 'start' });
    pass(100);
    expect(spoken).toEqual([]);
    pass(500);
    expect(spoken).toHaveLength(1);
  });

  it('sounds ticks, counts and holds under the voice, and does not break it off', () => {
    speaking = true;
    for (const tone of ['tick', 'count', 'hold'] as const) announcer.carryOut({ kind: 'beep', tone });
    expect([tones, hushed]).toEqual([['tick', 'count', 'hold'], 0]);
  });

  it('interrupts a phrase for the tone of a new phase', () => {
    speaking = true;
    announcer.carryOut({ kind: 'beep', tone: 'end' });
    expect([tones, hushed]).toEqual([['end'], 1]);
  });

  it('drops waiting phrases when muted', () => {
    announcer.carryOut({ kind: 'beep', tone: 'start' });
    announcer.carryOut({ kind: 'say', text: 'Passive.', urgent: false });
    announcer.setMuted(true);
    pass(1000);
    expect(spoken).toEqual([]);
  });
});
