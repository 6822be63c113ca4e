import { html, nothing, render, svg, type TemplateResult } from 'lit';
import type { Listing } from '../../../tools/lab/run-label.mjs';
import {
  ABOUT,
  type Label,
  type LabelFile,
  labelsText,
  parseLabels,
  type Point,
} from '../../../tools/scoring/compare-markers.mjs';
import {
  type Entry,
  entryOf,
  hasMarks,
  isComplete,
  JOINT_NAMES,
  type JointName,
  labelOf,
  marksOf,
  type MarkState,
  mergeLabels,
  moveMark,
  nextToPlace,
  NO_MARKS,
  nudge,
  placeNext,
  removeMark,
  selectJoint,
  TEXTS,
  type Texts,
  toggleGuessed,
  undo,
} from './mark-state.ts';
import {
  askFor,
  gridDrawing,
  jointList,
  keyList,
  marksDrawing,
  middleDrawing,
  placeOn,
  type Size,
  toPicture,
  toStage,
  type View,
  wholePicture,
  zoomed,
} from './page-views.ts';

/** CSS pixels: a press that moves less is a click; a mark so near is the one that is dragged. */
const CLICK = 4;
const GRASP = 14;
/** One press of a key. */
const ZOOM_STEP = 1.25;
const PAN_STEP = 60;

const isBlind = new URL(location.href).searchParams.has('blind');

class LabellingPage {
  readonly #entries: Entry[];
  #index = 0;
  /** Labels that were there before and are kept, also those whose picture is not here. */
  #kept: LabelFile;
  #marker = '';
  #view: View = { scale: 1, x: 0, y: 0 };
  #size: Size | null = null;
  #grid = true;
  #hidden = false;
  #unsaved = false;
  #said = '';
  #drags = 0;

  constructor({ pictures, labels }: Listing) {
    this.#kept = { about: labels?.about ?? ABOUT, pictures: isBlind ? [] : (labels?.pictures ?? []) };
    this.#entries = pictures.map((picture) => {
      const label = labels?.pictures.find(({ name }) => name === picture.name) ?? null;
      return entryOf(picture, label, isBlind);
    });
    const unfinished = this.#entries.findIndex(({ state }) => !isComplete(state.marks));
    this.#index = Math.max(0, unfinished);
  }

  start(): void {
    this.#ask();
    document.addEventListener('keydown', (event) => this.#key(event));
    window.addEventListener('beforeunload', (event) => {
      if (this.#unsaved) event.preventDefault();
    });
    window.addEventListener('resize', () => this.#draw());
    this.#draw();
  }

  get #entry(): Entry {
    const entry = this.#entries[this.#index];
    if (!entry) throw new Error('there is no picture to mark');
    return entry;
  }

  get #stage(): Size {
    const { width, height } = document.querySelector('#stage')?.getBoundingClientRect() ?? { width: 1, height: 1 };
    return { width, height };
  }

  get #finished(): readonly Entry[] {
    return this.#entries.filter(({ state }) => isComplete(state.marks));
  }

  /** Says what comes next. */
  #ask(done = ''): void {
    const next = nextToPlace(this.#entry.state);
    this.#said = `${done} ${next ? `Next, ${askFor(next)}.` : 'All six are placed: drag them, or go to the next picture (N).'}`;
  }

  /** Takes the next state of the marks; the other person's marks, once seen, end this. */
  #change(next: MarkState, done: string): void {
    const entry = this.#entry;
    if (next.marks !== entry.state.marks) {
      if (entry.compared) {
        this.#said = 'You have seen the first marks of this picture, so yours stay as they are.';
        this.#draw();
        return;
      }
      entry.marked = null;
      this.#unsaved = true;
    }
    entry.state = next;
    this.#ask(done);
    this.#draw();
  }

  #place(at: Point, isGuessed: boolean): void {
    const { state } = this.#entry;
    const joint = nextToPlace(state);
    if (!joint || !this.#size) return;
    const { width, height } = this.#size;
    // A joint outside the picture can only be guessed.
    const isOutside = at[0] < 0 || at[1] < 0 || at[0] > width || at[1] > height;
    const guessed = isGuessed || isOutside;
    this.#change(placeNext(state, at, guessed), `Placed the ${joint}${guessed ? ' as guessed' : ''}.`);
  }

  #go(step: number): void {
    this.#show((this.#index + step + this.#entries.length) % this.#entries.length);
  }

  #goToUnfinished(): void {
    const order = this.#entries.map((_, k) => (this.#index + 1 + k) % this.#entries.length);
    const found = order.find((k) => !isComplete(this.#entries[k]?.state.marks ?? NO_MARKS));
    if (found !== undefined) this.#show(found);
    else this.#say('Every picture is finished.');
  }

  #show(index: number): void {
    if (index !== this.#index) this.#size = null;
    this.#index = index;
    this.#ask();
    this.#draw();
  }

  #say(text: string): void {
    this.#said = text;
    this.#draw();
  }

  #zoom(factor: number, about?: Point): void {
    const { width, height } = this.#stage;
    this.#view = zoomed(this.#view, factor, about ?? [width / 2, height / 2]);
    this.#draw();
  }

  #pan(dx: number, dy: number): void {
    this.#view = { ...this.#view, x: this.#view.x + dx, y: this.#view.y + dy };
    this.#draw();
  }

  #fit(): void {
    if (this.#size) this.#view = wholePicture(this.#size, this.#stage);
    this.#draw();
  }

  #placeInMiddle(): void {
    const { width, height } = this.#stage;
    this.#place(toPicture(this.#view, [width / 2, height / 2]), false);
  }

  #nudge(dx: number, dy: number): void {
    const { state } = this.#entry;
    if (this.#isPlaced()) this.#change(nudge(state, dx, dy), `Moved the ${state.selected}.`);
  }

  #toggleGuessed(): void {
    const next = toggleGuessed(this.#entry.state);
    const { marks, selected } = next;
    if (!marks.points[selected]) this.#say(`Place the ${selected} first; then G says that it is guessed.`);
    else this.#change(next, `The ${selected} is ${marks.guessed.includes(selected) ? 'guessed' : 'seen'}.`);
  }

  #compare(): void {
    const entry = this.#entry;
    if (!entry.other) this.#say('There are no first marks of this picture.');
    else if (!isComplete(entry.state.marks)) this.#say('Place your own six marks first.');
    else {
      entry.compared = true;
      this.#say('The first marks are shown as "1st". Yours stay as they are now.');
    }
  }

  #key(event: KeyboardEvent): void {
    const command = event.ctrlKey || event.metaKey;
    const target = event.target as HTMLElement;
    if (command && event.key.toLowerCase() === 's') this.#save();
    else if (target.matches('input, textarea')) {
      if (event.key !== 'Escape') return;
      document.querySelector<HTMLElement>('#stage')?.focus();
    } else if (command && event.key.toLowerCase() === 'z') this.#undo();
    else if (command || event.altKey) return;
    else if (target.matches('button, summary') && (event.key === 'Enter' || event.key === ' ')) return;
    else if (!this.#plainKey(event)) return;
    event.preventDefault();
  }

  /** Whether the key is one of the page's. */
  #plainKey({ key, shiftKey }: KeyboardEvent): boolean {
    const far = shiftKey ? 5 : 1;
    const joint = JOINT_NAMES[Number(key) - 1];
    const actions: Readonly<Record<string, () => void>> = {
      arrowleft: () => this.#nudge(-far, 0),
      arrowright: () => this.#nudge(far, 0),
      arrowup: () => this.#nudge(0, -far),
      arrowdown: () => this.#nudge(0, far),
      enter: () => this.#placeInMiddle(),
      delete: () => this.#remove(),
      backspace: () => this.#remove(),
      g: () => this.#toggleGuessed(),
      u: () => this.#undo(),
      n: () => this.#go(1),
      p: () => this.#go(-1),
      m: () => this.#goToUnfinished(),
      l: () => this.#toggle('grid'),
      h: () => this.#toggle('marks'),
      c: () => this.#compare(),
      '+': () => this.#zoom(ZOOM_STEP),
      '=': () => this.#zoom(ZOOM_STEP),
      '-': () => this.#zoom(1 / ZOOM_STEP),
      '0': () => this.#fit(),
      // The view goes the way of the key, so the picture goes the other way.
      w: () => this.#pan(0, PAN_STEP),
      s: () => this.#pan(0, -PAN_STEP),
      a: () => this.#pan(PAN_STEP, 0),
      d: () => this.#pan(-PAN_STEP, 0),
    };
    const act = joint ? () => this.#choose(joint) : actions[key.toLowerCase()];
    act?.();
    return act !== undefined;
  }

  #choose(joint: JointName): void {
    const placed = this.#entry.state.marks.points[joint];
    this.#change(selectJoint(this.#entry.state, joint), placed ? `Chosen: the ${joint}.` : '');
  }

  #remove(): void {
    const { state } = this.#entry;
    if (this.#isPlaced()) this.#change(removeMark(state), `Removed the ${state.selected}.`);
  }

  /** Whether the chosen joint is placed; if not, says so. */
  #isPlaced(): boolean {
    const { marks, selected } = this.#entry.state;
    if (marks.points[selected]) return true;
    this.#say(`Place the ${selected} first.`);
    return false;
  }

  #undo(): void {
    const { state } = this.#entry;
    this.#change(undo(state), state.past.length > 0 ? 'Undone.' : 'There is nothing to undo.');
  }

  #toggle(what: 'grid' | 'marks'): void {
    if (what === 'grid') this.#grid = !this.#grid;
    else this.#hidden = !this.#hidden;
    this.#draw();
  }

  /** The placed joint under the pointer; of several the chosen one, so that marks on each other can be pulled apart. */
  #jointNear(at: Point): JointName | null {
    const { marks, selected } = this.#entry.state;
    const near = JOINT_NAMES.flatMap((joint) => {
      const point = marks.points[joint];
      if (!point || this.#hidden) return [];
      const [x, y] = toStage(this.#view, point);
      const away = Math.hypot(x - at[0], y - at[1]);
      return away <= GRASP ? [{ joint, away: joint === selected ? 0 : away }] : [];
    });
    return near.sort((a, b) => a.away - b.away)[0]?.joint ?? null;
  }

  /** A press is a click until it moves; then it drags the mark under it, or the picture. */
  #press(event: PointerEvent): void {
    if (event.button !== 0 || !this.#size) return;
    const stage = event.currentTarget as HTMLElement;
    const start = placeOn(stage, event);
    const joint = this.#jointNear(start);
    const mark = joint && this.#entry.state.marks.points[joint];
    const view = this.#view;
    const step = `drag ${++this.#drags}`;
    let isDrag = false;
    stage.setPointerCapture(event.pointerId);
    const move = (now: PointerEvent) => {
      const [dx, dy] = placeOn(stage, now).map((value, k) => value - (start[k] ?? 0)) as [number, number];
      isDrag ||= Math.hypot(dx, dy) >= CLICK;
      if (!isDrag) return;
      if (joint && mark) {
        const to: Point = [mark[0] + dx / view.scale, mark[1] + dy / view.scale];
        this.#change(moveMark(this.#entry.state, joint, to, step), `Moved the ${joint}.`);
      } else {
        this.#view = { ...view, x: view.x + dx, y: view.y + dy };
        this.#draw();
      }
    };
    const end = (last: PointerEvent) => {
      stage.removeEventListener('pointermove', move);
      stage.removeEventListener('pointerup', end);
      stage.removeEventListener('pointercancel', end);
      if (isDrag || last.type === 'pointercancel') return;
      if (nextToPlace(this.#entry.state)) this.#place(toPicture(view, start), event.shiftKey);
      else if (joint) this.#choose(joint);
      else this.#ask();
    };
    stage.addEventListener('pointermove', move);
    stage.addEventListener('pointerup', end);
    stage.addEventListener('pointercancel', end);
  }

  #wheel(event: WheelEvent): void {
    event.preventDefault();
    this.#zoom(Math.exp(-event.deltaY / 400), placeOn(event.currentTarget as HTMLElement, event));
  }

  #loaded(image: HTMLImageElement): void {
    // Width and height as shown: a camera's note that the picture lies on its side is followed, here and in the app.
    this.#size = { width: image.naturalWidth, height: image.naturalHeight };
    this.#fit();
  }

  #save(): void {
    const isUnnamed = this.#finished.some(({ marked }) => marked === null) && this.#marker.trim() === '';
    if (isUnnamed) {
      document.querySelector<HTMLInputElement>('#marker')?.focus();
      this.#say('Write your name in “Marked by”, then save again.');
      return;
    }
    const fresh = this.#finished.flatMap((entry) => labelOf(entry, this.#marker.trim()) ?? []);
    const open = this.#entries.filter(({ state }) => !isComplete(state.marks));
    const openNames = new Set(open.map(({ picture }) => picture.name));
    const kept = this.#kept.pictures.filter(({ name }) => !openNames.has(name));
    const pictures = mergeLabels(kept, fresh);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([labelsText({ ...this.#kept, pictures })], { type: 'application/json' }));
    link.download = 'labels.json';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    const begun = open.filter(({ state }) => hasMarks(state.marks)).map(({ picture }) => picture.name);
    this.#unsaved = begun.length > 0;
    const left = begun.length > 0 ? ` Left out, because joints are missing: ${begun.join(', ')}.` : '';
    this.#say(`Saved labels.json. Pictures in it: ${pictures.length}.${left}`);
  }

  /** Goes on with the marker's own marks of an earlier day. Marks that were made since the page was opened stay. */
  async #load(file: File | undefined): Promise<void> {
    if (!file) return;
    try {
      const loaded = parseLabels(await file.text());
      const isOther = ({ sha256 }: Label, { picture }: Entry) => sha256 !== '' && sha256 !== picture.sha256;
      const others = loaded.pictures.filter((label) =>
        this.#entries.some((entry) => entry.picture.name === label.name && isOther(label, entry)),
      );
      const pictures = loaded.pictures.filter((label) => !others.includes(label));
      for (const [index, entry] of this.#entries.entries()) {
        const label = pictures.find(({ name }) => name === entry.picture.name);
        const isNew = entry.marked === null && hasMarks(entry.state.marks);
        if (label && !isNew)
          this.#entries[index] = { ...entryOf(entry.picture, label, entry.compared), other: entry.other };
      }
      this.#kept = { about: loaded.about, pictures: mergeLabels(this.#kept.pictures, pictures) };
      const names = others.map(({ name }) => name).join(', ');
      const left = names && ` Left out, because these names now stand for other pictures: ${names}.`;
      this.#say(`Loaded. Pictures with marks: ${pictures.length}.${left}`);
    } catch (error) {
      this.#say(
        `"${file.name}" is not a file of marked joints: ${error instanceof Error ? error.message : 'unknown'}.`,
      );
    }
  }

  #write(field: keyof Texts, text: string): void {
    this.#entry.texts = { ...this.#entry.texts, [field]: text };
    this.#unsaved = true;
    this.#draw();
  }

  #draw(): void {
    render(html`<main>${this.#stageView()}${this.#sideView()}</main>`, document.body);
  }

  #stageView(): TemplateResult {
    const { picture, state, other, compared } = this.#entry;
    const view = this.#view;
    const stage = this.#stage;
    const next = nextToPlace(state);
    const drawing = svg`
      ${this.#grid ? gridDrawing(view, stage) : nothing}
      ${compared && other ? marksDrawing(marksOf(other), view, null, '1st ') : nothing}
      ${this.#hidden ? nothing : marksDrawing(state.marks, view, state.selected)}
      ${next ? middleDrawing(stage, next) : nothing}`;
    return html`<div
      id="stage"
      tabindex="0"
      role="application"
      aria-label="The picture; Enter places the next joint in the middle, arrows move the chosen one"
      @pointerdown=${(event: PointerEvent) => this.#press(event)}
      @wheel=${{ handleEvent: (event: WheelEvent) => this.#wheel(event), passive: false }}
    >
      <img
        alt=${picture.name}
        draggable="false"
        src=${picture.url}
        class=${view.scale > 2 ? 'large' : ''}
        style=${`transform: translate(${view.x}px, ${view.y}px) scale(${view.scale})`}
        @load=${(event: Event) => this.#loaded(event.currentTarget as HTMLImageElement)}
        @error=${() => this.#say(`"${picture.name}" cannot be shown: it is no picture that this browser knows.`)}
      />
      <svg aria-hidden="true">${this.#size ? drawing : nothing}</svg>
    </div>`;
  }

  #sideView(): TemplateResult {
    const { picture, state, compared } = this.#entry;
    const done = `${this.#finished.length} finished`;
    const pressed = (is: boolean, key: string, words: string, act: () => void) =>
      html`<button aria-pressed=${is} @click=${act}>${words} <kbd>${key}</kbd></button>`;
    const button = (key: string, words: string, act: () => void) =>
      html`<button @click=${act}>${words} <kbd>${key}</kbd></button>`;
    return html`<aside>
      <h1>${picture.name}</h1>
      <p>Picture ${this.#index + 1} of ${this.#entries.length}, ${done}${isBlind ? ', first marks hidden' : ''}</p>
      <p role="status">${this.#said.trim()}</p>
      <p>Left and right are the person's own: of somebody who faces you, the left is on your right.</p>
      ${jointList(state, (joint) => this.#choose(joint))}
      <div class="row">
        ${pressed(state.marks.guessed.includes(state.selected), 'G', 'Guessed', () => this.#toggleGuessed())}
        ${button('Delete', 'Remove', () => this.#remove())}${button('U', 'Undo', () => this.#undo())}
        ${isBlind ? pressed(compared, 'C', 'First marks', () => this.#compare()) : nothing}
      </div>
      <div class="row">
        ${button('+', 'Zoom in', () => this.#zoom(ZOOM_STEP))}${button('−', 'Zoom out', () => this.#zoom(1 / ZOOM_STEP))}
        ${button('0', 'Whole picture', () => this.#fit())}
        ${pressed(this.#grid, 'L', 'Grid', () => this.#toggle('grid'))}
        ${pressed(this.#hidden, 'H', 'Hide marks', () => this.#toggle('marks'))}
      </div>
      <div class="row">
        ${button('P', 'Previous', () => this.#go(-1))}${button('N', 'Next', () => this.#go(1))}
        ${button('M', 'Next unfinished', () => this.#goToUnfinished())}
        ${button('Ctrl+S', 'Save', () => this.#save())}
      </div>
      ${this.#fieldsView()}
      ${keyList()}
    </aside>`;
  }

  #fieldsView(): TemplateResult {
    const { texts } = this.#entry;
    const known = (field: keyof Texts) =>
      [...new Set(this.#entries.map((entry) => entry.texts[field]))].filter(Boolean);
    const load = (event: Event) => void this.#load((event.currentTarget as HTMLInputElement).files?.[0]);
    const written = (event: Event) => (event.currentTarget as HTMLInputElement).value;
    const writeMarker = (event: Event) => {
      this.#marker = written(event);
      this.#draw();
    };
    return html`
      <label>Marked by<input id="marker" .value=${this.#marker} @input=${writeMarker} /></label>
      ${TEXTS.map(
        (field) => html`<label>${field}
          <input id=${field} list=${`${field}-known`} .value=${texts[field]}
            @input=${(event: Event) => this.#write(field, written(event))} />
          <datalist id=${`${field}-known`}>${known(field).map((text) => html`<option>${text}</option>`)}</datalist>
        </label>`,
      )}
      <label>Go on with a saved labels.json of yours<input type="file" accept=".json" @change=${load} /></label>`;
  }
}

async function openPage(): Promise<void> {
  const listing = (await (await fetch('./pictures.json')).json()) as Listing;
  new LabellingPage(listing).start();
}

void openPage();
