import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * Largest size of each kind of script, gzipped, in kB (1000 bytes):
 * - worker: the pose worker with tfjs;
 * - page: what the app loads before it shows anything;
 * - rest: screens that load when first opened, the analyze page, the demuxer;
 * - language: one language beside English;
 * - offline: the service worker with its list of files.
 */
export const budgets = Object.freeze({ worker: 240, page: 135, rest: 446, language: 52, offline: 5 });

/** @typedef {keyof typeof budgets} Kind */
/** @typedef {{ name: Kind, kilobytes: number, budget: number }} Size */

/**
 * @param {string} name of a script
 * @param {string} page the HTML of the app's page
 * @returns {Kind}
 */
function kindOf(name, page) {
  if (name.includes('.worker')) return 'worker';
  if (name.startsWith('german-')) return 'language';
  return page.includes(name) ? 'page' : 'rest';
}

/**
 * @param {string} folder the built app
 * @returns {Promise<readonly Size[]>}
 */
export async function measureSizes(folder) {
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  const names = (await readdir(join(folder, 'assets'))).filter((name) => name.endsWith('.js'));
  const bytes = { worker: 0, page: 0, rest: 0, language: 0, offline: 0 };
  for (const name of names) {
    const content = await readFile(join(folder, 'assets', name));
    bytes[kindOf(basename(name), page)] += gzipSync(content, { level: 9 }).length;
  }
  const offline = await readFile(join(folder, 'service-worker.js')).catch(() => null);
  if (offline) bytes.offline = gzipSync(offline, { level: 9 }).length;
  const kinds = /** @type {Kind[]} */ (Object.keys(budgets));
  return kinds.map((name) => ({ name, budget: budgets[name], kilobytes: Math.ceil(bytes[name] / 1000) }));
}

/**
 * @param {readonly Size[]} sizes
 * @returns {string[]} a line for each kind that is too large, or has size 0, which means that it was not found
 */
export function overBudget(sizes) {
  return sizes
    .filter((one) => one.kilobytes > one.budget || one.kilobytes === 0)
    .map((one) => `${one.name} scripts weigh ${one.kilobytes} kB gzipped, the budget is ${one.budget} kB`);
}
