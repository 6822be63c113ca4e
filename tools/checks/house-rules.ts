import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { root } from '../shared/paths.mjs';
import { filesBelow } from './repository-files.ts';

/** A rule about text that the linter does not have. */
interface TextRule {
  name: string;
  files: RegExp;
  forbids: RegExp;
  why: string;
}

// Written in pieces, because this file must keep the rules too.
const disable = ['(?:ox|es)lint-dis', 'able|biome-ig', 'nore|@ts-(?:ig', 'nore|nocheck|expect-error)'].join('');
const notes = ['\\b(?:TO', 'DO|FIX', 'ME|X', 'XX|HA', 'CK)\\b'].join('');
const places = ['(?:^|["\'`(=\\s])/(?:wo', 'rk|tm', 'p|ho', 'me|ro', 'ot|Us', 'ers)/[A-Za-z0-9._-]'].join('');

/** The rooms of the coach that have a part of its state. */
const rooms = ['timeline', 'setup', 'posture', 'rules', 'speech', 'progress'];

/** A part is read-only but in a draft (src/coach/stage.ts). */
const ownPartOnly: readonly TextRule[] = rooms.map((room) => ({
  name: 'own-part-only',
  files: new RegExp(`^src/coach/(?!${room}/)`),
  forbids: new RegExp(`\\bDraft<'${room}'`),
  why: `only src/coach/${room} changes its part of the state; tell it an event (src/coach/stage.ts)`,
}));

const textRules: readonly TextRule[] = [
  ...ownPartOnly,
  {
    name: 'one-order-of-stages',
    files: /^src\/(?!coach\/coach\.ts$).*\.ts$/,
    forbids: new RegExp(`from '[^']*/(?:${rooms.join('|')})-stage\\.ts'`),
    why: 'only src/coach/coach.ts runs stages; tell the others an event (src/coach/stage.ts)',
  },
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
 * @param file path from the top folder, with forward slashes
 * @returns one line for each breach
 */
export function breaches(file: string, text: string): string[] {
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
 * @returns one line for each breach
 */
export async function houseBreaches(): Promise<string[]> {
  const files = (await filesBelow()).filter((file) => file !== 'package-lock.json');
  const checked = files.filter((file) => /\.(ts|mjs|json|html|css|md)$|^\.ci\//.test(file));
  const all = checked.map(async (file) => breaches(file, await readFile(join(root, file), 'utf8')));
  return (await Promise.all(all)).flat();
}
