import type { DrillTextsById } from '../../i18n/drill-texts.ts';
import { FIRST_ASK, KEEP_BREATHING } from '../shared-words.de.ts';

export const standingHamstring: DrillTextsById['standing-hamstring'] = {
  title: 'Beinrückseite im Stand mit PAILs und RAILs',
  summary:
    'Im Stand, eine Ferse auf einer festen Kiste oder einem Stuhl. Beug dich über das Bein, drück die Ferse nach unten, versuch sie zu heben und sink tiefer.',
  steps: [
    'Steh aufrecht vor einer festen Kiste oder einem niedrigen Stuhl. Eine Ferse kommt darauf, Zehen nach oben, dieses Knie leicht gebeugt. Das Standbein ist gestreckt.',
    'Beug dich in der Leiste: Kipp das Becken über dieses Bein nach vorn, Rücken lang und leicht hohl, bis die Oberschenkelrückseite dehnt.',
    'Drück die Ferse in die Kiste, zuerst leicht. Dann versuch sie zu heben, Brust hoch, Blick nach vorn.',
    'Lass langsam nach und kipp etwas weiter. Der Rücken bleibt die ganze Zeit lang.',
    'Passives Dehnen bringt vor allem passive Beweglichkeit. Drücken und Heben am Ende lehren dein Bein, sie zu nutzen.',
  ],
  caution: `Nur im schmerzfreien Bereich. Hör auf bei Schmerz in der Kniekehle oder am Sitzbeinhöcker, Rückenschmerz, Taubheit oder Kribbeln. Halte dich fest, wenn du schwankst. ${KEEP_BREATHING} ${FIRST_ASK}`,
  demonstration: {
    right: {
      caption: 'Kipp das Becken über das Bein nach vorn. Langer Rücken, Brust hoch, Zehen nach oben.',
      description:
        'Im Stand auf einem Bein, die Ferse des anderen auf einer Kiste: Der Rumpf kippt mit geradem Rücken langsam aus den Hüften nach vorn, bleibt und kommt hoch. Das Knie oben bleibt fast gestreckt.',
    },
    cheat: {
      caption: 'Der Rücken wird rund und der Kopf hängt. Nur der Rücken beugt sich, die Hüfte nicht.',
      description:
        'In derselben Position rundet sich der Rücken und der Kopf sinkt zum Knie, während sich das Becken kaum bewegt; dann kommt beides hoch.',
    },
  },
  placement: {
    title: 'Genau neben dir, auf Hüfthöhe',
    where: 'Im rechten Winkel zu dir, auf der Seite des Beins auf der Kiste, 2,6 bis 3,0 m von deinen Hüften',
    lens: 'Hüfthöhe, 0,9 bis 1,4 m: ein Tisch oder ein Tisch mit ein paar Büchern',
    tilt: 'Aufrecht, sodass Kopf und beide Füße im Bild sind, auch wenn du dich vorbeugst.',
    avoid: 'Nicht von vorn oder hinten und nicht auf einem Stuhlsitz: Die Beine werden verwechselt.',
    blind: 'Achte selbst auf Knie, Zehen und Rumpf: Die kann ich von hier nicht beurteilen.',
  },
  phases: [
    {
      title: 'Vorbeugen',
      instruction: 'Kipp das Becken über das Bein. Langer Rücken, Zehen hoch. Atme.',
      again: 'Kipp wieder über das Bein.',
      feel: 'Es soll hinten im Oberschenkel ziehen. Zieht es in der Kniekehle, komm etwas hoch.',
    },
    {
      title: 'Nach unten drücken',
      instruction: 'Drück die Ferse in die Kiste, zuerst leicht.',
      again: 'Kipp wieder über das Bein, dann drück.',
    },
    {
      title: 'Anheben',
      instruction: 'Zieh die Ferse von der Kiste hoch. Brust hoch, Rücken lang.',
      again: 'Kipp wieder über das Bein, dann heb.',
    },
    {
      title: 'Tiefer sinken',
      instruction: 'Kipp etwas weiter aus den Hüften. Langer Rücken.',
      again: 'Kipp wieder über das Bein.',
    },
  ],
  otherSide: 'Die andere Ferse kommt auf die Kiste.',
  rules: {
    'chest-drop': {
      cue: 'Brust nach vorn, langer Rücken.',
      explanation: 'Deine Brust ist beim Ziehen gesunken; das nimmt der Oberschenkelrückseite die Arbeit.',
    },
    'back-round': {
      cue: 'Langer Rücken. Wachse aus dem Scheitel heraus.',
      explanation: 'Dein Rücken wurde rund; das beugt die Wirbelsäule statt der Hüfte.',
    },
    'knee-bend': {
      cue: 'Streck das Knie fast ganz.',
      change: 'Komm etwas hoch, dann streck das Knie fast ganz.',
      explanation: 'Das Knie hat sich stark gebeugt; so kommt der Rumpf tiefer, ohne dass die Rückseite länger wird.',
    },
    'isometric-drift': {
      cue: 'Drück, ohne dich zu bewegen. Halte den Rumpf, wo er ist.',
      explanation: 'Dein Rumpf hat sich bewegt, während nur die Ferse in die Kiste drücken sollte.',
    },
  },
};

export const hipMovementSequence: DrillTextsById['hip-movement-sequence'] = {
  title: 'Hüft-Bewegungsfolge',
  summary:
    'Im Stand auf einem Bein geht das andere durch alle Richtungen der Hüfte. Teil des Programms „Hüft-Innenrotation lösen“.',
  steps: [
    'Steh aufrecht auf einem Bein, der andere Fuß leicht daneben. Eine Hand am Stuhl ist in Ordnung.',
    'Die Worte sagen, welche Richtung kommt: nach vorn, nach hinten, zur Seite oder überkreuz. Langsam hinaus, ein Moment dort, und zurück.',
    'Dann heb das Knie und halte es oben: Fuß nach außen, Fuß nach innen und ab. Diese Schwünge zähle ich, aber wie weit sie gehen, kann ich nicht sagen.',
    'Nur das Bein bewegt sich. Rumpf aufrecht, Gürtelschnalle nach vorn.',
  ],
  caution: `Nur im schmerzfreien Bereich. Halte dich fest, wenn du schwankst. Hör auf bei Zwicken vorn in der Hüfte, Schmerz, Taubheit oder Kribbeln. ${FIRST_ASK}`,
  demonstration: {
    right: {
      caption:
        'Steh aufrecht und ruhig. Nur das Bein bewegt sich: hinten, Seite, überkreuz, hoch, Fuß außen, Fuß innen.',
      description:
        'Im Stand auf einem Bein geht das andere nach hinten, zur Seite und vorn überkreuz, hebt sich dann im rechten Winkel, wo der Unterschenkel nach außen und innen schwingt, und der Fuß kommt wieder herunter. Der Rumpf bleibt aufrecht.',
    },
    cheat: {
      caption:
        'Der Rücken geht ins Hohlkreuz, wenn das Bein nach hinten geht, und der Rumpf neigt sich, wenn es zur Seite geht.',
      description:
        'Dieselbe Runde, aber der untere Rücken geht ins Hohlkreuz, wenn das Bein nach hinten geht, und der Rumpf kippt weit über das Standbein, wenn das andere zur Seite geht.',
    },
  },
  placement: {
    title: 'Halb vor dir, halb neben dir',
    where: 'Etwa 40° neben der Linie gerade vor dir, auf der Seite des bewegten Beins, 2,4 bis 3,0 m von deinen Hüften',
    lens: 'Hüfthöhe, 0,9 bis 1,1 m: ein Tisch',
    tilt: 'Aufrecht, sodass Kopf und beide Füße im Bild sind.',
    avoid:
      'Nicht gerade von vorn und nicht genau von der Seite: Beides verdeckt die Hälfte der Richtungen. Am Start sehe ich nicht, ob der Platz stimmt; prüf ihn mit der Zeichnung.',
    blind: 'Von hier sehe ich deinen unteren Rücken nicht. Etwa ein Fünftel vom Weg des Knies kommt aus dem Becken.',
  },
  phases: [
    {
      title: 'Mach, was ich ansage',
      instruction: 'Zuerst: Knie vorn hoch und wieder absetzen.',
    },
  ],
  words: {
    flagged: 'Der Rumpf ging mit.',
    small: 'Das Bein hat sich kaum bewegt.',
    shortExternal: 'Komm zurück zum Start.',
    shortInternal: 'Geh ganz hinaus.',
  },
  moves: {
    flexion: { title: 'Knie hoch', call: 'Knie vorn hoch und wieder absetzen.' },
    extension: { title: 'Bein nach hinten', call: 'Bein gestreckt nach hinten und zurück.' },
    abduction: { title: 'Bein zur Seite', call: 'Bein zur Seite und zurück.' },
    adduction: { title: 'Bein überkreuz', call: 'Bein vorn überkreuz und zurück.' },
    'internal-rotation': {
      title: 'Knie hoch, Fuß außen',
      call: 'Knie hoch, oben lassen. Fuß nach außen, zurück.',
    },
    'external-rotation': { title: 'Fuß innen', call: 'Knie bleibt oben. Fuß nach innen und absetzen.' },
  },
  rules: {
    'trunk-lean': {
      cue: 'Steh aufrecht. Nur das Bein bewegt sich.',
      explanation: 'Dein Rumpf ist über das Standbein gekippt; das Bein kam weiter als die Hüfte.',
    },
  },
};
