import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * Largest size of each kind of script, gzipped, in kB (1000 bytes):
 * - worker: the pose worker with tfjs;
 * - page: what the app loads before it shows anything (1.7 kB of it is what a set must know of a phone);
 * - rest: screens that load when first opened, the demuxer;
 * - language: one language beside English;
 * - phone: the page on the phone, with its drawing of codes and both languages;
 * - offline: the service worker.
 */
export const budgets = Object.freeze({ worker: 289, page: 156, rest: 470, language: 64, phone: 15, offline: 4 });

type Kind = keyof typeof budgets;

type Size = { name: Kind; kilobytes: number; budget: number };

/**
 * @param name of a script
 * @param page the HTML of the app's page
 */
function kindOf(name: string, page: string): Kind {
  if (name.includes('.worker')) return 'worker';
  if (name.startsWith('german-')) return 'language';
  if (name.startsWith('phone-page-')) return 'phone';
  return page.includes(name) ? 'page' : 'rest';
}

/** @param folder the built app */
export async function measureSizes(folder: string): Promise<readonly Size[]> {
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  const names = (await readdir(join(folder, 'assets'))).filter((name) => name.endsWith('.js'));
  const bytes = { worker: 0, page: 0, rest: 0, language: 0, phone: 0, offline: 0 };
  for (const name of names) {
    const content = await readFile(join(folder, 'assets', name));
    bytes[kindOf(basename(name), page)] += gzipSync(content, { level: 9 }).length;
  }
  const offline = await readFile(join(folder, 'service-worker.js')).catch(() => null);
  if (offline) bytes.offline = gzipSync(offline, { level: 9 }).length;
  const kinds = Object.keys(budgets) as Kind[];
  return kinds.map((name) => ({ name, budget: budgets[name], kilobytes: Math.ceil(bytes[name] / 1000) }));
}

/** @returns a line for each kind that is too large, or has size 0, which means that it was not found */
export function overBudget(sizes: readonly Size[]): string[] {
  return sizes
    .filter((one) => one.kilobytes > one.budget || one.kilobytes === 0)
    .map((one) => `${one.name} scripts weigh ${one.kilobytes} kB gzipped, the budget is ${one.budget} kB`);
}

/** Bytes. Cloudflare Pages takes no larger file, and then refuses the whole upload. */
const largestFile = 25 * 1024 * 1024;

/** @returns a line for each file of the built app that some host would refuse */
export async function tooLarge(folder: string, most = largestFile): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const sizes = await Promise.all(files.map(async (file) => ({ file, bytes: (await stat(file)).size })));
  return sizes
    .filter(({ bytes }) => bytes > most)
    .map(({ file, bytes }) => `${basename(file)} has ${bytes} bytes, and some hosts take no more than ${most}`);
}
