import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { root } from '../../../tools/shared/paths.mjs';

const require = createRequire(import.meta.url);

type Family = 'chrome' | 'edge' | 'firefox' | 'safari';

interface Statement {
  readonly version_added: string | boolean | null;
  readonly version_removed?: string | boolean;
  readonly flags?: unknown;
  readonly prefix?: string;
  readonly alternative_name?: string;
}
interface Feature {
  readonly __compat?: { readonly support: Partial<Record<Family, Statement | readonly Statement[]>> };
  readonly [name: string]: unknown;
}

/** MDN's data about every built-in of browsers. */
const data = JSON.parse(readFileSync(require.resolve('@mdn/browser-compat-data'), 'utf8')) as {
  readonly api: Feature;
  readonly javascript: { readonly builtins: Feature };
};

const isFeature = (value: unknown): value is Feature => typeof value === 'object' && value !== null;

/** The first version of a family that has a feature; infinite: none has. */
function versionOf(feature: Feature, family: Family): number {
  const said = feature.__compat?.support[family];
  const statements: readonly Statement[] = said === undefined ? [] : [said].flat();
  const whole = statements.filter((one) => !one.flags && !one.prefix && !one.alternative_name && !one.version_removed);
  const versions = whole.map(({ version_added: added }) =>
    typeof added === 'string' && added !== 'preview' ? Number.parseFloat(added.replace('≤', '')) : Infinity,
  );
  return Math.min(Infinity, ...versions);
}

/** Of a path as `public/can-start.js` writes it. Throws where MDN's data do not have it. */
export function firstVersion(path: string, family: Family): number {
  const [owner = '', name = ''] = path.split(/[#.]/);
  for (const from of [data.javascript.builtins, data.api]) {
    const feature = name === '' ? from[owner] : (from[owner] as Feature | undefined)?.[name];
    if (isFeature(feature) && feature.__compat) return versionOf(feature, family);
  }
  // Where an interface took it over from one of its parts, and a global of the window.
  const otherwise = { 'Document#adoptedStyleSheets': 'adoptedStyleSheets', customElements: 'customElements' }[path];
  const feature =
    otherwise && ((data.api['Document'] as Feature)[otherwise] ?? (data.api['Window'] as Feature)[otherwise]);
  if (isFeature(feature)) return versionOf(feature, family);
  throw new Error(`MDN's data have no ${path}`);
}

/** A built-in as a path: whose it is, and its own name. */
type BuiltIn = readonly [...owner: string[], name: string];

/** Built-ins of the language that came with a version of a family or later, as paths. */
export function languageSince(family: Family, version: number): readonly BuiltIn[] {
  return belowOf(data.javascript.builtins, [], family, version, Infinity);
}

/** Every built-in that a version of a family does not have. */
export function newerThan(family: Family, version: number): readonly BuiltIn[] {
  return [...languageSince(family, version), ...belowOf(data.api, [], family, version, 2)];
}

function belowOf(
  feature: Feature,
  path: readonly string[],
  family: Family,
  version: number,
  deepest: number,
): BuiltIn[] {
  return Object.entries(feature).flatMap(([name, inner]) => {
    if (name.startsWith('__') || !isFeature(inner)) return [];
    const own = [...path, name] as unknown as BuiltIn;
    // What came with its owner goes with it.
    if (inner.__compat && versionOf(inner, family) > version) return [own];
    return own.length < deepest ? belowOf(inner, own, family, version, deepest) : [];
  });
}

/** Deletes built-ins of the page or worker that it runs in. Needs nothing from outside, so that its text can be sent there. */
function remove(paths: readonly (readonly string[])[]): number {
  let removed = 0;
  const drop = (owner: unknown, name: string): void => {
    if ((typeof owner !== 'object' && typeof owner !== 'function') || owner === null) return;
    if (Object.getOwnPropertyDescriptor(owner, name) && Reflect.deleteProperty(owner, name)) removed += 1;
  };
  const every: unknown = globalThis;
  for (const path of paths) {
    const name = (path.at(-1) ?? '').replace(/_static$/, '');
    // Names of events, of parameters and of behaviours are no properties; without these three nothing works at all.
    if (/_|\s|^@@/.test(name) || ['toString', 'valueOf', 'constructor'].includes(name)) continue;
    let owner = every as Record<string, unknown> | undefined;
    for (const part of path.slice(0, -1)) {
      if (part === 'TypedArray') owner = Object.getPrototypeOf(Int8Array) as Record<string, unknown>;
      else if (part !== 'Window') owner = owner?.[part] as Record<string, unknown> | undefined;
    }
    if (path.length > 1 && name === path.at(-2)) continue;
    drop(owner?.['prototype'], name);
    drop(owner, name);
  }
  return removed;
}

/** A script that deletes these built-ins where it runs. */
export const withoutScript = (paths: readonly (readonly string[])[]): string =>
  `(${remove.toString()})(${JSON.stringify(paths)});`;

/** The path of a built-in as `public/can-start.js` writes it. */
export const pathOf = (needed: string): readonly string[] => needed.split(/[#.]/);

/** What `public/can-start.js` says of the oldest browsers, and what it looks for. */
export function statedInScript(): {
  readonly oldest: Readonly<Record<'Chrome' | 'Edge' | 'Firefox' | 'Safari', string>>;
  readonly needed: readonly string[];
} {
  const text = readFileSync(join(root, 'public', 'can-start.js'), 'utf8');
  const valueOf = (name: string): unknown =>
    runInNewContext(`(${new RegExp(`var ${name} = ([^;]*);`).exec(text)?.[1] ?? 'null'})`);
  return {
    oldest: valueOf('OLDEST') as ReturnType<typeof statedInScript>['oldest'],
    needed: [...(valueOf('NEEDED') as readonly string[])].join(' ').split(' '),
  };
}
