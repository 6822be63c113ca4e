import type { Milliseconds } from '../../instrument/geometry/units.ts';

/** What can be troubled without ending the set; the earlier in the list, the more it matters. */
const KINDS = ['camera', 'worker', 'person', 'storage'] as const;
export type NoticeKind = (typeof KINDS)[number];

/** Troubles of a running set. The gravest is shown; each goes when its cause does, or after a while. */
export class SessionNotices {
  readonly #notices = new Map<NoticeKind, { readonly text: string; readonly until: Milliseconds }>();

  /** @param text null: the cause is gone. */
  set(kind: NoticeKind, text: string | null, until: Milliseconds = Number.POSITIVE_INFINITY): void {
    if (text === null) this.#notices.delete(kind);
    else this.#notices.set(kind, { text, until });
  }

  clear(): void {
    this.#notices.clear();
  }

  current(now: Milliseconds): string | null {
    for (const kind of KINDS) {
      const notice = this.#notices.get(kind);
      if (notice && now < notice.until) return notice.text;
    }
    return null;
  }
}
