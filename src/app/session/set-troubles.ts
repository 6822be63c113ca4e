import type { Milliseconds } from '../../instrument/geometry/units.ts';
import type { NetworkName } from '../../instrument/output/reading.ts';
import type { CoachEffect } from '../../coach/coach-contract.ts';
import { noticeWords } from '../../i18n/en/notices.ts';
import type { AppError } from '../app-error.ts';
import type { Dumbness } from '../sound/announcer.ts';
import type { Blindness } from './session-contract.ts';
import type { SessionParts } from './session-parts.ts';

/** What a notice is about, the most important first. */
const KINDS = ['camera', 'worker', 'sound', 'storage', 'phone', 'network', 'voice', 'remark'] as const;
export type NoticeKind = (typeof KINDS)[number];

/** How long a notice is shown whose cause is over already, or that needs to be read once. */
export const PASSING_NOTICE: Milliseconds = 12_000;

interface Notice {
  readonly text: string;
  readonly until: Milliseconds;
  readonly isSaid: boolean;
}

/** Notices of troubles. The most important one is shown, until its cause is gone or its time is over. */
export class SessionNotices {
  #dumb: Dumbness | null = null;
  readonly #notices = new Map<NoticeKind, Notice>();

  /** @param text null: the cause is gone @param isSaid the voice says it as well */
  set(kind: NoticeKind, text: string | null, until: Milliseconds = Number.POSITIVE_INFINITY, isSaid = false): void {
    if (text === null) this.#notices.delete(kind);
    else this.#notices.set(kind, { text, until, isSaid });
  }

  /** That nothing is spoken. Where there is no voice at all, the person is told once. @param dumb null: the voice works */
  voice(dumb: Dumbness | null, now: Milliseconds): void {
    if (dumb === this.#dumb) return;
    this.#dumb = dumb;
    this.set('voice', dumb && noticeWords().shown.voice[dumb], dumb === 'none' ? now + PASSING_NOTICE : undefined);
  }

  clear(): void {
    this.#notices.clear();
    this.#dumb = null;
  }

  current(now: Milliseconds): Notice | null {
    for (const kind of KINDS) {
      const notice = this.#notices.get(kind);
      if (notice && now < notice.until) return notice;
    }
    return null;
  }
}

export interface SetTroublesDeps {
  readonly notices: SessionNotices;
  readonly announcer: Pick<SessionParts['announcer'], 'carryOut'>;
  readonly pageNow: SessionParts['pageNow'];
}

/** A browser takes a moment to allow the sound. */
const HELD_BACK_FOR: Milliseconds = 1500;

/** Names each network that could not be used once in a session, on the screen and aloud. */
export class NetworkNotices {
  readonly #deps: SetTroublesDeps;
  readonly #told = new Set<NetworkName>();

  constructor(deps: SetTroublesDeps) {
    this.#deps = deps;
  }

  /** @param names those that are out in the newest reading */
  tell(names: readonly NetworkName[]): void {
    const fresh = names.filter((name) => !this.#told.has(name));
    if (fresh.length === 0) return;
    const { notices, announcer, pageNow } = this.#deps;
    const { shown, spoken } = noticeWords();
    for (const name of fresh) this.#told.add(name);
    const text = fresh.map((name) => shown.networkOut[name]).join(' ');
    notices.set('network', text, pageNow() + PASSING_NOTICE, true);
    for (const name of fresh) announcer.carryOut({ kind: 'say', text: spoken.networkOut[name], urgent: false });
  }
}

/**
 * Reports troubles that do not end a set. A loss of the picture is also spoken, since the person on the floor sees no
 * screen.
 */
export class SetTroubles {
  readonly #deps: SetTroublesDeps;
  #camera: Extract<Blindness, 'camera-lost' | 'camera-silent'> | null = null;
  #workerGone = false;
  #heldBackSince: Milliseconds | null = null;

  constructor(deps: SetTroublesDeps) {
    this.#deps = deps;
  }

  /** Why there are no readings at all; null when there are. */
  get blind(): Blindness | null {
    return this.#camera ?? (this.#workerGone ? 'worker-gone' : null);
  }

  /** True for the coach's phrase about a missing picture when its cause has been spoken already. */
  isAlreadySpoken(effect: CoachEffect): boolean {
    return this.blind !== null && effect.kind === 'say' && effect.about === 'no-picture';
  }

  cameraLost(): void {
    this.#camera = 'camera-lost';
    this.#aloud('camera', noticeWords().shown.cameraLost);
    this.#alarm(noticeWords().spoken.cameraLost);
  }

  onlyOtherCameras(): void {
    this.#aloud('camera', noticeWords().shown.otherCamera);
    this.#say(noticeWords().spoken.otherCamera, false);
  }

  cameraBack(): void {
    this.#camera = null;
    this.#deps.notices.set('camera', null);
    this.#say(noticeWords().spoken.cameraBack, false);
  }

  /** @param muted true: the camera is there but sends nothing; false: it sends pictures again */
  cameraMuted(muted: boolean): void {
    this.#aloud('camera', muted ? noticeWords().shown.cameraSilent : null);
    if (muted === (this.#camera === 'camera-silent')) return;
    this.#camera = muted ? 'camera-silent' : null;
    if (muted) this.#alarm(noticeWords().spoken.cameraSilent);
    else this.#say(noticeWords().spoken.pictureBack, false);
  }

  fileBrokeOff(): void {
    this.#deps.notices.set('camera', noticeWords().shown.fileBrokeOff);
  }

  tabHidden(): void {
    this.#alarm(noticeWords().spoken.hidden);
  }

  /** The browser or the system allows no tones. Told on the screen, since a word may not be heard either. */
  soundHeldBack(isSo: boolean): void {
    const { notices, pageNow } = this.#deps;
    this.#heldBackSince = isSo ? (this.#heldBackSince ?? pageNow()) : null;
    const isLong = this.#heldBackSince !== null && pageNow() - this.#heldBackSince >= HELD_BACK_FOR;
    notices.set('sound', isLong ? noticeWords().shown.soundHeldBack : null);
  }

  /** A phase has waited until somebody could hear or see it begin. */
  waited(): void {
    const { notices, pageNow } = this.#deps;
    notices.set('remark', noticeWords().shown.waited, pageNow() + PASSING_NOTICE);
  }

  workerRestarted(): void {
    const { notices, pageNow } = this.#deps;
    notices.set('worker', noticeWords().shown.workerRestarted, pageNow() + PASSING_NOTICE);
  }

  /** There will be no readings any more. Spoken only once. */
  workerGaveUp(): void {
    if (this.#workerGone) return;
    this.#workerGone = true;
    this.#aloud('worker', noticeWords().shown.workerGaveUp);
    this.#alarm(noticeWords().spoken.workerGaveUp);
  }

  storage(error: AppError): void {
    const full = error.name === 'storage-full';
    this.#deps.notices.set('storage', full ? noticeWords().shown.storageFull : noticeWords().shown.storageTrouble);
  }

  /** A notice that comes with words of the voice. */
  #aloud(kind: NoticeKind, text: string | null): void {
    this.#deps.notices.set(kind, text, undefined, true);
  }

  #alarm(text: string): void {
    this.#deps.announcer.carryOut({ kind: 'beep', tone: 'cue' });
    this.#say(text, true);
  }

  #say(text: string, urgent: boolean): void {
    this.#deps.announcer.carryOut({ kind: 'say', text, urgent });
  }
}
