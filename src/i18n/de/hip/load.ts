import type { load as english } from '../../en/hip/load.ts';

const repetitions = (by: string): string => (by === '1' ? 'eine Wiederholung' : `${by} Wiederholungen`);

export const load: typeof english = {
  up: {
    hold: (by) => `${by} Sekunden länger halten`,
    reps: (by) => `${repetitions(by)} mehr`,
    seconds: (by) => `${by} Sekunden länger weitermachen`,
    rounds: () => 'eine Runde mehr',
    goal: (name) => `„${name}“ nehmen`,
  },
  down: {
    hold: (by) => `${by} Sekunden kürzer halten`,
    reps: (by) => `${repetitions(by)} weniger`,
    seconds: (by) => `${by} Sekunden früher aufhören`,
    rounds: () => 'eine Runde weniger',
    goal: (name) => `„${name}“ nehmen`,
  },
  why: {
    easy: 'Die letzten zwei Mal fiel es dir leicht.',
    pain: 'Beim letzten Mal tat es weh.',
    morning: 'Am Morgen danach ging es der Hüfte schlechter.',
  },
  today: (what) => `Heute: ${what}.`,
  next: (what) => `Beim nächsten Mal: ${what}, denn es fiel dir zweimal leicht.`,
  take: 'So ändern',
  taken: 'Geändert.',
  strength: (days, sets) => {
    const when = days === 0 ? '' : ` in ${days === 1 ? '1 Tag' : `${days} Tagen`}`;
    const more = sets === 0 ? '' : ` nach ${sets === 1 ? '1 Durchgang' : `${sets} Durchgängen`} „Aufbau“`;
    return `„Kraft“ kommt${[when, more].filter(Boolean).join(',')}.${sets === 0 ? '' : ' Sag nach jedem, ob es schmerzte.'}`;
  },
  morning: {
    ask: (day) => `Du hast am ${day} geübt. Wie ging es deiner Hüfte am Morgen danach?`,
    answers: { same: 'Wie vorher', more: 'Etwas schlechter', much: 'Deutlich schlechter' },
    means: {
      same: 'Gut. Mach weiter.',
      more: 'Dann mach dasselbe noch einmal, und nicht mehr.',
      much: 'Gib ihr einen Tag Pause. Danach ein sanfter Durchgang, und etwas weniger als zuletzt.',
    },
  },
};
