/**
 * Makes a table that reads downwards on a phone (`.stacked` of `tables`): every cell gets the name of its column, the
 * heads of the rows stay bare. To be called after each render.
 */
export function stackTable(table: HTMLTableElement): void {
  const names = [...(table.tHead?.rows[0]?.cells ?? [])].map((cell) => cell.textContent.trim());
  for (const row of [...table.tBodies].flatMap((body) => [...body.rows])) {
    for (const cell of row.querySelectorAll('td')) {
      const name = names[cell.cellIndex];
      if (name) cell.dataset['label'] = name;
    }
  }
  table.classList.add('stacked');
}
