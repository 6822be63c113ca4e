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
  pick: 'Alle Übungen',
  more: 'Mehr',
  programmes: 'Programme',
  week: 'Plane deine Woche',
  offline: 'Offline nutzen',
  yourData: 'Deine Daten',
  lines: {
    'supine-sleeper': 'Im Liegen. Ein Knie fällt nach innen: wegdrücken, heranziehen, tiefer sinken.',
    'supine-ir-pulses-feet-lifted': 'Im Liegen, Füße in der Luft. Block drücken, beide Füße nach außen schwingen.',
    'supine-ir-pulses-feet-flat': 'Im Liegen, Füße am Boden. Beide Knie in einen Block drücken.',
    'knee-to-knee-wall': 'Im Liegen, Füße breit an der Wand. Beide Knie sinken zueinander. Schont den Rücken.',
    'knee-to-knee-floor': 'Im Liegen, Füße breit am Boden. Beide Knie sinken zueinander.',
    'ninety-ninety-pails-rails': 'Hinteren Fuß drücken, hochziehen, weiter drehen. Für die Kraft.',
    'ninety-ninety-stretch': 'Nur drehen und atmen. Die leichteste der fünf.',
    'ninety-ninety-contract-relax': 'Drehen, drücken, langsam lösen, weiter drehen. Ein paar Mal.',
    'ninety-ninety-lift-off': 'Aufrecht sitzen und das hintere Bein heben. Wird gezählt.',
    'ninety-ninety-lift-off-hinge': 'Erst nach vorn beugen, dann heben. Die schwerste der fünf.',
    'quadruped-band-ir': 'Auf Händen und Knien. Ein Band zieht den Fuß nach außen, du ziehst ihn zurück.',
    'standing-hamstring': 'Im Stehen, Ferse auf einer Kiste. Aus der Hüfte beugen: drücken, heben, tiefer.',
    'hip-movement-sequence': 'Im Stehen. Ein Bein bewegt sich in alle Richtungen, der Rest bleibt ruhig.',
    'soft-tissue-ball': 'Auf einem Ball sitzen, um das Gesäß zu lockern. Ein Timer, ohne Kamera.',
    'soft-tissue-roller': 'Eine Rolle unter dem Oberschenkel, um ihn zu lockern. Ein Timer, ohne Kamera.',
  },
  onHold: 'Ausgesetzt: Lass es erst abklären',
  length: (goal, length) => `${goal}, etwa ${length}`,
};
