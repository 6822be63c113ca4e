import type { DrillTextsById } from '../../i18n/drill-texts.ts';
import { CHEST_HIGH, FIRST_ASK, HEAVY, SIDE_CHECK } from '../shared-words.de.ts';

export const supineSleeper: DrillTextsById['supine-sleeper'] = {
  title: 'Innenrotation in Rückenlage',
  summary:
    'Auf dem Rücken, Füße aufgestellt, ein Knie fällt nach innen. Passiv dehnen, nach außen drücken (PAILs), tiefer ziehen (RAILs), nachsinken.',
  steps: [
    'Leg dich auf den Rücken. Stell beide Füße mehr als hüftbreit auf, Knie nach oben.',
    'Lass das Knie des arbeitenden Beins nach innen fallen, bis du eine Dehnung spürst. Zwing es nie auf den Boden.',
    'Leg dort eine Hand außen an das Knie und drück das Knie zehn Sekunden dagegen: nichts bewegt sich.',
    'Dann nimm die Hand weg und zieh das Knie ohne Hilfe weiter nach innen. Es darf etwas sinken. Lass los und sink nach.',
    'Lass beide Sitzbeinhöcker schwer und den Fuß stehen, wo er ist. Der andere Arm liegt am Boden.',
  ],
  caution: `Nur im schmerzfreien Bereich. Hör auf bei Zwicken vorn in der Hüfte, Schmerz, Taubheit oder Kribbeln. ${FIRST_ASK}`,
  demonstration: {
    right: {
      caption: 'Lass das Knie von selbst nach innen fallen. Deine Gürtelschnalle schaut weiter zur Decke.',
      description:
        'In Rückenlage, beide Füße weit aufgestellt: ein Knie fällt langsam nach innen, bleibt für Drücken und Ziehen stehen, sinkt etwas weiter und kommt wieder hoch. Becken und Füße bleiben, wo sie sind.',
    },
    cheat: {
      caption: 'Das Becken rollt dem Knie hinterher. Das Knie kommt tiefer, aber deine Hüfte dreht nicht weiter.',
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
    blind: 'Von hier sieht die Kamera deinen unteren Rücken nicht; ein Hohlkreuz wird nicht überwacht.',
  },
  phases: [
    {
      title: 'Passiv',
      instruction: 'Lass das Knie nach innen fallen und dort liegen. Atme. Beide Sitzbeinhöcker bleiben schwer.',
      again: 'Lass das Knie wieder nach innen fallen.',
    },
    {
      title: 'PAILs: nach außen drücken',
      instruction: 'Drück das Knie nach außen gegen deine Hand. Langsam steigern. Nichts bewegt sich.',
      again: 'Lass das Knie wieder nach innen fallen, dann drück.',
    },
    {
      title: 'RAILs: nach innen ziehen',
      instruction: 'Zieh das Knie aus eigener Kraft tiefer. Gürtelschnalle zur Decke.',
      again: 'Lass das Knie wieder nach innen fallen, dann zieh.',
    },
    {
      title: 'Nachsinken',
      instruction: 'Lass los und sink in den neuen Spielraum.',
      again: 'Lass das Knie wieder nach innen fallen und liegen.',
    },
  ],
  rules: {
    'pelvis-twist': {
      cue: 'Gürtelschnalle zur Decke. Dreh aus der Hüfte.',
      explanation: 'Dein Becken hat mit dem Bein gedreht; ein Teil des Wegs kam nicht aus der Hüfte.',
    },
    'pelvis-lift': {
      cue: HEAVY,
      explanation: 'Dein Becken kam vom Boden hoch; so fällt das Knie, ohne dass die Hüfte dreht.',
    },
    'knee-chase': {
      cue: 'Lass das Knie schweben. Dreh den Oberschenkel.',
      explanation: 'Das Knie sank weiter, obwohl die Hüfte nicht mehr drehte.',
    },
    'isometric-drift': {
      cue: 'Drück, ohne dich zu bewegen. Halte das Bein, wo es ist.',
      explanation: 'Das Bein hat sich bewegt, während du gegen etwas Festes drücken solltest.',
    },
  },
};

export const supineSleeperSide: DrillTextsById['supine-sleeper-side'] = {
  title: 'Innenrotation in Rückenlage: den Rücken von der Seite prüfen',
  summary:
    'Das Knie fällt für knapp eine Minute nach innen, tief von der Seite gefilmt. Ich achte darauf, ob das Becken kippt und der Bauch steigt, wie sie es über einem Hohlkreuz tun.',
  steps: [
    'Rückenlage wie in der Übung, Füße mehr als hüftbreit aufgestellt, die Arme etwas vom Körper weg.',
    'Atme ruhig, während ich den Start aufnehme: alles Weitere zählt von dort.',
    'Lass das Knie nach innen fallen, zieh es etwas tiefer und bring es zurück. Langsam, zwei- oder dreimal.',
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
    blind:
      'Den Rücken selbst verdeckt der Boden. Ein Hohlkreuz sehe ich nur daran, wie sich Becken, Bauch und Rippen bewegen; darum heißt es möglich. Sonst wird von hier nichts überwacht.',
  },
  phases: [
    {
      title: SIDE_CHECK.title,
      instruction:
        'Lass das Knie nach innen fallen, zieh es tiefer, bring es zurück. Atme. Die unteren Rippen bleiben schwer.',
    },
  ],
  rules: {
    'back-arch': {
      cue: 'Vielleicht ein Hohlkreuz: hintere Rippen schwer.',
      explanation: 'Das Becken kippte nach vorn gegen die Rippen: möglicherweise hob der untere Rücken ab.',
    },
  },
};
