import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../../../tools/shared/paths.mjs';

/** Configuration files, copied from this repository. */
const rules = [
  '.gitignore',
  'package.json',
  'tsconfig.base.json',
  'biome.json',
  '.oxlintrc.json',
  'knip.jsonc',
  'src/instrument/tsconfig.json',
  'src/coach/tsconfig.json',
  'src/training/tsconfig.json',
  'src/tsconfig.json',
  'workers/tsconfig.json',
];

/** A small tree that breaks no rule, with a file in each layer. */
const harmless: Readonly<Record<string, string>> = {
  'index.html': '<!doctype html><script type="module" src="/src/main.ts"></script>\n',
  'vite.config.ts':
    "import { defineConfig } from 'vite';\n\nexport default defineConfig({ build: { rollupOptions: { input: 'index.html' } } });\n",
  'tsconfig.json': JSON.stringify({
    files: [],
    references: ['src/instrument', 'src/coach', 'src/training', 'workers', 'src'].map((path) => ({ path })),
  }),
  'src/instrument/geometry/units.ts': 'export const half = (turn: number): number => turn / 2;\n',
  'src/coach/rule.ts': "import { half } from '../instrument/geometry/units.ts';\n\nexport const rule = half(1);\n",
  'src/training/progress.ts': "import { rule } from '../coach/rule.ts';\n\nexport const progress = rule + 1;\n",
  'src/i18n/en/english.ts': 'export const english = 1;\n',
  'src/drills/index.ts': 'export const drills = [1];\n',
  'src/app/worker-client/pose-client.ts':
    "import type { PoseApi } from '../../../workers/pose.api.ts';\n\nexport const run = (api: PoseApi): number => api.analyse(1);\n",
  'src/main.ts':
    "import { rule } from './coach/rule.ts';\nimport { progress } from './training/progress.ts';\nimport { drills } from './drills/index.ts';\nimport { english } from './i18n/en/english.ts';\nimport { run } from './app/worker-client/pose-client.ts';\n\ndocument.title = String(run({ analyse: (frame) => frame + rule + progress + english + drills.length }));\n",
  'workers/pose.api.ts': 'export interface PoseApi {\n  analyse(frame: number): number;\n}\n',
  'workers/pose.worker.ts':
    "import { half } from '../src/instrument/geometry/units.ts';\nimport type { PoseApi } from './pose.api.ts';\n\nconst api: PoseApi = { analyse: half };\nself.postMessage(api.analyse(1));\n",
};

export interface GuardProject {
  /** Runs a script of node_modules there. */
  run(script: string, ...args: readonly string[]): { readonly status: number | null; readonly output: string };
  remove(): void;
}

/**
 * A project of its own in the system's temporary folder, with this repository's rules and packages and with the given
 * files on top of the harmless ones. Nothing is ever written into the repository itself.
 */
export function guardProject(files: Readonly<Record<string, string>>): GuardProject {
  const folder = mkdtempSync(join(tmpdir(), 'truehip-guards-'));
  for (const file of rules) cpSync(join(root, file), join(folder, file));
  for (const [file, text] of Object.entries({ ...harmless, ...files })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  // Each package is linked separately, because the compiler's state in node_modules/.cache must not be shared.
  const packages = join(root, 'node_modules');
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(packages).filter((one) => one === '.bin' || !one.startsWith('.'))) {
    symlinkSync(join(packages, name), join(folder, 'node_modules', name), 'junction');
  }
  return {
    run(script, ...args) {
      const path = join(packages, script);
      const done = spawnSync(process.execPath, [path, ...args], { cwd: folder, encoding: 'utf8' });
      return { status: done.status, output: (done.stdout + done.stderr).replaceAll('\\', '/') };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
