import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoPlan, spokenPlan } from '../../../src/app/session/set-plans.ts';
import type { SetView } from '../../../src/ui/live-set/set-view.ts';
import {
  type FromFirst,
  messageText,
  readFromFirst,
  readFromSecond,
  secondHash,
  secondIdOf,
  type Shown,
} from '../../../src/ui/second-screen/second-messages.ts';
import { gaugeOf, phaseOf } from '../../browser/lib/fake-readings.ts';

const look = { language: 'de', theme: 'auto', singleKeys: true } as const;
const plan = spokenPlan(demoPlan());
const view: SetView = {
  source: 'camera',
  gauge: gaugeOf({ phase: phaseOf('passive') }),
  text: 'Let the knee sink.',
  phrase: { severity: 'red', text: 'Both back pockets heavy on the floor.' },
  ring: null,
  blind: null,
  feedback: 'number',
  target: 45,
  aimed: true,
  figures: false,
};
const shown: readonly Shown[] = [
  { kind: 'waiting' },
  { kind: 'set', view },
  { kind: 'set', view: { ...view, gauge: gaugeOf({ phase: null, angle: null, left: null }), phrase: null, ring: 0.4 } },
  {
    kind: 'placing',
    source: 'camera',
    gate: { checks: [], check: null, advice: { what: 'Good', todo: 'Hold still.' }, hold: 0.5, say: null } as never,
  },
  { kind: 'ending', lines: [{ kind: 'hip', text: 'Left 34°' }] },
];

/** A message as another page may send it. */
const forged = (message: object): string => JSON.stringify({ truehip: 1, ...message });

describe('what the first screen says', () => {
  it.each(shown.map((one) => [one.kind, one] as const))('%s comes through unchanged', (_kind, one) => {
    const message: FromFirst = { kind: 'show', look, shown: one };
    expect(readFromFirst(messageText(message))).toEqual(JSON.parse(JSON.stringify(message)));
  });

  it('a plan comes through without what the coach says', () => {
    const read = readFromFirst(messageText({ kind: 'plan', plan }));
    expect(read).toMatchObject({ kind: 'plan', plan: { sides: plan.sides, preset: plan.preset } });
    expect(read?.kind === 'plan' && read.plan.drill.title).toBe(plan.drill.title);
  });

  it('the state of a set is small enough to be sent ten times a second', () => {
    expect(messageText({ kind: 'show', look, shown: { kind: 'set', view } }).length).toBeLessThan(8000);
  });

  it('a message of another version is ignored', () => {
    const old = { ...JSON.parse(messageText({ kind: 'show', look, shown: { kind: 'waiting' } })), truehip: 0 };
    expect(readFromFirst(JSON.stringify(old))).toBeNull();
    expect(readFromFirst(JSON.stringify({ kind: 'bye' }))).toBeNull();
  });

  it.each([
    ['no text', { kind: 'bye' }],
    ['no JSON', '{'],
    ['no object', 'null'],
    ['a list', '[]'],
    ['an unknown kind', forged({ kind: 'eval', text: 'alert(1)' })],
    ['an unknown language', forged({ kind: 'show', look: { ...look, language: 'xx' }, shown: { kind: 'waiting' } })],
    [
      'a palette that is none',
      forged({ kind: 'show', look: { ...look, theme: 'url(x)' }, shown: { kind: 'waiting' } }),
    ],
    ['an unknown screen', forged({ kind: 'show', look, shown: { kind: 'settings' } })],
    ['a set without a gauge', forged({ kind: 'show', look, shown: { kind: 'set', view: { ...view, gauge: null } } })],
    [
      'a number that is a text',
      forged({ kind: 'show', look, shown: { kind: 'set', view: { ...view, target: '45' } } }),
    ],
    [
      'an angle without its error',
      forged({
        kind: 'show',
        look,
        shown: { kind: 'set', view: { ...view, gauge: { ...view.gauge, angle: { value: 1 } } } },
      }),
    ],
    ['lines that are no lines', forged({ kind: 'show', look, shown: { kind: 'ending', lines: ['Well done'] } })],
    ['a plan without its drill', forged({ kind: 'plan', plan: { ...plan, drill: { id: 'x', title: 'x' } } })],
    ['more than any plan has', forged({ kind: 'bye', more: 'x'.repeat(500_000) })],
  ])('%s is ignored', (_what, text) => {
    expect(readFromFirst(text)).toBeNull();
  });

  it('no text breaks the reader', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const value: unknown = JSON.parse(json);
        for (const one of [json, forged({ kind: 'show', look, shown: value }), forged({ kind: 'plan', plan: value })]) {
          readFromFirst(one);
          readFromSecond(one);
        }
      }),
    );
  });
});

describe('what the second screen says', () => {
  it('the keys of a set and the start are passed on', () => {
    for (const action of ['pause', 'pain', 'start'] as const)
      expect(readFromSecond(messageText({ kind: 'key', action }))).toEqual({ kind: 'key', action });
    for (const kind of ['hello', 'gone'] as const) expect(readFromSecond(messageText({ kind }))).toEqual({ kind });
  });

  it.each([forged({ kind: 'key', action: 'erase' }), forged({ kind: 'key' }), forged({ kind: 'show' }), '7', 7])(
    '%s does nothing',
    (text) => {
      expect(readFromSecond(text)).toBeNull();
    },
  );
});

describe('the address of the second screen', () => {
  it('names the first one that it belongs to', () => {
    expect(secondIdOf(secondHash('3f0c-9'))).toBe('3f0c-9');
  });
  it.each(['', '#/', '#/second-screen/', '#/second-screen/a/b', '#/second-screen/<b>'])('%s is none', (hash) => {
    expect(secondIdOf(hash)).toBeNull();
  });
});
