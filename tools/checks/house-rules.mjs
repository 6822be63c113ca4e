import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { root } from '../shared/paths.mjs';
import { filesBelow } from './repository-files.mjs';

/**
 * @typedef {object} TextRule a rule about text that the linter does not have
 * @property {string} name
 * @property {RegExp} files
 * @property {RegExp} forbids
 * @property {string} why
 */

// Written in pieces, because this file must keep the rules too.
const disable = ['(?:ox|es)lint-dis', 'able|biome-ig', 'nore|@ts-(?:ig', 'nore|nocheck|expect-error)'].join('');
const notes = ['\\b(?:TO', 'DO|FIX', 'ME|X', 'XX|HA', 'CK)\\b'].join('');
const places = ['(?:^|["\'`(=\\s])/(?:wo', 'rk|tm', 'p|ho', 'me|ro', 'ot|Us', 'ers)/[A-Za-z0-9._-]'].join('');

/** @type {readonly TextRule[]} */
const textRules = [
  {
    name: 'no-switched-off-check',
    files: /\.(ts|mjs)$/,
    forbids: new RegExp(disable),
    why: 'a check is answered or changed for all, never switched off in one place',
  },
  {
    name: 'no-notes-to-self',
    files: /\.(ts|mjs|html|css)$/,
    forbids: new RegExp(notes),
    why: 'what is left to do is an issue',
  },
  {
    name: 'no-machine-path',
    files: /\.(ts|mjs|json|html|md)$|^\.ci\//,
    forbids: new RegExp(places),
    why: 'a path of one machine means nothing on another',
  },
  {
    name: 'no-css-counter',
    files: /^src\/.*\.(ts|css)$/,
    forbids: /content:[^;]*\bcounters?\(|\bcounter-(?:reset|increment|set):/,
    why: 'Chromium keeps the shadow tree with a counter, and the screen around it, after the person has left; use content: attr()',
  },
];

/**
 * @param {string} file path from the top folder, with forward slashes
 * @param {string} text
 * @returns {string[]} one line for each breach
 */
export function breaches(file, text) {
  const found = textRules
    .filter((rule) => rule.files.test(file))
    .flatMap((rule) =>
      text
        .split('\n')
        .flatMap((line, i) => (rule.forbids.test(line) ? [`${file}:${i + 1} ${rule.name}: ${rule.why}`] : [])),
    );
  const barrel = basename(file) === 'index.ts' && dirname(file) !== 'src/drills';
  return barrel ? [...found, `${file} no-barrel: only src/drills/index.ts gathers others`] : found;
}

/**
 * Checks every file of the repository.
 * @returns {Promise<string[]>} one line for each breach
 */
export async function houseBreaches() {
  const files = (await filesBelow()).filter((file) => file !== 'package-lock.json');
  const checked = files.filter((file) => /\.(ts|mjs|json|html|css|md)$|^\.ci\//.test(file));
  const all = checked.map(async (file) => breaches(file, await readFile(join(root, file), 'utf8')));
  return (await Promise.all(all)).flat();
}
