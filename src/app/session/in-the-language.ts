import type { SetPlan } from '../../coach/coach-contract.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { DRILLS } from '../../drills/index.ts';
import { coachWords } from '../../i18n/en/coach.ts';
import { drillIn } from '../../i18n/drill-in.ts';
import { drillTexts, spokenLanguage } from '../../i18n/speaking.ts';

const made = new Map<ReturnType<typeof drillTexts>, readonly DrillDefinition[]>();

/** Every drill with its texts in the language that is spoken; the same objects as long as that stays so. */
export function spokenDrills(): readonly DrillDefinition[] {
  const texts = drillTexts();
  if (texts === null) return DRILLS;
  const drills = made.get(texts) ?? DRILLS.map((drill) => drillIn(drill, texts));
  made.set(texts, drills);
  return drills;
}

/** A plan whose coach speaks the language of the page. */
export function spokenPlan(plan: SetPlan): SetPlan {
  const texts = drillTexts();
  const language = spokenLanguage();
  if (texts === null) return plan;
  return { ...plan, drill: drillIn(plan.drill, texts), words: coachWords(), language };
}
