/**
 * @param {string} first head of the first column
 * @param {readonly string[]} titles of the others
 * @param {readonly (readonly string[])[]} rows
 * @returns {string[]} lines of a Markdown table
 */
export function markdownTable(first, titles, rows) {
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const head = [first, ...titles];
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}
