import { describe, expect, it } from 'vitest';
import { lightColours, tokens } from '../../../src/ui/styles/tokens.ts';

type Palette = Readonly<Record<string, string>>;

const paletteOf = (text: string): Palette =>
  Object.fromEntries([...text.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/g)].map(([, name, value]) => [name, value]));

const dark = paletteOf(tokens.cssText.slice(0, tokens.cssText.indexOf('@media')));
const light = paletteOf(lightColours.cssText);

/** Relative luminance as WCAG 2.2 defines it, 0 to 1. */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (palette: Palette, one: string, other: string): number => {
  const [a = Number.NaN, b = Number.NaN] = [one, other].map((name) => luminance(palette[name] ?? 'none'));
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
};

const GROUNDS = ['bg', 'surface', 'surface-2'];
const TEXT: readonly (readonly [string, readonly string[]])[] = [
  ['text', [...GROUNDS, 'hover', 'accent-dim', 'warn-dim', 'danger-dim', 'danger-hover', 'scene', 'plot-even']],
  ['muted', [...GROUNDS, 'scene', 'plot-even', 'plot-odd']],
  ['accent', GROUNDS],
  ['warn', GROUNDS],
  ['danger', [...GROUNDS, 'danger-dim']],
  ['accent-ink', ['accent', 'accent-hover']],
  ['warn-ink', ['warn', 'warn-hover']],
  // The number of a flag is written on the flag's colour.
  ['bg', ['warn', 'danger']],
];
const GRAPHICS: readonly (readonly [string, readonly string[]])[] = [
  ['edge', ['bg', 'surface']],
  ['focus', GROUNDS],
  ['figure-body', ['scene']],
  ['figure-leg', ['scene']],
  ['floor', ['scene']],
  ['accent', ['scene', 'plot-even', 'plot-odd']],
  ['turned', ['surface-2']],
  ['plot-zero', ['plot-even', 'plot-odd']],
  ['plot-other', ['plot-even', 'plot-odd']],
];

describe.each([
  ['dark', dark],
  ['light', light],
])('the %s palette', (_name, palette) => {
  it('gives every text a contrast of at least 4.5 to 1', () => {
    const low = TEXT.flatMap(([ink, grounds]) =>
      grounds.filter((ground) => !(contrast(palette, ink, ground) >= 4.5)).map((ground) => `${ink} on ${ground}`),
    );
    expect(low).toEqual([]);
  });

  it('gives every mark and edge a contrast of at least 3 to 1', () => {
    const low = GRAPHICS.flatMap(([mark, grounds]) =>
      grounds.filter((ground) => !(contrast(palette, mark, ground) >= 3)).map((ground) => `${mark} on ${ground}`),
    );
    expect(low).toEqual([]);
  });
});

it('the two palettes have the same names', () => {
  expect(Object.keys(light).toSorted()).toEqual(Object.keys(dark).toSorted());
});
