import { describe, expect, it } from 'vitest';
import { SessionNotices, SetTroubles } from '../../../src/app/session/set-troubles.ts';
import type { CoachEffect } from '../../../src/coach/coach-contract.ts';

const troubles = () =>
  new SetTroubles({
    notices: { set: () => undefined } as unknown as SessionNotices,
    announcer: { carryOut: () => undefined },
    pageNow: () => 0,
  });
const said: CoachEffect = { kind: 'say', text: 'I get no picture.', urgent: false };
const aboutNoPicture: CoachEffect = { ...said, about: 'no-picture' };

describe('the notice of a dumb voice', () => {
  it('stays until a broken voice is back', () => {
    const notices = new SessionNotices();
    notices.voice('broken', 0);
    expect(notices.current(600_000)?.text ?? null).toMatch(/^I can’t speak right now/);
    notices.voice(null, 600_000);
    expect(notices.current(600_000)?.text ?? null).toBeNull();
  });

  it('tells once in a session that there is no voice, and gives way to a lost camera', () => {
    const notices = new SessionNotices();
    notices.voice('none', 0);
    expect(notices.current(1000)?.text ?? null).toMatch(/^This browser has no voice/);
    notices.set('camera', 'gone');
    expect(notices.current(1000)?.text ?? null).toBe('gone');
    notices.set('camera', null);
    notices.voice('none', 60_000);
    expect(notices.current(60_000)?.text ?? null).toBeNull();
    notices.clear();
    notices.voice('none', 70_000);
    expect(notices.current(70_000)?.text ?? null).not.toBeNull();
  });
});

describe('a missing picture', () => {
  it('is not announced by the coach when the camera’s trouble was announced already', () => {
    const told = troubles();
    expect(told.isAlreadySpoken(aboutNoPicture)).toBe(false);
    told.cameraLost();
    expect(told.isAlreadySpoken(aboutNoPicture)).toBe(true);
    expect(told.isAlreadySpoken(said)).toBe(false);
    told.cameraBack();
    expect(told.isAlreadySpoken(aboutNoPicture)).toBe(false);
  });
});
