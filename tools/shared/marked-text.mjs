/**
 * Replaces the part of a page that a command writes: the text between two marks.
 * @param {string} page
 * @param {{ readonly begin: string, readonly end: string }} marks
 * @param {string} text
 * @returns {string | null} the page with the text between its marks; null: the page has no marks
 */
export function withMarkedText(page, { begin, end }, text) {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) return null;
  return `${page.slice(0, from + begin.length)}\n${text}\n${page.slice(to)}`;
}
