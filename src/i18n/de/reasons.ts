import type { Words } from '../words.ts';

export const reasons: Words['common']['reasons'] = {
  'no-picture': {
    what: 'Es kommt kein Bild an',
    todo: 'Prüf Abdeckung und Schalter der Kamera und lass diesen Tab vorn.',
  },
  'no-person': { what: 'Niemand im Bild', todo: 'Komm ins Bild, die Hüften in die Mitte.' },
  'too-dark': { what: 'Zu dunkel', todo: 'Mach Licht an oder die Vorhänge auf.' },
  dim: { what: 'Es ist recht dunkel', todo: 'Mit mehr Licht werden die Zahlen ruhiger.' },
  'against-light': {
    what: 'Du bist im Gegenlicht',
    todo: 'Dreh den Laptop vom Fenster weg oder zieh den Vorhang zu.',
  },
  'too-bright': { what: 'Zu hell', todo: 'Dreh den Laptop vom Fenster oder von der Lampe weg.' },
  'lens-covered': {
    what: 'Die Linse ist verdeckt',
    todo: 'Öffne die Kameraabdeckung oder nimm den Aufkleber ab.',
  },
  'person-too-small': { what: 'Du bist zu weit weg', todo: 'Stell den Laptop näher.' },
  'person-too-large': { what: 'Du bist zu nah', todo: 'Stell den Laptop weiter weg.' },
  'out-of-frame': {
    what: 'Ein Teil von dir ist nicht im Bild',
    todo: 'Rück den Laptop, bis du ganz zu sehen bist.',
  },
  'implausible-body': {
    what: 'Ich erkenne dich nicht',
    todo: 'Trag Farben, die sich abheben, und mach Platz um dich.',
  },
  'wrong-posture': {
    what: 'Noch nicht die Startposition',
    todo: 'Nimm die Startposition der Übung ein.',
  },
  'bad-view': {
    what: 'Falscher Platz für diese Übung',
    todo: 'Stell den Laptop an den Platz in der Zeichnung.',
  },
  'already-stretched': {
    what: 'Du bist schon über die Startposition hinaus',
    todo: 'Komm in die Startposition der Übung.',
  },
  'not-the-start': {
    what: 'Dein Start war schon mitten in der Bewegung',
    todo: 'Geh in die Startposition und halte still. Was vorher gemessen wurde, zählt nicht.',
  },
  'no-neutral': { what: 'Noch keine Startposition', todo: 'Halte in der Startposition still.' },
  'camera-moved': {
    what: 'Der Laptop hat sich bewegt',
    todo: 'Halte still, damit ich deinen Start neu setzen kann.',
  },
  'foot-slid': { what: 'Dein Standfuß ist verrutscht', todo: 'Stell ihn dahin zurück, wo er war.' },
  'knee-straight': {
    what: 'Dein Knie ist zu gestreckt',
    todo: 'Beuge das Knie, sonst ist die Hüftdrehung nicht zu sehen.',
  },
  'thigh-towards-lens': {
    what: 'Dein Oberschenkel zeigt zur Linse',
    todo: 'Stell den Laptop an den Platz in der Zeichnung.',
  },
  'joints-hidden': {
    what: 'Hüfte, Knie oder Knöchel verdeckt',
    todo: 'Räum weg, was vor deinen Beinen steht.',
  },
  'left-right-mixed': {
    what: 'Linkes und rechtes Bein sehen gleich aus',
    todo: 'Stell den Laptop etwas zur Seite.',
  },
  'pelvis-hidden': {
    what: 'Dein Becken ist verdeckt',
    todo: 'Halte Arme und weite Kleidung von den Hüften fern.',
  },
  'pelvis-lost': {
    what: 'Ich sehe dein Becken nicht mehr',
    todo: 'Komm für einen Moment zurück in die Startposition.',
  },
  'pelvis-too-dark': {
    what: 'Deine Kleidung ist zu dunkel, um das Becken darin zu sehen',
    todo: 'Trag etwas Helleres um die Hüften oder mach Licht von hinten.',
  },
  'not-seen-from-here': { what: 'Von hier nicht zu sehen', todo: 'Diese Ansicht zeigt es nicht.' },
  'other-pelvis-motion': {
    what: 'Dein Becken bewegt sich, ich weiß nicht wie',
    todo: 'Komm für einen Moment zurück in die Startposition.',
  },
  'back-hidden': {
    what: 'Die Linie deines Rückens ist nicht frei zu sehen',
    todo: 'Halte Arme und weite Kleidung davon weg, und stell den Laptop genau zur Seite.',
  },
  'trunk-leans': { what: 'Dein Rumpf neigt sich', todo: 'Richte dich über den Hüften auf.' },
  'poor-fit': { what: 'Ich sehe dich nicht gut genug', todo: 'Mehr Licht und ein freier Boden helfen.' },
};
