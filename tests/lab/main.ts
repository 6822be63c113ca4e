import { BODY_IDS, isBodyId } from './people/bodies.ts';
import { type BodyStore, openBodyStore } from './body/built-bodies.ts';
import { type Cast, cast } from './people/casting.ts';
import { CLIP_SET, type SetClip, writeManifest } from './clips/clip-set.ts';
import { compareClip, MIN_PSNR } from './clips/compare-set.ts';
import type { Recipe } from './contract.ts';
import { makeRoomFor } from './command/disk-space.ts';
import { HELD_BACK, moveSpentClips } from './clips/held-back.ts';
import type { LabTools, OpenStage, SubjectWish } from '../../tools/lab/lab-tools.mjs';
import { clipFiles, isFinished, makeClip, performCast } from './clips/make-clip.ts';
import { secondsOf } from './motion/perform.ts';
import { nearNames } from './command/near-names.ts';
import { RECIPES, recipeById } from './recipes/all-recipes.ts';
import { directStage, type StageDirector } from './clips/stage-director.ts';
import { makeStills } from './clips/stills.ts';
import { timeLeft } from './command/time-left.ts';

const allRecipes = [...RECIPES].sort((a, b) => a.id.localeCompare(b.id));

/** Lines of `--list`. A one-sided recipe also exists with `-right` after its id. */
export function recipeList(): string[] {
  const wide = Math.max(...allRecipes.map(({ id }) => id.length));
  return allRecipes.map((recipe) => {
    const { id, side, shows } = recipe;
    return `${id.padEnd(wide)}  ${secondsOf(recipe).toFixed(0).padStart(3)} s, ${side.padEnd(5)} ${shows}`;
  });
}

/** @throws the error of `refuse`, with similar names */
export function recipeNamed(name: string, refuse: LabTools['refuse']): Recipe {
  const found = recipeById(name);
  if (found) return found;
  const near = nearNames(
    name,
    allRecipes.map(({ id }) => id),
  );
  const meant = near.length > 0 ? `did you mean ${near.join(' or ')}?` : '';
  throw refuse('usage', `there is no recipe "${name}"; ${meant || '--list shows all of them.'}`);
}

function checkBody(body: string | null, refuse: LabTools['refuse']): void {
  if (body === null || isBodyId(body)) return;
  const near = nearNames(body, BODY_IDS);
  throw refuse('usage', `there is no body "${body}"; there are ${(near.length > 0 ? near : BODY_IDS).join(', ')}.`);
}

const framesOf = ({ recipe }: Cast): number => Math.round(secondsOf(recipe) * recipe.fps);

interface Studio {
  readonly stage: OpenStage;
  readonly bodies: BodyStore;
  readonly director: StageDirector;
}

async function openStudio(tools: LabTools): Promise<Studio> {
  const bodies = await openBodyStore(tools);
  const stage = await tools.openStage();
  return { stage, bodies, director: directStage(stage, bodies) };
}

async function renderStills(wish: SubjectWish, count: number, tools: LabTools): Promise<void> {
  makeRoomFor(wish.out, count, tools.refuse);
  const { stage, bodies, director } = await openStudio(tools);
  try {
    const counter = timeLeft(count, tools.show);
    const asked = { count, seed: wish.seed, body: wish.body, folder: wish.out };
    const painted = await makeStills(asked, allRecipes, bodies, director, tools.refuse, (now) =>
      counter.step('stills', now),
    );
    tools.say(`${painted} stills painted, ${count - painted} were there already: ${wish.out}`);
  } finally {
    await stage.close();
  }
}

async function renderClips(casts: readonly Cast[], wish: SubjectWish, tools: LabTools): Promise<void> {
  const ffmpeg = await tools.ensureFfmpeg();
  const { stage, bodies, director } = await openStudio(tools);
  try {
    const total = casts.reduce((sum, one) => sum + framesOf(one), 0);
    const counter = timeLeft(total, tools.show);
    for (const one of casts) {
      const started = performance.now();
      const performed = performCast(one, bodies, tools.refuse);
      const job = { cast: one, performance: performed, folder: wish.out, isSmall: wish.clipSet };
      let painted = 0;
      const files = await makeClip(job, director, ffmpeg, tools, (now) => {
        painted += now ? 1 : 0;
        counter.step(one.name, now);
      });
      const seconds = (performance.now() - started) / 1000;
      const pace = painted > 0 ? `, ${(seconds / painted).toFixed(2)} s a frame` : '';
      tools.say(`${files.video}: ${painted} frames painted${pace}`);
    }
  } finally {
    await stage.close();
  }
}

/** Renders some moments of the shipped clips again and reports every clip that looks different. */
async function compareAll(casts: readonly Cast[], wish: SubjectWish, tools: LabTools): Promise<void> {
  const ffmpeg = await tools.ensureFfmpeg();
  const { stage, bodies, director } = await openStudio(tools);
  const other: string[] = [];
  try {
    for (const one of casts) {
      const psnr = await compareClip(one, wish.out, {
        director,
        bodies,
        ffmpeg,
        tools,
      });
      console.log(`${one.name}: ${psnr.toFixed(1)} dB`);
      if (psnr < MIN_PSNR) other.push(one.name);
    }
  } finally {
    await stage.close();
  }
  if (other.length === 0) return;
  throw tools.refuse('changed', `painted anew, these clips look different: ${other.join(', ')}.`);
}

const isDiskFull = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOSPC';

/**
 * Runs `npm run subject` with parsed arguments.
 * @throws the error of `refuse` for problems that the user can solve
 */
export async function runSubject(wish: SubjectWish, tools: LabTools): Promise<void> {
  if (wish.list) {
    console.log(recipeList().join('\n'));
    return;
  }
  checkBody(wish.body, tools.refuse);
  const casts = castsOf(wish, tools.refuse);
  const spent = wish.heldBack ? moveSpentClips(wish.out, new Set(casts.map(({ name }) => name))) : [];
  if (spent.length > 0) tools.say(`${spent.length} clips of an earlier set are in ${wish.out}/spent now`);
  try {
    if (wish.compare) await compareAll(casts, wish, tools);
    else if (wish.stills !== null) await renderStills(wish, wish.stills, tools);
    else await renderMissing(casts, wish, tools);
    if (wish.clipSet && !wish.compare) writeManifest(wish.out);
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    throw tools.refuse('space', 'the disk is full; make room and run again, what is painted stays.');
  }
}

function castsOf(wish: SubjectWish, refuse: LabTools['refuse']): readonly Cast[] {
  if (wish.clipSet) return CLIP_SET.map((one) => setCast(one, refuse));
  if (wish.heldBack) return HELD_BACK.map((one) => setCast(one, refuse));
  const recipes = wish.all ? allRecipes : wish.recipes.map((name) => recipeNamed(name, refuse));
  return recipes.map((recipe) => cast(recipe, wish));
}

const setCast = (one: SetClip & { readonly body?: string }, refuse: LabTools['refuse']): Cast =>
  cast(recipeNamed(one.recipe, refuse), { seed: one.seed, body: one.body ?? null, preview: false });

async function renderMissing(casts: readonly Cast[], wish: SubjectWish, tools: LabTools): Promise<void> {
  const missing = casts.filter(({ name }) => wish.again || !isFinished(clipFiles(wish.out, name)));
  if (missing.length < casts.length) {
    tools.say(
      `${casts.length - missing.length} of ${casts.length} clips are there already (--again renders them anew)`,
    );
  }
  if (missing.length === 0) return;
  const most = Math.max(...missing.map(framesOf));
  makeRoomFor(tools.cache, most, tools.refuse);
  makeRoomFor(wish.out, 0, tools.refuse);
  await renderClips(missing, wish, tools);
}
