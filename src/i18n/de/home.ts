import type { Words } from '../words.ts';

export const home: Words['home'] = {
  heading: 'Trainiere deine Hüftrotation. Sieh, wann sich stattdessen das Becken dreht.',
  pitch:
    'Ein Coach führt dich mit Worten durch jede Übung. Die Kamera deines Laptops zeigt, was die Hüfte allein macht, und Woche für Woche, ob es besser wird. Das Bild verlässt dieses Gerät nie.',
  demo: 'Eine Demo von 20 Sekunden ansehen',
  demoNote: 'Keine Kamera, kein Konto. Die Person kommt aus dem Computer, die Zahlen sind gemessen.',
  camera: 'Mit meiner Kamera',
  find: 'Welche Übung passt zu mir?',
  picture:
    'Das Bild eines Laptops: Jemand liegt auf einer Matte, ein Knie ist nach innen gefallen, über Hüfte und Beinen ist der angepasste Körper gezeichnet',
  example: 'Beispiel: Das Bein hat sich um 34° gedreht. Davon kamen 26° aus der Hüfte allein.',
  passport: 'Hüftpass: beide Hüften testen, dein Programm bekommen',
  pick: 'Alle Übungen',
  how: 'So geht es',
  more: 'Mehr',
  video: 'Durchgang aus einem Video',
  length: (goal, length) => `${goal}, etwa ${length}`,
};
