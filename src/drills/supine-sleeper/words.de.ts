import type { DrillTextsById } from '../../i18n/drill-texts.ts';
import {
  CHEST_HIGH,
  FIRST_ASK,
  HEAVY,
  KEEP_BREATHING,
  PINCH,
  SIDE_CHECK,
  STILL_THERE,
  STOP_RULE,
} from '../shared-words.de.ts';

export const supineSleeper: DrillTextsById['supine-sleeper'] = {
  title: 'Innenrotation in Rückenlage',
  line: 'Im Liegen. Ein Knie fällt nach innen: wegdrücken, heranziehen, tiefer sinken.',
  summary:
    'Auf dem Rücken, Füße aufgestellt, ein Knie fällt nach innen. Dort entspannst du, drückst nach außen gegen einen Gurt, ziehst nach innen und sinkst tiefer.',
  steps: [
    'Leg dich auf den Rücken. Stell beide Füße mehr als hüftbreit auf, Knie nach oben. Gurt um das arbeitende Knie, sein Ende in der Hand der anderen Seite.',
    'Lass ein Knie nach innen fallen, bis du eine Dehnung spürst, und bleib dort. Zwing es nie auf den Boden. Über Wochen kommt es ihm näher.',
    'Drück das Knie nach außen gegen etwas, das nicht nachgibt. Am besten ein Gurt um das Knie, den die Hand der anderen Seite hält. Ein Stab oder der andere Fuß geht auch, aber solange dieser Fuß in der Luft ist, kann ich nicht messen.',
    'Dann lass den Gurt locker und zieh das Knie selbst weiter nach innen. Lass langsam nach und sink tiefer.',
    'Lass beide Gesäßtaschen schwer am Boden und den Fuß stehen, wo er ist.',
    'Dehnen allein bringt vor allem Beweglichkeit, die du nicht aus eigener Kraft nutzt. Mit Drücken (PAILs) und Ziehen (RAILs) am Ende lernt deine Hüfte, sie zu nutzen.',
    'Fester Muskel gibt mit Zeit und Atem nach. Ein harter Anschlag kann Knochen sein: Bleib kurz davor.',
  ],
  caution: `${STOP_RULE} ${KEEP_BREATHING} ${FIRST_ASK}`,
  demonstration: {
    right: {
      caption: 'Lass das Knie von selbst nach innen fallen. Die Gürtelschnalle zeigt weiter zur Decke.',
      description:
        'In Rückenlage, beide Füße breit aufgestellt: Ein Knie fällt langsam nach innen, bleibt für Drücken und Ziehen stehen, sinkt etwas weiter und kommt wieder hoch. Becken und Füße bleiben, wo sie sind.',
    },
    cheat: {
      caption: 'Das Becken rollt dem Knie hinterher. Das Knie kommt tiefer, aber deine Hüfte dreht sich nicht weiter.',
      description:
        'Das Knie fällt nach innen. Dann löst sich diese Beckenseite vom Boden und rollt hinterher, sodass das Knie tiefer sinkt, obwohl die Hüfte nicht mehr dreht.',
    },
  },
  placement: {
    title: 'Neben dem Bein, das still bleibt',
    where: 'Auf Höhe deiner Hüften oder etwas zum Kopf hin, 1,8 bis 2,3 m von deinen Hüften',
    lens: CHEST_HIGH,
    tilt: 'Klapp den Bildschirm nach vorn, sodass er 25 bis 40° nach unten auf deine Hüften schaut.',
    avoid: 'Nie am Fußende und nicht auf einem Stuhl.',
    blind: 'Halt den unteren Rücken selbst ruhig: Ich sehe ihn nicht.',
  },
  phases: [
    {
      title: 'Fallen lassen',
      word: 'Knie fallen lassen',
      instruction: 'Lass das Knie nach innen sinken, bis es zieht. Atme. Es muss nicht bis zum Boden.',
      lesson: 'Beide Gesäßtaschen bleiben schwer.',
      again: 'Lass das Knie wieder nach innen fallen.',
      feel: `Gesäßtaschen schwer. Es soll tief in der Hüfte ziehen. ${PINCH} ${STILL_THERE}`,
    },
    {
      title: 'Drücken',
      word: 'Knie gegen den Gurt',
      instruction: 'Drück das Knie nach außen gegen den Gurt. Nichts bewegt sich.',
      again: 'Lass das Knie wieder nach innen fallen, dann drück.',
    },
    {
      title: 'Ziehen',
      word: 'Knie nach innen ziehen',
      instruction: 'Gurt locker. Ohne Hände: Knie nach innen.',
      again: 'Lass das Knie wieder nach innen fallen, dann zieh.',
    },
    {
      title: 'Tiefer sinken',
      word: 'Knie sinken lassen',
      instruction: 'Lass das Knie mit jedem Ausatmen tiefer sinken.',
      again: 'Lass das Knie wieder nach innen fallen und bleib dort.',
    },
  ],
  otherSide: 'Gurt um das andere Knie.',
  otherLaptop: 'Stell den Laptop auf deine andere Seite, oder leg dich andersherum hin.',
  rules: {
    'pelvis-lift': {
      cue: HEAVY,
      explanation: 'Dein Becken kam vom Boden hoch; so fällt das Knie, ohne dass sich die Hüfte dreht.',
    },
    'knee-chase': {
      cue: 'Dreh aus der Hüfte. Gürtelschnalle zur Decke.',
      explanation: 'Dein Becken drehte sich dem Knie nach; so kam das Knie weiter, als sich die Hüfte drehte.',
    },
    'hips-shift': {
      cue: 'Gürtelschnalle zur Decke. Lass die Hüfte, wo sie ist.',
      explanation: 'Dein Becken ist nicht an seinem Platz geblieben; ein Teil des Wegs kam nicht aus dem Hüftgelenk.',
    },
    'isometric-drift': {
      cue: 'Drück, ohne dich zu bewegen. Halte das Bein, wo es ist.',
      explanation: 'Das Bein hat sich beim Drücken bewegt. Drück gegen etwas, das nicht nachgibt.',
    },
  },
};

export const supineSleeperSide: DrillTextsById['supine-sleeper-side'] = {
  title: 'Innenrotation in Rückenlage: den Rücken von der Seite prüfen',
  summary:
    'Knapp eine Minute lang sinkt das Knie nach innen und kommt zurück. Der Laptop steht tief und schaut von der Seite. Ich achte darauf, ob du ins Hohlkreuz gehst.',
  steps: [
    'Rückenlage wie in der Übung, Füße mehr als hüftbreit aufgestellt, die Arme etwas vom Körper weg.',
    'Atme ruhig, während ich die Startposition aufnehme. Alles Weitere zählt von dort.',
    'Lass das Knie nach innen fallen, zieh es ohne Hände etwas tiefer und bring es zurück. Langsam, zwei- oder dreimal.',
    SIDE_CHECK.backToItsPlace,
  ],
  caution: supineSleeper.caution,
  demonstration: supineSleeper.demonstration,
  placement: {
    title: 'Tief und genau von der Seite',
    where: 'Auf der Seite des Beins, das still bleibt, auf Höhe deines Bauchs, 1,8 bis 2,3 m entfernt',
    lens: 'Tief, 0,5 bis 0,7 m: ein Stuhl mit einem Buch',
    tilt: 'Etwas nach vorn geklappt, sodass Kopf, beide Knie und beide Füße im Bild sind.',
    avoid: 'Nicht höher als ein Stuhl mit Büchern und nicht von halb vorn. Kein Arm auf Bauch oder Hüfte.',
    blind: 'Achte selbst auf deinen unteren Rücken: Der Boden verdeckt ihn. Ein Hohlkreuz kann ich nur vermuten.',
  },
  phases: [
    {
      title: SIDE_CHECK.title,
      word: 'Knie rein, dann hoch',
      instruction: 'Dreimal: Knie fallen lassen, ohne Hände weiterziehen, hoch. Rippen schwer. Halten.',
    },
  ],
  otherLaptop: 'Stell den Laptop auf deine andere Seite, oder leg dich andersherum hin.',
  rules: {
    'back-arch': {
      cue: 'Untere Rippen schwer. Lass den Rücken zum Boden sinken.',
      change: 'Geh nur halb so weit.',
      explanation: 'Das Becken kippte nach vorn gegen die Rippen. Der untere Rücken hat vielleicht abgehoben.',
    },
  },
};
