/** One deliberate breach of a rule, and what the tool must report. */
export interface Breach {
  readonly rule: string;
  readonly file: string;
  readonly text: string;
  /** Text that the tool reports on the same line as the name of the file. */
  readonly says: string;
}

export const breach = (rule: string, file: string, says: string, text: string): Breach => ({ rule, file, says, text });

/** A file that may not import this. */
export const taken = (rule: string, file: string, name: string, from: string, says = 'no-restricted-imports'): Breach =>
  breach(rule, file, says, `import { ${name} } from '${from}';\n\nexport const taken = ${name};\n`);

/** Breaches that the linter must find. The files are written into a project of their own, see `guard-project.ts`. */
export const lintedBreaches: readonly Breach[] = [
  taken('the instrument imports no package', 'src/instrument/packaged.ts', 'openDB', 'idb'),
  taken(
    'the live coach does not know what comes after a set',
    'src/coach/knows-progress.ts',
    'progress',
    '../training/progress.ts',
  ),
  taken(
    'what comes after a set knows no language',
    'src/training/speaks-english.ts',
    'english',
    '../i18n/en/english.ts',
  ),
  taken('the product knows no laboratory', 'src/ui/measured.ts', 'figure', '../../lab/figure.ts'),
  taken('the coach knows no language', 'src/coach/speaks-english.ts', 'english', '../i18n/en/english.ts'),
  taken('a language knows no screen', 'src/i18n/en/shows.ts', 'view', '../../ui/view.ts'),
  taken('a drill takes only types from the languages', 'src/drills/translated.ts', 'english', '../i18n/en/english.ts'),
  taken('a drill takes only types from the coach', 'src/drills/clever.ts', 'rule', '../coach/rule.ts'),
  taken('comlink belongs to the pose client', 'src/app/second-client.ts', 'wrap', 'comlink'),
  taken('lit belongs to the screen', 'src/app/element.ts', 'html', 'lit'),
  taken('a screen takes no package but lit and the parts of D3', 'src/ui/wrapped.ts', 'wrap', 'comlink'),
  taken('a screen knows no database', 'src/ui/th-database.ts', 'openDB', 'idb'),
  taken('the storage knows no screen', 'src/storage/shows.ts', 'view', '../ui/view.ts'),
  taken(
    'the storage knows nothing of the app but its errors',
    'src/storage/drives.ts',
    'run',
    '../app/worker-client/pose-client.ts',
  ),
  taken('the storage imports no package but its own', 'src/storage/packaged.ts', 'html', 'lit'),
  taken('a worker knows no coach', 'workers/coaching.ts', 'rule', '../src/coach/rule.ts'),
  taken('a worker knows no language', 'workers/speaking.ts', 'english', '../src/i18n/en/english.ts'),
  taken('the instrument knows no coach', 'src/instrument/coached.ts', 'rule', '../coach/rule.ts'),
  breach(
    'the core has no clock',
    'src/instrument/clock.ts',
    'no-restricted-globals',
    'export const now = (): number => Date.now();\n',
  ),
  breach(
    'the core has no randomness',
    'src/coach/luck.ts',
    'no-restricted-properties',
    'export const luck = (): number => Math.random();\n',
  ),
  taken('the coach knows no drill', 'src/coach/knows-drill.ts', 'drills', '../drills/index.ts'),
  taken('the parts of D3 belong to the screen', 'src/app/scaled.ts', 'scaleLinear', 'd3-scale'),
  taken(
    'the app imports only the contract of a worker',
    'src/app/deep-worker.ts',
    'api',
    '../../workers/pose.worker.ts',
  ),
  breach(
    'nothing leaves the machine',
    'src/app/phones-home.ts',
    'no-restricted-globals',
    "export const line = new WebSocket('wss://example.org');\n",
  ),
  taken('a contract has types only', 'workers/fat.api.ts', 'half', '../src/instrument/geometry/units.ts'),
  breach('no default export', 'src/app/by-default.ts', 'no-default-export', 'export default 1;\n'),
  breach(
    'no file over 500 lines',
    'src/app/long.ts',
    'max-lines)',
    Array.from({ length: 501 }, (_, i) => `export const line${i} = ${i};\n`).join(''),
  ),
  breach(
    'no function over 60 lines',
    'src/app/long-function.ts',
    'max-lines-per-function',
    `export function long(): void {\n${'  self.close();\n'.repeat(60)}}\n`,
  ),
  breach('no any', 'src/app/anything.ts', 'no-explicit-any', 'export const anything = (x: any): unknown => x;\n'),
  breach(
    'no promise left alone',
    'src/app/floating.ts',
    'no-floating-promises',
    'export function floating(): void {\n  Promise.resolve(1);\n}\n',
  ),
  breach('file names in kebab-case', 'src/app/camelCase.ts', 'filename-case', 'export const camel = 1;\n'),
  breach(
    'no check of the compiler switched off',
    'src/app/hushed.ts',
    'ban-ts-comment',
    // Written in pieces, because this file must keep the rule too.
    ['// @ts', "-ignore\nexport const hushed: number = 'a';\n"].join(''),
  ),
  breach(
    'no circle of imports, here of three files',
    'src/app/circle-a.ts',
    'no-cycle',
    "import { b } from './circle-b.ts';\n\nexport const a = (): number => b();\n",
  ),
  breach(
    'no circle of types either',
    'src/app/circle-d.ts',
    'no-cycle',
    "import type { E } from './circle-e.ts';\n\nexport interface D {\n  readonly e: E;\n}\n",
  ),
  breach(
    'templates are sound (the plugin for lit is at work)',
    'src/ui/th-legacy.ts',
    'lit(no-duplicate-template-bindings)',
    "import { html } from 'lit';\n\nexport const view = (x: string): unknown => html`<p on-click=${x}></p><b .a=${x} .a=${x}></b>`;\n",
  ),
  breach(
    'elements are sound (the plugin for web components is at work)',
    'src/ui/th-nameless.ts',
    'wc(no-invalid-element-name)',
    "customElements.define('nameless', class extends HTMLElement {});\n\nexport const done = true;\n",
  ),
];
