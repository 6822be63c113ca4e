import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Point } from '../../../tools/scoring/compare-markers.mjs';
import { JOINT_NAMES, type JointName, type Marks, type MarkState } from './mark-state.ts';

/** Where the picture lies on the stage: CSS pixels for each pixel of the original, and the place of its corner. */
export interface View {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** From a quarter of the picture's pixels to pixels as large as a fingertip. */
const SCALES = { least: 0.25, most: 32 };
/** Lines of the grid lie at least so far apart, CSS pixels. */
const LINE_GAP = 45;
const LINE_STEPS = [5, 10, 20, 50, 100, 200, 500, 1000];

export const toStage = ({ scale, x, y }: View, at: Point): Point => [x + scale * at[0], y + scale * at[1]];

export const toPicture = ({ scale, x, y }: View, at: Point): Point => [(at[0] - x) / scale, (at[1] - y) / scale];

/** The whole picture in the middle of the stage. */
export function wholePicture(picture: Size, stage: Size): View {
  const scale = Math.min(stage.width / picture.width, stage.height / picture.height) || 1;
  return { scale, x: (stage.width - scale * picture.width) / 2, y: (stage.height - scale * picture.height) / 2 };
}

/** Zooms about a place of the stage. */
export function zoomed(view: View, factor: number, about: Point): View {
  // A very large picture is shown whole at less than the least scale.
  const scale = Math.min(SCALES.most, Math.max(Math.min(SCALES.least, view.scale), view.scale * factor));
  const [px, py] = toPicture(view, about);
  return { scale, x: about[0] - scale * px, y: about[1] - scale * py };
}

export function gridDrawing(view: View, stage: Size): SVGTemplateResult {
  const step = LINE_STEPS.find((pixels) => pixels * view.scale >= LINE_GAP) ?? 1000;
  const [left, top] = toPicture(view, [0, 0]);
  const [right, bottom] = toPicture(view, [stage.width, stage.height]);
  const along = (from: number, to: number) => {
    const first = Math.ceil(from / step);
    return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, k) => (first + k) * step);
  };
  const columns = along(left, right).map((value) => ({ value, at: view.x + view.scale * value }));
  const rows = along(top, bottom).map((value) => ({ value, at: view.y + view.scale * value }));
  const lines = [
    ...columns.map(({ at }) => `M${at} 0V${stage.height}`),
    ...rows.map(({ at }) => `M0 ${at}H${stage.width}`),
  ].join('');
  return svg`<g class="grid">
    <path class="under" d=${lines} /><path class="over" d=${lines} />
    ${columns.map(({ value, at }) => svg`<text x=${at + 3} y="12">${value}</text>`)}
    ${rows.map(({ value, at }) => svg`<text x="3" y=${at - 3}>${value}</text>`)}
  </g>`;
}

const sideOf = (joint: JointName) => (joint.startsWith('left') ? 'left' : 'right');

/** "L hip" */
const shortName = (joint: JointName): string => joint.replace('left', 'L').replace('right', 'R');

/** An open ring for the left, an open square for the right; the middle stays free, so that the joint can be seen. */
function markDrawing(joint: JointName, [x, y]: Point, text: string, classes: string): SVGTemplateResult {
  const left = sideOf(joint) === 'left';
  const ring = left ? 'M-9 0A9 9 0 1 1 9 0A9 9 0 1 1 -9 0' : 'M-8 -8H8V8H-8Z';
  const cross = 'M-14 0H-4M4 0H14M0 -14V-4M0 4V14';
  return svg`<g class="mark ${sideOf(joint)} ${classes}" transform="translate(${x} ${y})">
    <path class="under" d=${ring + cross} /><path class="over" d=${ring} /><path class="over" d=${cross} />
    <text x="13" y=${left ? -9 : 19}>${text}</text>
  </g>`;
}

/** The legs as thin lines: a leg with the wrong knee is seen at once. */
function legDrawing({ points }: Marks, view: View, side: 'left' | 'right'): SVGTemplateResult {
  const placed = JOINT_NAMES.filter((joint) => sideOf(joint) === side).map((joint) => points[joint]);
  const corners = placed.filter((at) => at !== null).map((at) => toStage(view, at).join(' '));
  return svg`<g class="leg ${side}">
    <polyline class="under" points=${corners.join(',')} /><polyline class="over" points=${corners.join(',')} />
  </g>`;
}

/** @param who words before each name, for marks of somebody else */
export function marksDrawing(marks: Marks, view: View, selected: JointName | null, who = ''): SVGTemplateResult {
  const drawn = JOINT_NAMES.flatMap((joint) => {
    const at = marks.points[joint];
    if (!at) return [];
    const guessed = marks.guessed.includes(joint);
    const text = `${joint === selected ? '▸ ' : ''}${who}${shortName(joint)}${guessed ? ' (guessed)' : ''}`;
    const classes = [guessed && 'guessed', joint === selected && 'selected'].filter(Boolean).join(' ');
    return markDrawing(joint, toStage(view, at), text, classes);
  });
  return svg`<g class=${who ? 'other' : ''}>${legDrawing(marks, view, 'left')}${legDrawing(marks, view, 'right')}${drawn}</g>`;
}

/** Where Enter places the next joint; shown while the stage is used by keys. */
export function middleDrawing({ width, height }: Size, next: JointName): SVGTemplateResult {
  const cross = 'M-30 0H-5M5 0H30M0 -30V-5M0 5V30';
  return svg`<g class="middle" transform="translate(${width / 2} ${height / 2})">
    <path class="under" d=${cross} /><path class="over" d=${cross} />
    <text x="8" y="44">Enter: ${next}</text>
  </g>`;
}

/** What is marked: the middle of the joint inside the body, not a place on the skin. */
const CENTRES = {
  hip: 'the middle of the ball of the thigh bone',
  knee: 'the middle of the joint, between thigh and shin',
  ankle: 'midway between the two ankle bones',
};

/** "left hip: the middle of the ball of the thigh bone" */
export function askFor(joint: JointName): string {
  const [, kind = ''] = joint.split(' ');
  return `the person's own ${joint}: ${CENTRES[kind as keyof typeof CENTRES]}`;
}

/** The six joints as buttons, each with its number, place and state in words. */
export function jointList(state: MarkState, choose: (joint: JointName) => void): TemplateResult {
  const { points, guessed } = state.marks;
  const words = (joint: JointName) => {
    const at = points[joint];
    return at ? `${at[0]}, ${at[1]}${guessed.includes(joint) ? ', guessed' : ''}` : 'not placed';
  };
  return html`<div class="joints" role="group" aria-label="Joints">
    ${JOINT_NAMES.map(
      (joint, k) => html`<button aria-pressed=${joint === state.selected} @click=${() => choose(joint)}>
        <kbd>${k + 1}</kbd> ${joint}: ${words(joint)}
      </button>`,
    )}
  </div>`;
}

const KEYS: readonly (readonly [string, string])[] = [
  ['click', 'places the next joint; with Shift as guessed'],
  ['drag', 'moves a mark, or the picture'],
  ['wheel, + −', 'zoom; 0 shows the whole picture'],
  ['W A S D', 'move the picture'],
  ['Enter', 'places the next joint in the middle of the view'],
  ['1–6', 'choose a joint'],
  ['arrows', 'move the chosen mark by 1 pixel, with Shift by 5'],
  ['G', 'guessed: you cannot see this joint'],
  ['Delete', 'removes the chosen mark'],
  ['U, Ctrl+Z', 'undo'],
  ['N, P', 'next, previous picture; M the next unfinished one'],
  ['L', 'lines of the grid'],
  ['H', 'hides the marks, to see the skin below'],
  ['C', "shows the first marker's marks (second markers)"],
  ['Ctrl+S', 'saves labels.json'],
  ['Esc', 'leaves a text field'],
];

export const keyList = (): TemplateResult => html`<details>
  <summary>Keys</summary>
  <dl>${KEYS.map(([key, does]) => html`<dt><kbd>${key}</kbd></dt><dd>${does}</dd>`)}</dl>
</details>`;

/** Place of the pointer on the stage, CSS pixels from its corner. */
export function placeOn(stage: HTMLElement, { clientX, clientY }: MouseEvent): Point {
  const { left, top } = stage.getBoundingClientRect();
  return [clientX - left, clientY - top];
}
