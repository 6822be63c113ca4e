import { describe, expect, it } from 'vitest';
import { ABOUT, type Label, labelsText, parseLabels, type Point } from '../../tools/scoring/compare-markers.mjs';
import {
  entryOf,
  hasMarks,
  isComplete,
  JOINT_NAMES,
  labelOf,
  marksOf,
  type MarkState,
  mergeLabels,
  moveMark,
  nextToPlace,
  nudge,
  placeNext,
  removeMark,
  selectJoint,
  startState,
  toggleGuessed,
  undo,
} from './labelling/mark-state.ts';

const PLACES: readonly Point[] = [
  [10, 20],
  [11, 60],
  [12, 100],
  [40, 21],
  [41, 61],
  [42, 101],
];

const placeAll = (): MarkState => PLACES.reduce((state, at) => placeNext(state, at), startState());

const label: Label = {
  name: 'Squat-0',
  source: 'somebody/pictures squat/0.jpg',
  commit: 'abc',
  licence: 'CC0',
  sha256: '1f',
  group: 'standing',
  series: 'one',
  left: { hip: [10, 20], knee: [11, 60], ankle: [12, 100] },
  right: { hip: [40, 21], knee: [41, 61], ankle: [42, 101] },
  guessed: ['right hip', 'left hip'],
  note: 'left is nearer',
  marked: 'first',
};
const picture = { name: 'Squat-0', url: '/a.jpg', sha256: '1f' };

describe('placing', () => {
  it("goes from the person's left hip down to the right ankle", () => {
    const asked: (string | null)[] = [];
    PLACES.reduce((state, at) => {
      asked.push(nextToPlace(state));
      return placeNext(state, at);
    }, startState());
    expect(asked).toEqual(JOINT_NAMES);
  });

  it('is done after six joints; one click more changes nothing', () => {
    const state = placeAll();
    expect(isComplete(state.marks)).toBe(true);
    expect(nextToPlace(state)).toBeNull();
    expect(placeNext(state, [0, 0])).toBe(state);
  });

  it('puts a mark on a whole pixel', () => {
    expect(placeNext(startState(), [3.6, 4.4]).marks.points['left hip']).toEqual([4, 4]);
  });

  it('can place a joint as guessed at once', () => {
    expect(placeNext(startState(), [1, 1], true).marks.guessed).toEqual(['left hip']);
  });

  it('takes a chosen joint that is missing before the others, then goes on in order', () => {
    const chosen = placeNext(selectJoint(startState(), 'right knee'), [1, 1]);
    expect(chosen.marks.points['right knee']).toEqual([1, 1]);
    expect(nextToPlace(chosen)).toBe('left hip');
  });
});

describe('a placed mark', () => {
  it('is moved by keys, pixel by pixel, and no other one is', () => {
    const state = nudge(selectJoint(placeAll(), 'left knee'), 5, -1);
    expect(state.marks.points).toEqual({ ...placeAll().marks.points, 'left knee': [16, 59] });
  });

  it('is guessed and seen again by the same key', () => {
    const guessed = toggleGuessed(selectJoint(placeAll(), 'right hip'));
    expect(guessed.marks.guessed).toEqual(['right hip']);
    expect(toggleGuessed(guessed).marks.guessed).toEqual([]);
  });

  it('leaves no guess behind when it is taken away, and is the next to place', () => {
    const state = removeMark(toggleGuessed(selectJoint(placeAll(), 'left ankle')));
    expect(state.marks.guessed).toEqual([]);
    expect(nextToPlace(state)).toBe('left ankle');
  });
});

describe('a joint that is not placed', () => {
  it('can be neither moved nor guessed nor taken away', () => {
    const state = startState();
    const all = [nudge(state, 1, 0), toggleGuessed(state), removeMark(state), moveMark(state, 'left hip', [1, 1], 'a')];
    for (const next of all) expect(next).toBe(state);
  });
});

describe('undo', () => {
  it('takes back one placed joint at a time, to the empty picture', () => {
    const states = PLACES.reduce((state) => undo(state), placeAll());
    expect(hasMarks(states.marks)).toBe(false);
    expect(undo(states)).toBe(states);
  });

  it('takes back a whole drag, and a row of key presses, at once', () => {
    const before = placeAll();
    const dragged = moveMark(moveMark(before, 'left hip', [1, 1], 'drag 1'), 'left hip', [2, 2], 'drag 1');
    const moved = nudge(nudge(dragged, 1, 0), 1, 0);
    expect(undo(moved).marks).toEqual(dragged.marks);
    expect(undo(undo(moved)).marks).toEqual(before.marks);
  });

  it('takes back two drags of one mark one after the other', () => {
    const first = moveMark(placeAll(), 'left hip', [1, 1], 'drag 1');
    expect(undo(moveMark(first, 'left hip', [2, 2], 'drag 2')).marks).toEqual(first.marks);
  });

  it('takes back a guess', () => {
    expect(undo(toggleGuessed(toggleGuessed(placeAll()))).marks.guessed).toEqual(['right ankle']);
  });
});

describe('a label', () => {
  it('is the same after it was opened and saved untouched, whoever saves', () => {
    const saved = labelOf(entryOf(picture, label, false), 'b');
    expect(saved).toEqual({ ...label, guessed: ['left hip', 'right hip'] });
  });

  it('is not written while a joint is missing', () => {
    expect(labelOf(entryOf(picture, null, false), 'b')).toBeNull();
  });

  it('has the name of who made the marks', () => {
    const entry = { ...entryOf(picture, null, false), state: startState(marksOf(label)) };
    expect(labelOf(entry, 'b')?.marked).toBe('b');
  });

  it("hides the first marker's marks, guesses and note from a second one, and keeps group and series", () => {
    const { state, texts, other, marked } = entryOf(picture, label, true);
    expect(state.marks).toEqual(startState().marks);
    expect(texts).toMatchObject({ group: 'standing', series: 'one', note: '' });
    expect([other, marked]).toEqual([label, null]);
  });

  it('takes the place of the older one of its name, and a new one comes last', () => {
    const [old, other] = [label, { ...label, name: 'Lunge-0' }];
    const newer = { ...label, marked: 'b' };
    const added = { ...label, name: 'Air_Bike-0' };
    expect(mergeLabels([old, other], [newer, added])).toEqual([newer, other, added]);
  });
});

describe('a file of labels', () => {
  it('is read as it was written', () => {
    const file = { about: ABOUT, pictures: [label, { ...label, name: 'Lunge-0' }] };
    expect(parseLabels(labelsText(file))).toEqual(file);
  });

  it.each([
    ['no JSON', 'labels', 'it is no JSON'],
    ['JSON without pictures', '{}', 'it needs a list "pictures"'],
    ['a picture without a name', '{"pictures":[{}]}', 'its picture 1 has no name'],
    [
      'a picture without an ankle',
      JSON.stringify({ pictures: [{ ...label, left: { hip: [1, 1], knee: [1, 1] } }] }),
      'its picture "Squat-0" needs two numbers for the left ankle',
    ],
  ])('is refused when it is %s', (_name, text, why) => {
    expect(() => parseLabels(text)).toThrow(why);
  });
});
