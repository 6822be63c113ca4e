import type { Words } from '../words.ts';

export const report: Words['report'] = {
  print: 'Drucken oder als PDF speichern',
  back: 'Zurück zur Zusammenfassung',
  name: 'Name auf dem Bericht',
  nameNote: 'Freiwillig. Er wird nur auf diesem Gerät gespeichert und hier gedruckt.',
  nameLost: 'Der Name ließ sich nicht speichern. Er ist weg, wenn der Tab geschlossen wird.',
  weeks: (drill) => `Bester Wert im Verlauf: ${drill}`,
  noTrend: 'Noch keine gemessenen Durchgänge zum Vergleichen.',
  planned: 'Geplantes Programm',
  on: (programme, days, times) => `${programme}: ${days ?? 'jeden Tag'}${times > 1 ? `, ${times}-mal am Tag` : ''}`,
  laps: (part, times) => (times > 1 ? `${part} · ${times}-mal` : part),
  unreadable: 'Dieser Durchgang lässt sich nicht mehr öffnen.',
  of: (facts) => `Truehip, Bericht über einen Durchgang · ${facts}`,
  title: (drill, side) => `${drill}, ${side.toLowerCase()}`,
  effort: (effort) => `Anstrengung ${effort} von 10`,
  pain: (pain) => `Schmerz ${pain} von 10`,
  helped: 'Was sich außer der Hüfte bewegt hat',
  nothing: {
    whole: 'Nichts, was von hier zu sehen ist.',
    part: (share) => `Nichts in den ${share} der Übungszeit, die im Blick waren.`,
    hardly: 'Nicht bekannt: Fast nichts war im Blick.',
  },
  felt: (answers) => `Danach angegeben: ${answers}.`,
  note: (note) => `Eigene Notiz: ${note}`,
  strictness: (name) => `${name}: Sobald eine Meldung beginnt, zählt der Winkel nicht mehr für die Hüfte allein.`,
  rounds: 'Werte nach Runde',
  round: 'Runde',
  trend: (side) => `Die letzten Durchgänge, ${side.toLowerCase()}`,
  measured: 'Wie gemessen wurde',
  limits: 'Fehler und Grenzen',
  knownAs: 'Gemessen',
  worstPain: (pain, day) => `Stärkster Schmerz in diesen Durchgängen: ${pain} von 10 (${day}).`,
  stopped: (sets) => `Wegen einer Beschwerde gestoppt in dieser Zeit, alle Übungen: ${sets}.`,
  since: 'Seit dem Durchgang davor, vom selben Platz gesehen',
  thisSet: (date) => `${date} (dieser Durchgang)`,
  flag: (rule, times, peak, seconds) =>
    `${rule}: ${times}-mal, ${peak === null ? '' : `höchstens ${peak}, `}insgesamt ${seconds} s.`,
  timed: 'Nach der Uhr, ohne Kamera: Es wurde nichts gemessen.',
  camera: (size, frames, model) =>
    `Eine Kamera, ${size}, ${frames} ${frames === 1 ? 'Bild' : 'Bilder'}; Körperpunkte von BlazePose ${model}, in jedem Bild ein Skelett mit festen Knochenlängen daran angepasst, im Browser auf dem eigenen Gerät.`,
  referencePose:
    'Jeder Winkel ist die Änderung gegenüber einer Startposition, die am Anfang still gehalten wurde, nicht gegenüber der anatomischen Nullstellung.',
  bendAlone: 'Beugung: zwischen Becken und Oberschenkel. Ein Becken, das mitkippt, zählt mit.',
  bend: 'Beugung: zwischen Rumpf und Oberschenkel. Ein runder Rücken zählt mit, außer wo er beim Ziehen oder tiefer Sinken sichtbar rund wurde.',
  gross:
    'Bein gesamt: die größte Drehung des Beins. Hüfte allein: die größte, während keine Ausweichbewegung gemeldet und die Messung gültig war. Vom Becken: der Unterschied, also was Becken und Wirbelsäule dazugaben.',
  band: 'Das ± oder „plus oder minus“ hinter einer Zahl umfasst 90 % des Messfehlers.',
  bandHere: (degrees) => `Das ± hinter einer Zahl umfasst 90 % des Messfehlers; hier ist es ± ${degrees}°.`,
  toldApart: (least) =>
    `Zwei Durchgänge gelten ab 1,96 · √(sd₁² + sd₂²) als verschieden und nie unter ${least}, was ein digitales Inklinometer in geübter Hand unterscheidet.`,
  toldApartHere: (least, own) =>
    `Zwischen zwei Durchgängen wie diesem zählt eine Änderung ab ${own}: 1,96 · √(sd₁² + sd₂²) und nie unter ${least}, was ein digitales Inklinometer in geübter Hand unterscheidet.`,
  dayToDay:
    'Das ± enthält keine Unterschiede durch Tagesform, Aufwärmen oder einen anderen Platz der Kamera. Darum werden nur Durchgänge vom selben Platz verglichen.',
  checked:
    'Geprüft wurde das Verfahren an gerenderten Personen, deren Gelenkwinkel genau bekannt sind, nicht an Menschen im Labor.',
  noDevice:
    'Es ist Bewegungscoaching und kein Medizinprodukt: Nichts hier ist eine Diagnose oder ersetzt eine Untersuchung.',
};
