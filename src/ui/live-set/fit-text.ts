/** Each try is smaller than the one before by this factor. */
export const STEP = 0.96;

/** Sizes of a text in `--u`, and the smallest one in CSS pixels, for a small screen. */
export interface TextSizes {
  readonly most: number;
  readonly least: number;
  readonly leastPixels: number;
}

/**
 * Gives a text the largest size at which its place holds it. Measures, because widths differ between fonts and languages, and nothing
 * may be cut off.
 * @returns whether the text fits; if not, it has the smallest size
 */
export function fitText(text: HTMLElement, place: HTMLElement, { most, least, leastPixels }: TextSizes): boolean {
  const fits = () => text.scrollHeight <= place.clientHeight && text.scrollWidth <= place.clientWidth;
  for (let size = most; size > least; size *= STEP) {
    text.style.fontSize = `calc(${size.toFixed(3)} * var(--u))`;
    if (Number.parseFloat(getComputedStyle(text).fontSize) < leastPixels) break;
    if (fits()) return true;
  }
  text.style.fontSize = `max(${leastPixels}px, ${least} * var(--u))`;
  // No word is broken: one that is wider than its place makes the text smaller still.
  const smallest = Number.parseFloat(getComputedStyle(text).fontSize);
  for (let size = smallest; size > smallest / 2 && text.scrollWidth > place.clientWidth; size *= STEP)
    text.style.fontSize = `${size * STEP}px`;
  return fits();
}
