import { describe, expect, it } from 'vitest';
import type { SessionNotices } from '../../../src/app/session/session-notices.ts';
import { SetTroubles } from '../../../src/app/session/set-troubles.ts';
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
  it('is told by one voice: the coach is silent about it once the camera’s trouble was told', () => {
    const told = troubles();
    expect(told.isTold(aboutNoPicture)).toBe(false);
    told.cameraLost();
    expect(told.isTold(aboutNoPicture)).toBe(true);
    expect(told.isTold(said)).toBe(false);
    told.cameraBack();
    expect(told.isTold(aboutNoPicture)).toBe(false);
  });
});
