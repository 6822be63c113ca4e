import type { Reading } from '../../instrument/output/reading.ts';
import type { SetPlan } from '../../coach/coach-contract.ts';
import type { Placement } from './placement.ts';
import type { RunningSet } from './running-set.ts';
import type { SessionSnapshot, SourceRequest } from './session-contract.ts';
import type { SessionNotices } from './session-notices.ts';
import type { SessionClient, SessionParts } from './session-parts.ts';

/** What is open between a session's `open` and `close`. What arrives for one that is over is thrown away. */
export interface OpenSession {
  readonly plan: SetPlan;
  readonly request: SourceRequest;
  readonly client: SessionClient;
  placement: Placement | null;
  set: RunningSet | null;
  reading: Reading | null;
}

export const openVisit = (plan: SetPlan, request: SourceRequest, client: SessionClient): OpenSession => ({
  plan,
  request,
  client,
  placement: null,
  set: null,
  reading: null,
});

/** Everything in the snapshot that changes by itself. */
export function currentView(
  visit: OpenSession,
  notices: SessionNotices,
  { announcer, wakeLock, pageNow }: Pick<SessionParts, 'announcer' | 'wakeLock' | 'pageNow'>,
): Partial<SessionSnapshot> {
  const counts = (visit.set ?? visit.placement)?.counts;
  return {
    gauge: visit.set?.gauge ?? null,
    reading: visit.reading,
    gate: visit.placement?.gate ?? null,
    notice: notices.current(pageNow()),
    blind: visit.set?.blind ?? null,
    arm: visit.set?.arm.progress ?? null,
    workerRestarts: visit.client.restarts,
    sound: { ...announcer.state, wakeLock: wakeLock.state },
    ...(counts ? { frames: counts } : {}),
  };
}
