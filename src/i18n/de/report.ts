import type { Words } from '../words.ts';

const APART = 'Zwei Sätze gelten ab 1,96 · √(sd₁² + sd₂²) als verschieden und nie unter';

export const report: Words['report'] = {
  print: 'Drucken oder als PDF speichern',
  back: 'Zurück zur Zusammenfassung',
  heading: 'Bericht',
  unreadable: 'Dieser Satz lässt sich nicht mehr lesen.',
  of: (facts) => `Truehip, Bericht über einen Satz · ${facts}`,
  title: (drill, side) => `${drill}, ${side.toLowerCase()}`,
  effort: (effort) => `Kraft ${effort} von 10`,
  pain: (pain) => `Schmerz ${pain} von 10`,
  helped: 'Was sich außer der Hüfte bewegt hat',
  nothing: {
    whole: 'Nichts, was von hier zu sehen ist.',
    part: (share) => `Nichts in den ${share} der Arbeitszeit, die zu überwachen waren.`,
    hardly: 'Nicht bekannt: fast nichts war zu überwachen.',
  },
  felt: (answers) => `Danach angegeben: ${answers}.`,
  note: (note) => `Eigene Notiz: ${note}`,
  strictness: (name) => `${name}: wo eine Meldung beginnt, endet der saubere Wert.`,
  rounds: 'Werte nach Runde',
  round: 'Runde',
  trend: 'Die letzten Sätze',
  measured: 'Wie gemessen wurde',
  limits: 'Fehler und Grenzen',
  date: 'Datum',
  best: 'Bester Wert',
  knownAs: 'Gilt als',
  since: 'Seit dem Satz davor, vom selben Platz gesehen',
  end: 'Ende',
  thisSet: (date) => `${date} (dieser Satz)`,
  flag: (rule, times, peak, seconds) =>
    `${rule}: ${times}-mal, ${peak === null ? '' : `höchstens ${peak}, `}insgesamt ${seconds} s.`,
  timed: 'Gestoppt ohne Kamera: es wurde nichts gemessen.',
  camera: (size, frames, model) =>
    `Eine Kamera, ${size}, ${frames} ${frames === 1 ? 'Bild' : 'Bilder'}; Körperpunkte von BlazePose ${model}, in jedem Bild ein Skelett mit festen Knochenlängen daran angepasst, im Browser auf dem eigenen Gerät.`,
  referencePose:
    'Jeder Winkel ist die Änderung gegenüber einer Startposition, die am Anfang still gehalten wurde, nicht gegenüber der anatomischen Nullstellung.',
  bendAlone: 'Beugung: zwischen Becken und Oberschenkel. Ein Becken, das mitkippt, zählt mit.',
  bend: 'Beugung: zwischen Rumpf und Oberschenkel. Ein runder Rücken zählt mit, außer wo er in RAILs oder beim Nachsinken sichtbar rund wurde.',
  gross:
    'Gesamt: die größte Drehung des Beins. Sauber: die größte, während keine Ausweichbewegung gemeldet und die Messung gültig war. Geborgt: der Unterschied, den Becken und Wirbelsäule dazugaben.',
  band: 'Das Band hinter einer Zahl umfasst 90 % des Messfehlers.',
  bandHere: (degrees) => `Das Band hinter einer Zahl umfasst 90 % des Messfehlers; hier ist es ± ${degrees}°.`,
  toldApart: (least) => `${APART} ${least}, was ein digitales Inklinometer in geübter Hand unterscheidet.`,
  toldApartHere: (least, own) =>
    `${APART} ${least}, was ein digitales Inklinometer in geübter Hand unterscheidet; bei zwei Sätzen wie diesem ab ${own}.`,
  dayToDay:
    'Das Band weiß nichts davon, wie sich dieselbe Person von Tag zu Tag unterscheidet, nichts vom Aufwärmen und nichts von einem anderen Platz der Kamera: nur Sätze vom selben Platz werden verglichen.',
  checked:
    'Geprüft wurde das Verfahren an gerenderten Personen, deren Gelenkwinkel genau bekannt sind, nicht an Menschen im Labor.',
  noDevice:
    'Es ist Bewegungscoaching und kein Medizinprodukt: nichts hier ist eine Diagnose oder ersetzt eine Untersuchung.',
};
