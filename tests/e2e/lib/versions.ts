import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { addOffline } from '../../../tools/build/offline-build.ts';

/** Changes a text file of a built app, and removes its compressed copies, which are those of the text before. */
export function rewrite(folder: string, file: string, change: (text: string) => string): void {
  const path = join(folder, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
  for (const ending of ['.br', '.gz']) rmSync(path + ending, { force: true });
}

/** Makes a built app another version: its page has this title, and its list and its service worker are those of its files. */
export async function release(folder: string, title: string): Promise<void> {
  rewrite(folder, 'index.html', (text) => text.replace(/<title>.*<\/title>/, `<title>${title}</title>`));
  await addOffline(folder);
  for (const name of ['offline.json', 'service-worker.js'])
    for (const ending of ['.br', '.gz']) rmSync(join(folder, name) + ending, { force: true });
}

/** Name of a file below `assets/`. */
export const assetOf = (folder: string, pattern: RegExp): string =>
  `assets/${readdirSync(join(folder, 'assets')).find((name) => pattern.test(name)) ?? ''}`;

/** Asks for a new version, and waits until it is stored or was refused. @returns whether one waits */
export const askForUpdate = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const { installing } = registration;
    if (installing === null) return registration.waiting !== null;
    return new Promise<boolean>((done) => {
      installing.addEventListener('statechange', () => done(installing.state === 'installed'));
    });
  });
