import { html, nothing, type TemplateResult } from 'lit';
import { rowsInSteps } from './in-steps.ts';

/** A column of a table: its name in the head, and what stands in it for an item. */
export interface Column<Item> {
  readonly name: string;
  readonly cell: (item: Item, index: number) => unknown;
  /**
   * `row` heads its row. On a phone each row is a block: `plain` stands there after the name of its column, `lead` without
   * it. The name of `acts`, a column of buttons, is for screen readers only.
   */
  readonly kind: 'row' | 'plain' | 'lead' | 'acts';
  /** Numbers are right-aligned. */
  readonly isNumber: boolean;
  readonly look: (item: Item) => string;
}

type MakeColumn = <Item>(
  name: string,
  cell: (item: Item, index: number) => unknown,
  look?: string | ((item: Item) => string),
) => Column<Item>;

const column =
  (kind: Column<unknown>['kind'], isNumber = false): MakeColumn =>
  (name, cell, look = '') => ({ name, cell, kind, isNumber, look: typeof look === 'string' ? () => look : look });

export const rowHead = column('row');
export const plain = column('plain');
export const numbers = column('plain', true);
export const lead = column('lead');
export const acts = column('acts');

export interface TableOptions<Item> {
  /** Name of the table, which can then be scrolled sideways. */
  readonly label?: string;
  /** The same: id of the heading that names it. */
  readonly labelledby?: string;
  readonly caption?: string;
  readonly panel?: boolean;
  readonly flat?: boolean;
  /** A row over all columns above that of the item; null: none. */
  readonly above?: (item: Item) => unknown;
}

/** Rows under one head. A new one begins at each item that has a head. */
interface RowGroup<Item> {
  readonly over: unknown;
  /** Each with its place in the whole list. */
  readonly items: (readonly [Item, number])[];
}

export function groupsOf<Item>(items: readonly Item[], above: (item: Item) => unknown): readonly RowGroup<Item>[] {
  const groups: RowGroup<Item>[] = [];
  for (const [index, item] of items.entries()) {
    const over = above(item);
    const last = groups.at(-1);
    if (last && over === null) last.items.push([item, index]);
    else groups.push({ over, items: [[item, index]] });
  }
  return groups;
}

/** A table of one row an item, of long lists the first rows at first. Needs the styles `tables`. */
export function dataTable<Item>(
  items: readonly Item[],
  columns: readonly (Column<Item> | null)[],
  { label, labelledby, caption, panel = false, flat = false, above = () => null }: TableOptions<Item> = {},
) {
  const shown = columns.filter((one) => one !== null);
  const row = ([item, index]: readonly [Item, number]) =>
    html`<tr>${apart(shown.map((one) => cellOf(one, item, index)))}</tr>`;
  // By HTML's rule the head of a group heads all that follows in its `tbody`.
  const group = ({ over, items: own }: RowGroup<Item>) => html`<tbody>
    ${over === null ? null : html`<tr class="above"><th scope="rowgroup" colspan=${shown.length}>${over}</th></tr>`}
    ${own.map(row)}
  </tbody>`;
  const table = html`<table class=${flat ? nothing : 'stacked'}>
    ${caption === undefined ? null : html`<caption>${caption}</caption>`}
    <thead>
      <tr>${apart(shown.map(headOf))}</tr>
    </thead>
    ${rowsInSteps(items, (some) => groupsOf(some, above).map(group))}
  </table>`;
  if (label === undefined && labelledby === undefined) return table;
  return html`<div class="${panel ? 'panel ' : ''}table-wrap" tabindex="0" role="region" aria-label=${label ?? nothing} aria-labelledby=${labelledby ?? nothing}>${table}</div>`;
}

/** With a blank between two cells, for whoever reads a row as one text. */
const apart = (cells: readonly TemplateResult[]) => cells.map((cell) => html` ${cell}`);

const headOf = <Item>({ name, kind, isNumber }: Column<Item>) =>
  html`<th scope="col" class=${isNumber ? 'n' : nothing}>${kind === 'acts' ? html`<span class="visually-hidden">${name}</span>` : name}</th>`;

const cellOf = <Item>({ name, cell, kind, isNumber, look }: Column<Item>, item: Item, index: number) => {
  const content = cell(item, index);
  // A dash can be left out where each row is a block.
  const classes = `${isNumber ? 'n ' : ''}${content === '–' ? 'none ' : ''}${look(item)}`.trim() || nothing;
  if (kind === 'row') return html`<th scope="row" class=${classes}>${content}</th>`;
  return html`<td class=${classes} data-label=${kind === 'plain' ? name : nothing}>${content}</td>`;
};
