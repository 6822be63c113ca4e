/** Text that is HTML already; everything else that goes into a page is escaped on its way. */
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
 * Template tag for HTML and SVG: what is filled in is escaped unless it is `Markup` itself.
 * @param {TemplateStringsArray} strings
 * @param {...Part} parts
 */
export function html(strings, ...parts) {
  const [first = '', ...rest] = strings;
  return new Markup(rest.reduce((text, string, index) => text + written(parts[index] ?? '') + string, first));
}

/** @param {Part} part @returns {string} */
function written(part) {
  if (part instanceof Markup) return part.text;
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return part.map(written).join('');
}

/** @type {Readonly<Record<string, string>>} */
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** @param {string} text */
const escaped = (text) => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
