/** Text that is already HTML. `html` escapes all other values. */
export class Markup {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }

  toString() {
    return this.text;
  }
}

/** @typedef {Markup | string | number | readonly (Markup | string | number)[]} Part */

/**
 * Template tag for HTML and SVG. Values are escaped unless they are `Markup`.
 * @param {TemplateStringsArray} strings
 * @param {...Part} parts
 */
export function html(strings, ...parts) {
  const [first = '', ...rest] = strings;
  return new Markup(rest.reduce((text, string, index) => text + htmlOf(parts[index] ?? '') + string, first));
}

/** @param {Part} part @returns {string} */
function htmlOf(part) {
  if (part instanceof Markup) return part.text;
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return part.map(htmlOf).join('');
}

/** @type {Readonly<Record<string, string>>} */
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** @param {string} text */
const escaped = (text) => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
