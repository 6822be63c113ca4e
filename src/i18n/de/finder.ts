import type { Words } from '../words.ts';

export const finder: Words['finder'] = {
  intro: 'Drei Fragen, eine oder zwei Übungen.',
  wish: 'Was willst du?',
  wishes: { looser: 'Lockere Hüften', stronger: 'Kraft in der Endstellung', ready: 'Bereit fürs Training' },
  stance: 'Wie ist es bequem für dich?',
  stances: {
    lying: 'Auf dem Rücken',
    sitting: 'Auf dem Boden sitzen',
    kneeling: 'Auf Händen und Knien',
    standing: 'Im Stehen',
  },
  has: 'Was hast du zur Hand?',
  equipment: {
    nothing: 'Nichts',
    wall: 'Eine freie Wand',
    block: 'Einen Yogablock',
    band: 'Ein Band',
    box: 'Eine feste Kiste',
  },
  because: {
    looser: 'Sie bringt dich Schritt für Schritt tiefer.',
    stronger: 'Du drückst und ziehst da, wo man meist am schwächsten ist.',
    ready: 'Sie bewegt die Hüfte, ohne sie zu ermüden.',
  },
  answer: (drills) => (drills > 1 ? 'Fang mit einer von diesen an' : 'Fang damit an'),
  ask: 'Beantworte alle drei, dann steht deine Übung hier.',
  missing: {
    band: 'Die Übung auf Händen und Knien braucht ein Band. Ohne Band kommt diese ihr am nächsten.',
    box: 'Die andere Übung im Stehen braucht eine feste Kiste. Diese braucht nichts.',
  },
};
