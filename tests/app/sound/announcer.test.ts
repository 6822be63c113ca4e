import { beforeEach, describe, expect, it } from 'vitest';
import { type Announcer, createAnnouncer } from '../../../src/app/sound/announcer.ts';
import type { CoachEffect } from '../../../src/coach/coach-contract.ts';

const CUE: CoachEffect = { kind: 'cue', rule: 'pelvis-twist', text: 'Rotate from the hip.', severity: 'red' };

let spoken: { text: string; urgent: boolean }[];
let tones: string[];
let voiceWorks: boolean;
let wanted: boolean;
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
  wanted = true;
  speaking = false;
  hushed = 0;
  now = 0;
  timers = [];
  announcer = createAnnouncer({
    voice: {
      state: 'ready',
      unlock: () => undefined,
      say: (text, urgent) => {
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
      play: (tone) => tones.push(tone),
      setMuted: () => undefined,
      close: () => undefined,
    },
    speaks: () => wanted,
    clock: {
      now: () => now,
      later: (run, after) => timers.push({ run, at: now + after }),
    },
  });
});

describe('createAnnouncer', () => {
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
