import type { Page } from '@playwright/test';

/** Notes each word of the phase with the time at which it is drawn, and each use of what only the first screen may use. */
export function watchScreen(): void {
  const words: { readonly text: string; readonly at: number }[] = [];
  const used: string[] = [];
  Object.assign(window, { watched: { words, used } });
  const find = (root: ParentNode): Element | null => {
    for (const one of root.querySelectorAll('*')) {
      if (one.localName === 'th-now-word') return one;
      const inner = one.shadowRoot && find(one.shadowRoot);
      if (inner) return inner;
    }
    return null;
  };
  const look = (): void => {
    const text = find(document)?.shadowRoot?.textContent?.trim() ?? '';
    if (text && text !== words.at(-1)?.text) words.push({ text, at: Date.now() });
  };
  setInterval(look, 10);
  // The first screen may use all of it.
  if (location.hash.startsWith('#/second-screen/')) {
    const note = (what: string) => used.push(what);
    navigator.mediaDevices.getUserMedia = () => (note('camera'), Promise.reject(new Error('nobody may ask')));
    speechSynthesis.speak = () => note('voice');
    indexedDB.open = new Proxy(indexedDB.open, {
      apply: (open, self, given: [string]) => (note('storage'), open.apply(self, given)),
    });
    WakeLock.prototype.request = () => (note('wake lock'), Promise.reject(new Error('nobody may ask')));
    window.AudioContext = new Proxy(AudioContext, {
      construct: (Sound, given) => (note('sound'), new Sound(...(given as []))),
    });
  }
}

/** Of a page with `watchScreen`. */
export const watchedIn = (page: Page) =>
  page.evaluate(
    () => (window as unknown as { watched: { words: { text: string; at: number }[]; used: string[] } }).watched,
  );

/** Presses the button of the first screen. @returns the second */
export async function openSecond(page: Page): Promise<Page> {
  const opening = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'On a second screen' }).click();
  return opening;
}
