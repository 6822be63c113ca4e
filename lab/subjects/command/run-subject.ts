import { resolve } from 'node:path';
import { BODY_IDS, isBodyId } from '../people/bodies.ts';
import { type BodyStore, openBodyStore } from '../body/built-bodies.ts';
import { type Cast, cast } from '../people/casting.ts';
import { CLIP_SET, type SetClip, writeManifest } from '../clips/clip-set.ts';
import { compareClip, MIN_PSNR } from '../clips/compare-set.ts';
import type { Recipe } from '../contract.ts';
import { makeRoomFor } from './disk-space.ts';
import { HELD_BACK, moveSpentClips } from '../clips/held-back.ts';
import { ensureFfmpeg } from '../../../tools/browser/find-ffmpeg.ts';
import type { ServedPage } from '../../../tools/browser/open-page.ts';
import { EXIT, ExitError } from '../../../tools/shared/exit-error.ts';
import { clearProgress, say } from '../../../tools/shared/progress.ts';
import { LAB_CACHE, openStage } from './lab-tools.ts';
import { command, readArguments, type SubjectWish } from './subject-arguments.ts';
import { clipFiles, isFinished, makeClip, performCast } from '../clips/make-clip.ts';
import { secondsOf } from '../motion/perform.ts';
import { nearNames } from './near-names.ts';
import { RECIPES, recipeById } from '../recipes/all-recipes.ts';
import { directStage, type StageDirector } from '../clips/stage-director.ts';
import { timeLeft } from './time-left.ts';

const allRecipes = [...RECIPES].sort((a, b) => a.id.localeCompare(b.id));

/** Lines of `--list`. A one-sided recipe also exists with `-right` after its id. */
export function recipeList(): string[] {
  const wide = Math.max(...allRecipes.map(({ id }) => id.length));
  return allRecipes.map((recipe) => {
    const { id, side, shows } = recipe;
    return `${id.padEnd(wide)}  ${secondsOf(recipe).toFixed(0).padStart(3)} s, ${side.padEnd(5)} ${shows}`;
  });
}

/** @throws {ExitError} with similar names */
export function recipeNamed(name: string): Recipe {
  const found = recipeById(name);
  if (found) return found;
  const near = nearNames(
    name,
    allRecipes.map(({ id }) => id),
  );
  const meant = near.length > 0 ? `did you mean ${near.join(' or ')}?` : '';
  throw new ExitError(EXIT.usage, `there is no recipe "${name}"; ${meant || '--list shows all of them.'}`);
}

function checkBody(body: string | null): void {
  if (body === null || isBodyId(body)) return;
  const near = nearNames(body, BODY_IDS);
  throw new ExitError(
    EXIT.usage,
    `there is no body "${body}"; there are ${(near.length > 0 ? near : BODY_IDS).join(', ')}.`,
  );
}

const framesOf = ({ recipe }: Cast): number => Math.round(secondsOf(recipe) * recipe.fps);

interface Studio {
  readonly stage: ServedPage;
  readonly bodies: BodyStore;
  readonly director: StageDirector;
}

async function openStudio(): Promise<Studio> {
  const bodies = await openBodyStore();
  const stage = await openStage();
  return { stage, bodies, director: directStage(stage, bodies) };
}

async function renderClips(casts: readonly Cast[], wish: SubjectWish): Promise<void> {
  const ffmpeg = await ensureFfmpeg();
  const { stage, bodies, director } = await openStudio();
  try {
    const total = casts.reduce((sum, one) => sum + framesOf(one), 0);
    const counter = timeLeft(total);
    for (const one of casts) {
      const started = performance.now();
      const performed = performCast(one, bodies);
      const job = { cast: one, performance: performed, folder: wish.out, isSmall: wish.clipSet };
      let painted = 0;
      const files = await makeClip(job, director, ffmpeg, (now) => {
        painted += now ? 1 : 0;
        counter.step(one.name, now);
      });
      const seconds = (performance.now() - started) / 1000;
      const pace = painted > 0 ? `, ${(seconds / painted).toFixed(2)} s a frame` : '';
      say(`${files.video}: ${painted} frames painted${pace}`);
    }
  } finally {
    await stage.close();
  }
}

/** Renders some moments of the shipped clips again and reports every clip that looks different. */
async function compareAll(casts: readonly Cast[], wish: SubjectWish): Promise<void> {
  const ffmpeg = await ensureFfmpeg();
  const { stage, bodies, director } = await openStudio();
  const other: string[] = [];
  try {
    for (const one of casts) {
      const psnr = await compareClip(one, wish.out, {
        director,
        bodies,
        ffmpeg,
      });
      console.log(`${one.name}: ${psnr.toFixed(1)} dB`);
      if (psnr < MIN_PSNR) other.push(one.name);
    }
  } finally {
    await stage.close();
  }
  if (other.length === 0) return;
  throw new ExitError(EXIT.changed, `painted anew, these clips look different: ${other.join(', ')}.`);
}

const isDiskFull = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOSPC';

/** `npm run subject`. */
export async function main(args: readonly string[]): Promise<void> {
  const wish = readArguments(args);
  if (wish === 'help') return command.printHelp();
  try {
    await runSubject({ ...wish, out: resolve(wish.out) });
  } finally {
    clearProgress();
  }
}

async function runSubject(wish: SubjectWish): Promise<void> {
  if (wish.list) {
    console.log(recipeList().join('\n'));
    return;
  }
  checkBody(wish.body);
  const casts = castsOf(wish);
  const spent = wish.heldBack ? moveSpentClips(wish.out, new Set(casts.map(({ name }) => name))) : [];
  if (spent.length > 0) say(`${spent.length} clips of an earlier set are in ${wish.out}/spent now`);
  try {
    if (wish.compare) await compareAll(casts, wish);
    else await renderMissing(casts, wish);
    if (wish.clipSet && !wish.compare) writeManifest(wish.out);
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    throw new ExitError(EXIT.noSpace, 'the disk is full; make room and run again, what is painted stays.');
  }
}

function castsOf(wish: SubjectWish): readonly Cast[] {
  if (wish.clipSet) return CLIP_SET.map((one) => setCast(one));
  if (wish.heldBack) return HELD_BACK.map((one) => setCast(one));
  const recipes = wish.all ? allRecipes : wish.recipes.map((name) => recipeNamed(name));
  return recipes.map((recipe) => cast(recipe, wish));
}

const setCast = (one: SetClip & { readonly body?: string }): Cast =>
  cast(recipeNamed(one.recipe), { seed: one.seed, body: one.body ?? null, preview: false });

async function renderMissing(casts: readonly Cast[], wish: SubjectWish): Promise<void> {
  const missing = casts.filter(({ name }) => wish.again || !isFinished(clipFiles(wish.out, name)));
  if (missing.length < casts.length) {
    say(`${casts.length - missing.length} of ${casts.length} clips are there already (--again renders them anew)`);
  }
  if (missing.length === 0) return;
  const most = Math.max(...missing.map(framesOf));
  makeRoomFor(LAB_CACHE, most);
  makeRoomFor(wish.out, 0);
  await renderClips(missing, wish);
}
