import { describe, expect, it } from 'vitest';
import { countNames, NAME_BUDGET, overNameBudget } from '../../../tools/checks/name-budget.ts';

const none = countNames([]);

describe('the budget of names', () => {
  it('counts files, lines, elements, addresses, strings and optional fields', () => {
    const counts = countNames([
      {
        file: 'src/ui/shell/router.ts',
        text: "export type Route =\n  | { readonly screen: 'a' }\n  | { readonly screen: 'b' };\n",
      },
      {
        file: 'src/ui/th-a.ts',
        text: "@customElement('th-a')\nexport class A {\n  readonly b?: number;\n  c?: string;\n}\n",
      },
      {
        file: 'src/i18n/en/a.ts',
        text: "import { b } from './b.ts';\n/** 'no text' */\nexport const a = { b: 'One word', c: (n: number) => `${n} words`, d: '°' };\n",
      },
      { file: 'src/i18n/de/a.ts', text: "export const a = 'Wörter';\n" },
    ]);
    expect(counts).toEqual({
      'source files': 4,
      'lines of source': 12,
      'custom elements': 1,
      addresses: 2,
      'strings in English': 2,
      'strings in German': 1,
      'optional fields': 2,
    });
  });

  it('passes what is just within each limit and refuses one more', () => {
    expect(overNameBudget(NAME_BUDGET)).toEqual([]);
    expect(overNameBudget({ ...none, addresses: NAME_BUDGET.addresses + 1 })).toEqual([
      `${NAME_BUDGET.addresses + 1} addresses; at most ${NAME_BUDGET.addresses}`,
    ]);
  });
});
