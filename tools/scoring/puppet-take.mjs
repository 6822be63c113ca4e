/**
 * What the page of `npm run puppets` is asked, and what it answers. Pure.
 *
 * @typedef {{ readonly value: number, readonly sd: number }} Estimate degrees
 * @typedef {readonly [number, number]} Place pixels
 *
 * @typedef {object} TakeFrame one frame that is shown to the app
 * @property {string} picture its address
 * @property {number} time seconds
 * @property {Place | null} ankle true way of the working leg's ankle since the start, pixels of the picture; null: the body is
 *   as at the start
 *
 * @typedef {object} Take pictures of one person, of whom one leg is measured
 * @property {'left' | 'right'} side
 * @property {number} height metres
 * @property {boolean} lively sway and noise of a webcam are added; false: the pictures have their own
 * @property {readonly TakeFrame[]} frames
 *
 * @typedef {(typeof SOURCES)[number]} Source
 *
 * @typedef {object} TakeReading what one frame gave
 * @property {number} time seconds
 * @property {Readonly<Record<Source, Estimate | null>>} turn internal rotation since the start; null: no valid number
 * @property {Estimate | null} other the same of the other hip, by the landmarks as found
 * @property {Readonly<Record<'hip' | 'knee' | 'ankle', Place>> | null} leg the working leg's landmarks as found, less the
 *   sway; null: nobody was found
 * @property {number | null} bend flexion of the working knee as the app reads it; null: not yet
 */

/**
 * By which landmarks a frame is read: all as found; the knee's, or the ankle's, where it truly is since the start; all of
 * them. The start is always as found.
 */
export const SOURCES = /** @type {const} */ (['app', 'knee', 'ankle', 'exact']);
