import { describe, expect, it } from 'vitest';
import type { SessionNotices } from '../../src/app/session-notices.ts';
import { SetTroubles } from '../../src/app/set-troubles.ts';
import type { CoachEffect } from '../../src/coach/coach-contract.ts';
import { spokenReason } from '../../src/coach/spoken-reason.ts';

const troubles = () =>
  new SetTroubles({
    notices: { set: () => undefined } as unknown as SessionNotices,
    announcer: { carryOut: () => undefined },
    pageNow: () => 0,
  });
const say = (text: string): CoachEffect => ({ kind: 'say', text, urgent: false });

describe('a missing picture', () => {
  it('is told by one voice: the coach is silent about it once the camera’s trouble was told', () => {
    const told = troubles();
    expect(told.isTold(say(spokenReason('no-picture', null)))).toBe(false);
    told.cameraLost();
    expect(told.isTold(say(spokenReason('no-picture', null)))).toBe(true);
    expect(told.isTold(say('Last round.'))).toBe(false);
    told.cameraBack();
    expect(told.isTold(say(spokenReason('no-picture', null)))).toBe(false);
  });
});
