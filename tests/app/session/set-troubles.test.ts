import { describe, expect, it } from 'vitest';
import { type SessionNotices, SetTroubles } from '../../../src/app/session/set-troubles.ts';
import type { CoachEffect } from '../../../src/coach/coach-contract.ts';

const troubles = () =>
  new SetTroubles({
    notices: { set: () => undefined } as unknown as SessionNotices,
    announcer: { carryOut: () => undefined },
    pageNow: () => 0,
  });
const said: CoachEffect = { kind: 'say', text: 'I get no picture.', urgent: false };
const aboutNoPicture: CoachEffect = { ...said, about: 'no-picture' };

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
