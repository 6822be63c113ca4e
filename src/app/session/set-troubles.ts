import type { Milliseconds } from '../../instrument/geometry/units.ts';
import type { CoachEffect } from '../../coach/coach-contract.ts';
import { noticeWords } from '../../i18n/en/notices.ts';
import type { AppError } from '../app-error.ts';
import type { Blindness } from './session-contract.ts';
import type { SessionNotices } from './session-notices.ts';
import type { SessionParts } from './session-parts.ts';

export interface SetTroublesDeps {
  readonly notices: SessionNotices;
  readonly announcer: Pick<SessionParts['announcer'], 'carryOut'>;
  readonly pageNow: SessionParts['pageNow'];
}

/** How long a notice stands whose cause is over. */
const PASSING_NOTICE: Milliseconds = 12_000;

/** What a running set says and shows of troubles that do not end it. The person lies on the floor: what blinds it is spoken. */
export class SetTroubles {
  readonly #deps: SetTroublesDeps;
  #camera: Extract<Blindness, 'camera-lost' | 'camera-silent'> | null = null;
  #workerGone = false;

  constructor(deps: SetTroublesDeps) {
    this.#deps = deps;
  }

  /** Why nothing is measured at all, whoever may be in front of the camera; null when something is. */
  get blind(): Blindness | null {
    return this.#camera ?? (this.#workerGone ? 'worker-gone' : null);
  }

  /** True for the coach's word about a missing picture when its cause has been told: one trouble, one voice. */
  isTold(effect: CoachEffect): boolean {
    return this.blind !== null && effect.kind === 'say' && effect.about === 'no-picture';
  }

  cameraLost(): void {
    this.#camera = 'camera-lost';
    this.#deps.notices.set('camera', noticeWords().shown.cameraLost);
    this.#alarm(noticeWords().spoken.cameraLost);
  }

  onlyOtherCameras(): void {
    this.#deps.notices.set('camera', noticeWords().shown.otherCamera);
    this.#say(noticeWords().spoken.otherCamera, false);
  }

  cameraBack(): void {
    this.#camera = null;
    this.#deps.notices.set('camera', null);
    this.#say(noticeWords().spoken.cameraBack, false);
  }

  /** The camera is there but sends nothing, or sends pictures again. */
  cameraMuted(muted: boolean): void {
    const { notices } = this.#deps;
    notices.set('camera', muted ? noticeWords().shown.cameraSilent : null);
    if (muted === (this.#camera === 'camera-silent')) return;
    this.#camera = muted ? 'camera-silent' : null;
    if (muted) this.#alarm(noticeWords().spoken.cameraSilent);
    else this.#say(noticeWords().spoken.pictureBack, false);
  }

  fileBrokeOff(): void {
    this.#deps.notices.set('camera', noticeWords().shown.fileBrokeOff);
  }

  tabHidden(): void {
    this.#say(noticeWords().spoken.hidden, true);
  }

  workerRestarted(): void {
    const { notices, pageNow } = this.#deps;
    notices.set('worker', noticeWords().shown.workerRestarted, pageNow() + PASSING_NOTICE);
  }

  /** For good: no number comes any more. Said once, however often it is found out. */
  workerGaveUp(): void {
    if (this.#workerGone) return;
    this.#workerGone = true;
    this.#deps.notices.set('worker', noticeWords().shown.workerGaveUp);
    this.#alarm(noticeWords().spoken.workerGaveUp);
  }

  nobody(isSo: boolean): void {
    this.#deps.notices.set('person', isSo ? noticeWords().shown.nobody : null);
  }

  storage(error: AppError): void {
    const full = error.name === 'storage-full';
    this.#deps.notices.set('storage', full ? noticeWords().shown.storageFull : noticeWords().shown.storageTrouble);
  }

  #alarm(text: string): void {
    this.#deps.announcer.carryOut({ kind: 'beep', tone: 'cue' });
    this.#say(text, true);
  }

  #say(text: string, urgent: boolean): void {
    this.#deps.announcer.carryOut({ kind: 'say', text, urgent });
  }
}
