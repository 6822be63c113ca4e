import { lowerFirst } from '../phrasing.ts';
import type { Words } from '../words.ts';

export const home: Words['home'] = {
  heading: 'Wie viel von dieser Drehung kommt aus der Hüfte?',
  pitch:
    'Truehip stoppt die Zeit deiner Hüftübungen, beobachtet über die Laptopkamera dein Becken und sagt Bescheid, wenn es mithilft. Nichts verlässt dieses Gerät.',
  demo: 'Die eingebaute Demo ansehen, ohne Kamera',
  demoNote: 'Die Demo dauert eine halbe Minute und misst wirklich. Kein Konto, nichts einzurichten.',
  camera: 'Mit meiner Kamera',
  picture:
    'Das Bild eines Laptops: jemand liegt auf einer Matte, ein Knie ist nach innen gefallen, über Hüfte und Beinen ist der angepasste Körper gezeichnet',
  example: 'Beispiel: das Bein hat 34° gedreht. Aus der Hüfte selbst kamen 26°.',
  pick: 'Wähle eine Übung',
  programmes: 'Programme: mehrere Übungen in guter Reihenfolge',
  week: 'Plane deine Woche',
  offline: 'Ohne Netz benutzen',
  laptop: (title) => `Laptop: ${lowerFirst(title)}`,
  onHold: 'Ausgesetzt: lass es erst abklären',
  length: (goal, length) => `${goal}: etwa ${length}`,
};
