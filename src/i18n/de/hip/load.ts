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
  strength: ({ begun, daysLeft, setsLeft }) => {
    const tail =
      setsLeft === 0 ? '' : ' Es zählen nur Durchgänge mit wenig oder ohne Schmerz, also antworte nach jedem.';
    if (!begun)
      return `„Kraft“ kommt ${daysLeft} Tage nach deinem ersten Durchgang „Aufbau“, wenn ${setsLeft} gemacht sind.${tail}`;
    const when = daysLeft === 0 ? [] : [`in ${daysLeft === 1 ? '1 Tag' : `${daysLeft} Tagen`}`];
    const more =
      setsLeft === 0
        ? []
        : [`nach ${setsLeft === 1 ? '1 weiteren Durchgang' : `${setsLeft} weiteren Durchgängen`} „Aufbau“`];
    return `„Kraft“ kommt ${[...when, ...more].join(' und ')}.${tail}`;
  },
  morning: {
    ask: (day) => `Du hast am ${day} geübt. Wie ging es deiner Hüfte am Morgen danach?`,
    answers: { same: 'Wie vorher', more: 'Etwas schlechter', much: 'Deutlich schlechter' },
    means: {
      same: 'Gut. Mach weiter.',
      more: 'Dann mach dasselbe noch einmal, und nicht mehr.',
      much: 'Heute noch schlechter? Dann kein Durchgang. Sonst ein sanfter, mit weniger als zuletzt.',
    },
  },
};
