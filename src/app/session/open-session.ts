import type { Reading } from '../../instrument/output/reading.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { isPerformed } from '../../coach/record/set-record.ts';
import type { SetPlan } from '../../coach/coach-contract.ts';
import type { SetStore, Settings } from '../../storage/storage-contract.ts';
import type { EngineInfo, LoadOptions } from '../../../workers/pose.api.ts';
import type { FrameSource } from '../sources/frame-source.ts';
import type { SessionClient } from '../worker-client/pose-client.ts';
import type { PhoneLine, UsedPhone } from './phone-line.ts';
import type { Placement } from './placement.ts';
import type { RunningSet } from './running-set.ts';
import type { SessionSnapshot, SourceRequest } from './session-contract.ts';
import type { GuardedParts, SessionParts } from './session-parts.ts';
import type { NetworkNotices, SessionNotices } from './set-troubles.ts';

/** What is open between `open` and `close`. Events of an earlier one are ignored. */
export interface OpenSession {
  plan: SetPlan;
  readonly request: SourceRequest;
  readonly client: SessionClient;
  readonly parts: GuardedParts;
  readonly networks: NetworkNotices;
  /** Whether the person does this drill for the first time (`isFirstTime`). */
  readonly firstTime: Promise<boolean>;
  placement: Placement | null;
  /** The opened source. Whoever uses it closes it too; here it is closed after an exception. */
  source: FrameSource | null;
  /** A phone on the pelvis, while one is used. */
  phone: PhoneLine | null;
  set: RunningSet | null;
  reading: Reading | null;
}

export const newOpenSession = (
  given: Pick<OpenSession, 'plan' | 'request' | 'client' | 'parts' | 'networks' | 'firstTime'>,
): OpenSession => ({
  ...given,
  placement: null,
  source: null,
  phone: null,
  set: null,
  reading: null,
});

/**
 * Whether no set of this drill was ever done to its end, so that the coach gives the lesson and not the short form. The demo has no
 * lesson; nor has a set whose history cannot be read.
 */
export async function isFirstTime(
  sets: Partial<Pick<SetStore, 'list'>>,
  { drill }: Pick<SetPlan, 'drill'>,
  { kind }: SourceRequest,
): Promise<boolean> {
  if (sets.list === undefined || kind === 'demo') return false;
  try {
    const past = await sets.list();
    return !past.some((set) => set.drill === drill.id && set.ended === 'finished' && isPerformed(set.source));
  } catch {
    return false;
  }
}

/** Whether a phone can watch: only a set before the camera, of a drill that has rules for one. A check only measures. */
const takesPhone = ({ plan: { drill, check }, request, set }: OpenSession): boolean =>
  set === null && request.kind === 'camera' && drill.phone !== undefined && check === undefined;

/** Connects a phone to a session that has not begun its set and can use one. Null: the phone is let go. */
export function connectPhone(session: OpenSession, phone: UsedPhone | null, pageNow: () => number): void {
  session.phone?.close();
  session.phone = null;
  if (phone === null || !takesPhone(session)) return;
  session.phone = phone.connect(session.client, pageNow);
  session.plan = phone.placing(session.plan);
  session.placement?.useWords(session.plan.words.gate);
}

/** The plan of the set that begins: with the phone's rules if it is ready, else the phone is not used in it. */
export function planWithPhone(session: OpenSession, phone: UsedPhone | null): SetPlan {
  if (session.phone !== null && phone !== null && session.reading?.phone?.state === 'ready')
    return phone.watching(session.plan);
  session.phone?.close();
  session.phone = null;
  return session.plan;
}

/** The parts of the snapshot that change without an action of the person. */
export function currentView(
  session: OpenSession,
  notices: SessionNotices,
  { announcer, wakeLock, pageNow }: Pick<SessionParts, 'announcer' | 'wakeLock' | 'pageNow'>,
): Partial<SessionSnapshot> {
  notices.voice(announcer.state.dumb, pageNow());
  const notice = notices.current(pageNow());
  const counts = (session.set ?? session.placement)?.counts;
  return {
    plan: session.plan,
    gauge: session.set?.gauge ?? null,
    reading: session.reading,
    gate: session.placement?.gate ?? null,
    notice: notice?.text ?? null,
    noticeSaid: notice?.isSaid ?? false,
    blind: session.set?.blind ?? null,
    arm: session.set?.arm.progress ?? null,
    bothArms: session.set?.arm.isBoth ?? false,
    workerRestarts: session.client.restarts,
    sound: { ...announcer.state, wakeLock: wakeLock.state },
    ...(counts ? { frames: counts } : {}),
  };
}

/** In a person's first set before the camera the 26 MB of the largest model are not fetched. */
export const loadOptions = (
  { instrument, measure }: DrillDefinition,
  { model, blindSpotsTold }: Pick<Settings, 'model' | 'blindSpotsTold'>,
): LoadOptions => ({
  model,
  heavy: blindSpotsTold.length > 0,
  backend: 'auto',
  targetRate: instrument.frameRate,
  networks: measure,
});

/** Loads the model and opens the source at the same time. When one fails, the other is closed. */
export async function openTogether(
  load: () => Promise<EngineInfo>,
  openSource: () => Promise<FrameSource>,
): Promise<readonly [EngineInfo, FrameSource]> {
  const opening = openSource();
  try {
    return await Promise.all([load(), opening]);
  } catch (error) {
    opening.then(
      (source) => source.close(),
      () => undefined,
    );
    throw error;
  }
}
