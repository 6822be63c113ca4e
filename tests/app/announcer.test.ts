import { beforeEach, describe, expect, it } from 'vitest';
import { type Announcer, createAnnouncer } from '../../src/app/announcer.ts';
import type { CoachEffect } from '../../src/coach/coach-contract.ts';

const CUE: CoachEffect = { kind: 'cue', rule: 'pelvis-twist', text: 'Rotate from the hip.', severity: 'red' };

let spoken: { text: string; urgent: boolean }[];
let tones: string[];
let voiceWorks: boolean;
let wanted: boolean;
let announcer: Announcer;

beforeEach(() => {
  spoken = [];
  tones = [];
  voiceWorks = true;
  wanted = true;
  announcer = createAnnouncer({
    voice: {
      state: 'ready',
      unlock: () => undefined,
      say: (text, urgent) => {
        if (voiceWorks) spoken.push({ text, urgent });
        return voiceWorks;
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
  });
});

describe('createAnnouncer', () => {
  it('speaks a cue at once, over whatever is being said, and does not beep into it', () => {
    announcer.carryOut(CUE);
    expect(spoken).toEqual([{ text: 'Rotate from the hip.', urgent: true }]);
    expect(tones).toEqual([]);
  });

  it('beeps for a cue when no voice works', () => {
    voiceWorks = false;
    announcer.carryOut(CUE);
    expect(tones).toEqual(['cue']);
  });

  it('beeps for a cue when the person wants nothing spoken', () => {
    wanted = false;
    announcer.carryOut(CUE);
    announcer.carryOut({ kind: 'say', text: 'Passive.', urgent: false });
    expect(spoken).toEqual([]);
    expect(tones).toEqual(['cue']);
  });

  it('leaves what is not to be heard alone', () => {
    announcer.carryOut({ kind: 'begin-neutral' });
    announcer.carryOut({ kind: 'finished', why: 'finished' });
    expect([...spoken, ...tones]).toEqual([]);
  });
});
