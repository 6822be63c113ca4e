import type { DrillDefinition, MovementStep, RepDefinition } from '../coach/drill-definition.ts';
import type { DrillTexts, DrillTextsById } from './drill-texts.ts';

const textsFor = (texts: DrillTextsById, id: string): DrillTexts | null =>
  Object.hasOwn(texts, id) ? texts[id as keyof DrillTextsById] : null;

/** A drill with its texts in another language; nothing else changes. A drill without texts there keeps its own. */
export function drillIn(drill: DrillDefinition, language: DrillTextsById): DrillDefinition {
  const texts = textsFor(language, drill.id);
  if (texts === null) return drill;
  const { title, summary, steps, caution, demonstration } = texts;
  return {
    ...drill,
    title,
    summary,
    steps,
    caution,
    demonstration,
    placement: { ...drill.placement, ...texts.placement },
    phases: drill.phases.map((phase, index) => phaseIn(phase, texts.phases[index])),
    rules: drill.rules.map((rule) => ({ ...rule, ...texts.rules[rule.id] })),
    reps: drill.reps && repsIn(drill.reps, texts),
    ...(texts.line === undefined ? {} : { line: texts.line }),
    ...(texts.otherSide === undefined ? {} : { otherSide: texts.otherSide }),
    ...(texts.otherLaptop === undefined ? {} : { otherLaptop: texts.otherLaptop }),
    ...(drill.variant ? { variant: { ...drill.variant, name: texts.variant ?? drill.variant.name } } : {}),
  };
}

function phaseIn(
  phase: DrillDefinition['phases'][number],
  texts: DrillTexts['phases'][number] | undefined,
): DrillDefinition['phases'][number] {
  const { calls, ...named } = texts ?? {};
  const said = phase.calls?.map((call, index) => ({ ...call, ...calls?.[index] }));
  return { ...phase, ...named, ...(said ? { calls: said } : {}) };
}

function repsIn(reps: RepDefinition, { words, guide, parts, moves }: DrillTexts): RepDefinition {
  const named = (step: MovementStep): MovementStep => ({ ...step, ...moves?.[step.id] });
  return {
    ...reps,
    ...(words ? { words } : {}),
    ...(guide ? { guide } : {}),
    ...(parts ? { parts } : {}),
    ...(reps.sequence ? { sequence: reps.sequence.map(named) } : {}),
  };
}
