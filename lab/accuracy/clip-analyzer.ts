import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, ExitError } from '../../tools/shared/exit-error.ts';
import { buildPage } from '../../tools/browser/built-page.ts';
import { openServedPage } from '../../tools/browser/open-page.ts';
import { dropOld, sourceFingerprint } from '../../tools/build/cached-builds.ts';
import { root } from '../../tools/shared/paths.mjs';
import { say } from '../../tools/shared/progress.ts';
import type { AnalyzeProgress, AnalyzeRequest, AnalyzeResult } from './page/analyze-page.ts';
import type { SetRecord } from '../../src/coach/record/set-record.ts';

/** A page with the app's own pipeline in a headless Chromium. It runs clips one after the other and keeps engine and worker between them. */

interface Analysis {
  record: SetRecord;
  /** Why nothing was measured, in plain words. */
  unmeasured: string | null;
  /** Wall-clock seconds for all frames. */
  seconds: number;
}

export interface ClipAnalyzer {
  /** Throws an `ExitError` with the sentence and the exit status. */
  analyse: (file: string, request: Omit<AnalyzeRequest, 'clip'>) => Promise<Analysis>;
  close: () => Promise<void>;
}

/** Exit status and sentence for each error of the page. */
const TROUBLES: Readonly<Record<string, readonly [number, string]>> = {
  'file-not-video': [EXIT.notVideo, 'is not a video that can be read'],
  'file-codec-unsupported': [EXIT.codec, 'is coded in a way this browser cannot decode'],
  'file-broken-off': [EXIT.notVideo, 'cannot be read'],
  'video-without-person': [EXIT.noPerson, 'shows no person that can be believed'],
  'unknown-drill': [EXIT.usage, 'cannot be analysed'],
  'bad-goal': [EXIT.usage, 'cannot be analysed'],
  'bad-timeline': [EXIT.timeline, 'does not go with the timeline file'],
  'weights-missing': [EXIT.noEngine, 'cannot be analysed without the model; run npm start once'],
  'weights-corrupt': [EXIT.noEngine, 'cannot be analysed with a damaged model; run npm start once'],
  'no-backend': [EXIT.noEngine, 'cannot be analysed: no way to run the model works in this browser'],
};

const PAGE = 'lab/accuracy/page/index.html';
const CACHE = join(root, 'node_modules', '.cache', 'truehip');

/** Builds the page, unless there is one of these sources. It is made in another folder, so that nobody opens half of it. */
async function builtPage(): Promise<string> {
  const made = sourceFingerprint({
    folders: ['src', 'workers', 'models', 'public', 'tools/build', 'lab/accuracy/page', 'lab/made'],
    files: /(?<!\.test)\.\w+$/,
    // The manifest of the models has the hashes of the weights.
    passedOver: new Set(['weights']),
    also: ['package-lock.json', 'vite.config.ts', 'tools/browser/headers.json'],
  });
  const folder = join(CACHE, `analyze-${made}`);
  if (existsSync(join(folder, PAGE))) return folder;
  say('building the page that measures clips');
  mkdirSync(CACHE, { recursive: true });
  dropOld(CACHE, 'analyze-');
  const fresh = `${folder}-${process.pid}`;
  await buildPage(PAGE, fresh);
  // Another command may have made the same meanwhile.
  if (existsSync(folder)) rmSync(fresh, { recursive: true });
  else renameSync(fresh, folder);
  return folder;
}

export async function startClipAnalyzer({
  onProgress,
}: {
  onProgress?: (progress: AnalyzeProgress) => void;
} = {}): Promise<ClipAnalyzer> {
  const { page, share, close, ready } = await openServedPage({
    folder: await builtPage(),
    setUp: async (opened, url) => {
      const crashed = new Promise((_, reject) => {
        opened.once('crash', () => reject(new ExitError(EXIT.noEngine, 'the browser’s page crashed.')));
      });
      // It is awaited only during an analysis; a crash between two must not be reported as unhandled.
      crashed.catch(() => undefined);
      if (onProgress) await opened.exposeFunction('truehipProgress', onProgress);
      await opened.goto(`${url}/${PAGE}`);
      await opened.waitForFunction(() => window.truehipAnalyze !== undefined);
      return { crashed };
    },
  });
  return {
    close,
    analyse: async (file, request) => {
      const whole = { ...request, clip: share(file) };
      const running = page.evaluate((asked) => window.truehipAnalyze?.(asked), whole);
      const result = await Promise.race([running, ready.crashed]);
      return analysisOf(result as Awaited<typeof running>, file);
    },
  };
}

function analysisOf(result: AnalyzeResult | undefined, file: string): Analysis {
  if (!result) throw new ExitError(EXIT.unforeseen, 'the analysing page did not answer.');
  if (result.ok) return { ...result, record: JSON.parse(result.record) };
  const [status, sentence] = TROUBLES[result.trouble] ?? [EXIT.unforeseen, 'could not be analysed'];
  throw new ExitError(status, `"${file}" ${sentence}: ${result.detail.replace(/\.$/, '')}.`);
}
