import type { safety as english } from '../../en/hip/safety.ts';

export const safety: typeof english = {
  heading: 'Trifft davon etwas auf dich zu?',
  lead: 'Ich frage vor dem ersten Durchgang und wieder, wenn etwas wehtut. Deine Antworten bleiben auf diesem Gerät.',
  again: 'Etwas tat weh. Trifft davon jetzt etwas zu?',
  none: 'Nichts davon',
  go: 'Weiter',
  back: 'Zurück',
  seen: 'Es wurde in der Physiotherapie oder Arztpraxis angesehen. Ich darf trainieren.',
  flags: {
    'night-pain': {
      name: 'Hüfte oder Leiste schmerzt nachts oder in Ruhe',
      follows:
        'Schmerz in der Nacht oder in Ruhe ist keine Frage der Beweglichkeit. Lass es erst in der Physiotherapie oder Arztpraxis ansehen.',
    },
    fever: {
      name: 'Ich habe Fieber oder fühle mich krank, und ein Gelenk schmerzt',
      follows: 'Geh erst zum Arzt, bald. Mit Fieber wird nicht trainiert.',
    },
    fall: {
      name: 'Es schmerzt seit einem Sturz oder Schlag',
      follows: 'Lass die Hüfte nach einem Sturz erst ansehen.',
    },
    pregnancy: {
      name: 'Ich bin schwanger',
      follows:
        'Frag deine Hebamme oder Ärztin. Hier: sanfte Durchgänge, keiner auf dem Rücken, keine neue Beweglichkeit.',
    },
    'thin-bones': {
      name: 'Meine Knochen sind dünn (Osteoporose)',
      follows: 'Hier: sanfte Durchgänge, keiner, bei dem du dich vorbeugst. Frag zu allem anderen deinen Arzt.',
    },
    'loose-joints': {
      name: 'Meine Gelenke sind sehr locker (hypermobil)',
      follows:
        'Beweglich genug bist du. Hier: Kraft und Kontrolle in dieser Beweglichkeit, nichts, was sie vergrößert.',
    },
    'under-16': {
      name: 'Ich bin unter 16',
      follows: 'Du wächst noch. Hier: sanfte Durchgänge, mit einem Erwachsenen daneben.',
    },
  },
  hip: { left: 'Linke Hüfte', right: 'Rechte Hüfte' },
  titleNo: 'Jetzt nicht',
  titleLimits: 'Mit Einschränkung',
  only: { left: 'In diesem Durchgang übst du nur links.', right: 'In diesem Durchgang übst du nur rechts.' },
  gentle: 'Der Durchgang ist ein Aufwärmen: kurz und sanft.',
  choose: {
    left: 'Wähle die linke Hüfte, oder lass diesen Durchgang aus.',
    right: 'Wähle die rechte Hüfte, oder lass diesen Durchgang aus.',
  },
  keep: 'Dieser Durchgang öffnet nichts Neues: nutze, was du hast.',
  stops: (left, right) =>
    left !== null && right !== null && left !== right
      ? `Ab der Startposition stoppt dich die Stimme links bei ${left}° und rechts bei ${right}°`
      : `Bei ${left ?? right}° ab der Startposition stoppt die Stimme ${left === null ? 'deine rechte' : right === null ? 'deine linke' : 'jede'} Hüfte`,
  noEnd: 'kein Drücken, Ziehen oder Halten am Ende deiner Bewegung',
  prescribed: (name, day, what) => `Grenze von ${name}, bis ${day}: ${what}.`,
  held: (symptom, first, second) =>
    `diese Übung wurde zweimal wegen ${symptom} beendet (${first === second ? first : `${first} und ${second}`}).`,
  stoppedHere: (day) => `du hast diese Übung am ${day} abgebrochen. Geh weniger tief als damals. Eine Woche sanft.`,
  stopped: (day) => `am ${day} wurde ein Durchgang abgebrochen oder tat weh. Eine Woche sanft.`,
  pain: {
    amber: 'sie schmerzt oder tat nach ihrem letzten Durchgang weh. Mach weniger.',
    red: 'sie schmerzt. Lass sie heute aus.',
  },
  endFeel: {
    hard: 'sie endet hart. Das kann Knochen sein, dehne nicht hinein.',
    pinching: 'es zwickt am Ende. Dehne nicht hinein.',
  },
  enough: (turnsIn) => `sie dreht ${turnsIn} nach innen. Das reicht.`,
  checked: 'Es wurde geprüft oder ist seither ruhig. Ich darf trainieren.',
  endFeelAsk: (name) => `${name}: Wie fühlt sich das Ende des Einwärtsdrehens an?`,
  endFeels: {
    hard: 'Hart, wie Knochen auf Knochen',
    pinching: 'Es zwickt vorn',
    springy: 'Federnd: es gibt etwas nach',
    tight: 'Fest, wie ein Gurt',
  },
  unsure: 'Nicht mehr sicher',
  prescription: 'Übungsplan aus der Praxis',
  prescribe: 'Für die Physiotherapie: Übungen verordnen',
  settings: 'Fragen zur Sicherheit',
  settingsNote: 'Deine Antworten auf die Sicherheitsfragen. Passe sie an, wenn sich etwas ändert.',
};
