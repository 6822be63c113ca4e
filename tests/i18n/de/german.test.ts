import { describe, expect, it } from 'vitest';
import { DRILLS } from '../../../src/drills/index.ts';
import { loopMoments } from '../../../src/drills/loop-moments.ts';
import { german } from '../../../src/i18n/de/german.ts';
import { drillIn } from '../../../src/i18n/drill-in.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { english } from '../english.ts';
import { englishIn, textsOf } from '../texts-of.ts';

const englishTexts = new Map(textsOf(english, '').map((one) => [one.path, one]));
const germanTexts = textsOf(german.words, '');

/** Texts that are the same in both languages, or consist of their arguments only. */
const SAME =
  /^(?:–|PAILs|RAILs|Rotation|Phase|Person|Person 41|Truehip|Demo|Start|Name|Video|Text|Pause|Stopp?|Band|Band.*|Start.*|Laptop: .*|Truehip, .*|41|41 41|Escape|Esc|Programme.*|Cue.*|JSON|Backend|Threads|Browser|.* · Truehip|.*%.*|41: .*|41 52|41, 52)$/;

describe('the German catalogue', () => {
  it('has exactly the texts of the English one', () => {
    expect(germanTexts.length).toBeGreaterThan(300);
    expect(germanTexts.map(({ path }) => path).toSorted()).toEqual([...englishTexts.keys()].toSorted());
  });

  it.each(germanTexts.map((one) => [one.path, one] as const))('%s is a German text', (path, { text, given }) => {
    const first = englishTexts.get(path);
    // A text that is empty in English is empty in German.
    if (first?.text === '') return expect(text).toBe('');
    expect(text.trim()).not.toBe('');
    expect(englishIn(text), text).toBeNull();
    expect(text).not.toMatch(/["']|\s{2}|\.\./);
    // Each language uses the same arguments of a text.
    expect(given).toEqual(first?.given);
    if (!SAME.test(text)) expect(text).not.toBe(first?.text);
  });

  it('has every part of the English one', () => {
    const parts: readonly (keyof Words)[] = Object.keys(german.words) as (keyof Words)[];
    for (const part of parts) expect(english[part], part).toBeDefined();
  });
});

describe.each(DRILLS.map((drill) => [drill.id, drill] as const))('%s in German', (_, drill) => {
  const local = drillIn(drill, german.drills);

  it('differs from the English drill in its texts only', () => {
    const { measure, presets, instrument, turnsForOtherSide } = local;
    expect({ measure, presets, instrument, turnsForOtherSide }).toEqual({
      measure: drill.measure,
      presets: drill.presets,
      instrument: drill.instrument,
      turnsForOtherSide: drill.turnsForOtherSide,
    });
    const bare = ({ cue: _cue, explanation: _why, change: _change, ...rule }: (typeof drill.rules)[number]) => rule;
    expect(local.rules.map(bare)).toEqual(drill.rules.map(bare));
    expect(local.phases.map(({ kind }) => kind)).toEqual(drill.phases.map(({ kind }) => kind));
    expect(local.steps).toHaveLength(drill.steps.length);
    expect(local.placement.id).toBe(drill.placement.id);
    expect(local.reps?.sequence?.map(({ id, channel }) => [id, channel])).toEqual(
      drill.reps?.sequence?.map(({ id, channel }) => [id, channel]),
    );
  });

  it('has all of its texts, none of them in English', () => {
    const said = (one: typeof local) =>
      textsOf(
        [
          one.title,
          one.summary,
          one.steps,
          one.caution,
          one.demonstration,
          { ...one.placement, id: null },
          one.phases.map(({ title, instruction, calls }) => [title, instruction, calls?.map(({ text }) => text)]),
          one.rules.map(({ cue, explanation, change }) => [cue, explanation, change]),
          one.reps?.words,
          one.reps?.sequence?.map(({ title, call }) => [title, call]),
          one.variant?.name,
        ],
        '',
      );
    const first = said(drill);
    const texts = said(local);
    expect(texts).toHaveLength(first.length);
    for (const [index, { text }] of texts.entries()) {
      expect(englishIn(text), text).toBeNull();
      if (text !== 'Ball') expect(text).not.toBe(first[index]?.text);
    }
  });

  it('has cues short enough to be heard', () => {
    for (const { cue } of local.rules) expect(cue.length, cue).toBeLessThanOrEqual(60);
    for (const { instruction } of local.phases) expect(instruction.length, instruction).toBeLessThanOrEqual(85);
    for (const { call, title } of local.reps?.sequence ?? []) {
      expect(call.length, call).toBeLessThanOrEqual(50);
      expect(title.length, title).toBeLessThanOrEqual(20);
    }
  });

  it.each(['right', 'cheat'])('has as many captions at its loop "%s" as the English one, at the same times', (kind) => {
    const first = loopMoments(drill.id, kind);
    const words = loopMoments(drill.id, kind, german.moments);
    expect(words.map(({ at }) => at)).toEqual(first.map(({ at }) => at));
    for (const { text } of words) {
      expect(englishIn(text), text).toBeNull();
      expect(text.length, text).toBeLessThanOrEqual(28);
    }
  });
});
