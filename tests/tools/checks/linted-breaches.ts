/** One deliberate breach of a rule, and what the tool must report. */
export interface Breach {
  readonly rule: string;
  readonly file: string;
  readonly text: string;
  /** Text that the tool reports on the same line as the name of the file. */
  readonly says: string;
}

/** Breaches that the linter must find. The files are written into a project of their own, see `guard-project.ts`. */
export const lintedBreaches: readonly Breach[] = [
  {
    rule: 'the core has no clock',
    file: 'src/instrument/clock.ts',
    text: 'export const now = (): number => Date.now();\n',
    says: 'no-restricted-globals',
  },
  {
    rule: 'the core has no randomness',
    file: 'src/coach/luck.ts',
    text: 'export const luck = (): number => Math.random();\n',
    says: 'no-restricted-properties',
  },
  {
    rule: 'the instrument imports no package',
    file: 'src/instrument/packaged.ts',
    text: "import { openDB } from 'idb';\n\nexport const open = openDB;\n",
    says: 'no-restricted-imports',
  },
  {
    rule: 'the coach knows no drill',
    file: 'src/coach/knows-drill.ts',
    text: "import { drills } from '../drills/index.ts';\n\nexport const first = drills[0];\n",
    says: 'no-restricted-imports',
  },
  {
    rule: 'the live coach does not know what comes after a set',
    file: 'src/coach/knows-progress.ts',
    text: "import { progress } from '../training/progress.ts';\n\nexport const far = progress;\n",
    says: 'no-restricted-imports',
  },
  {
    rule: 'what comes after a set knows no language',
    file: 'src/training/speaks-english.ts',
    text: "import { english } from '../i18n/en/english.ts';\n\nexport const word = english;\n",
    says: 'no-restricted-imports',
  },
  {
    rule: 'the product knows no laboratory',
    file: 'src/ui/measured.ts',
    text: "import { figure } from '../../lab/figure.ts';\n\nexport const measured = figure;\n",
    says: 'no-restricted-imports',
  },
  {
    rule: 'the coach knows no language',
    file: 'src/coach/speaks-english.ts',
    text: "import { english } from '../i18n/en/english.ts';\n\nexport const word = english;\n",
    says: 'no-restricted-imports',
  },
  {
    rule: 'a language knows no screen',
    file: 'src/i18n/en/shows.ts',
    text: "import { view } from '../../ui/view.ts';\n\nexport const shows = view;\n",
    says: 'no-restricted-imports',
  },
  {
    rule: 'a drill takes only types from the languages',
    file: 'src/drills/translated.ts',
    text: "import { english } from '../i18n/en/english.ts';\n\nexport const word = english;\n",
    says: 'no-restricted-imports',
  },
  {
    rule: 'a drill takes only types from the coach',
    file: 'src/drills/clever.ts',
    text: "import { rule } from '../coach/rule.ts';\n\nexport const clever = rule;\n",
    says: 'no-restricted-imports',
  },
  {
    rule: 'comlink belongs to the pose client',
    file: 'src/app/second-client.ts',
    text: "import { wrap } from 'comlink';\n\nexport const client = wrap;\n",
    says: 'no-restricted-imports',
  },
  {
    rule: 'lit belongs to the screen',
    file: 'src/app/element.ts',
    text: "import { html } from 'lit';\n\nexport const view = html;\n",
    says: 'no-restricted-imports',
  },
  {
    rule: 'the parts of D3 belong to the screen',
    file: 'src/app/scaled.ts',
    text: "import { scaleLinear } from 'd3-scale';\n\nexport const scale = scaleLinear();\n",
    says: 'no-restricted-imports',
  },
  {
    rule: 'a screen takes no package but lit and the parts of D3',
    file: 'src/ui/wrapped.ts',
    text: "import { wrap } from 'comlink';\n\nexport const client = wrap;\n",
    says: 'no-restricted-imports',
  },
  {
    rule: 'the app imports only the contract of a worker',
    file: 'src/app/deep-worker.ts',
    text: "import '../../workers/pose.worker.ts';\n\nexport const started = true;\n",
    says: 'no-restricted-imports',
  },
  {
    rule: 'a screen knows no database',
    file: 'src/ui/th-database.ts',
    text: "import { openDB } from 'idb';\n\nexport const open = openDB;\n",
    says: 'no-restricted-imports',
  },
  {
    rule: 'the storage knows no screen',
    file: 'src/storage/shows.ts',
    text: "import { view } from '../ui/view.ts';\n\nexport const shows = view;\n",
    says: 'no-restricted-imports',
  },
  {
    rule: 'the storage knows nothing of the app but its errors',
    file: 'src/storage/drives.ts',
    text: "import { run } from '../app/worker-client/pose-client.ts';\n\nexport const drives = run;\n",
    says: 'no-restricted-imports',
  },
  {
    rule: 'the storage imports no package but its own',
    file: 'src/storage/packaged.ts',
    text: "import { html } from 'lit';\n\nexport const view = html;\n",
    says: 'no-restricted-imports',
  },
  {
    rule: 'nothing leaves the machine',
    file: 'src/app/phones-home.ts',
    text: "export const line = new WebSocket('wss://example.org');\n",
    says: 'no-restricted-globals',
  },
  {
    rule: 'a worker knows no coach',
    file: 'workers/coaching.ts',
    text: "import { rule } from '../src/coach/rule.ts';\n\nexport const coaching = rule;\n",
    says: 'no-restricted-imports',
  },
  {
    rule: 'a worker knows no language',
    file: 'workers/speaking.ts',
    text: "import { english } from '../src/i18n/en/english.ts';\n\nexport const word = english;\n",
    says: 'no-restricted-imports',
  },
  {
    rule: 'the instrument knows no coach',
    file: 'src/instrument/coached.ts',
    text: "import { rule } from '../coach/rule.ts';\n\nexport const coached = rule;\n",
    says: 'no-restricted-imports',
  },
  {
    rule: 'a contract has types only',
    file: 'workers/fat.api.ts',
    text: "import { half } from '../src/instrument/geometry/units.ts';\n\nexport const fat = half(2);\n",
    says: 'no-restricted-imports',
  },
  {
    rule: 'no default export',
    file: 'src/app/by-default.ts',
    text: 'export default 1;\n',
    says: 'no-default-export',
  },
  {
    rule: 'no file over 500 lines',
    file: 'src/app/long.ts',
    text: Array.from({ length: 501 }, (_, i) => `export const line${i} = ${i};\n`).join(''),
    says: 'max-lines)',
  },
  {
    rule: 'no function over 60 lines',
    file: 'src/app/long-function.ts',
    text: `export function long(): void {\n${'  self.close();\n'.repeat(60)}}\n`,
    says: 'max-lines-per-function',
  },
  {
    rule: 'no any',
    file: 'src/app/anything.ts',
    text: 'export const anything = (x: any): unknown => x;\n',
    says: 'no-explicit-any',
  },
  {
    rule: 'no promise left alone',
    file: 'src/app/floating.ts',
    text: 'export function floating(): void {\n  Promise.resolve(1);\n}\n',
    says: 'no-floating-promises',
  },
  {
    rule: 'file names in kebab-case',
    file: 'src/app/camelCase.ts',
    text: 'export const camel = 1;\n',
    says: 'filename-case',
  },
  {
    rule: 'no check of the compiler switched off',
    file: 'src/app/hushed.ts',
    // Written in pieces, because this file must keep the rule too.
    text: ['// @ts', "-ignore\nexport const hushed: number = 'a';\n"].join(''),
    says: 'ban-ts-comment',
  },
  {
    rule: 'no circle of imports, here of three files',
    file: 'src/app/circle-a.ts',
    text: "import { b } from './circle-b.ts';\n\nexport const a = (): number => b();\n",
    says: 'no-cycle',
  },
  {
    rule: 'no circle of types either',
    file: 'src/app/circle-d.ts',
    text: "import type { E } from './circle-e.ts';\n\nexport interface D {\n  readonly e: E;\n}\n",
    says: 'no-cycle',
  },
  {
    rule: 'templates are sound (the plugin for lit is at work)',
    file: 'src/ui/th-legacy.ts',
    text: "import { html } from 'lit';\n\nexport const view = (x: string): unknown => html`<p on-click=${x}></p><b .a=${x} .a=${x}></b>`;\n",
    says: 'lit(no-duplicate-template-bindings)',
  },
  {
    rule: 'elements are sound (the plugin for web components is at work)',
    file: 'src/ui/th-nameless.ts',
    text: "customElements.define('nameless', class extends HTMLElement {});\n\nexport const done = true;\n",
    says: 'wc(no-invalid-element-name)',
  },
];
