import type { DrillTextsById } from '../../i18n/drill-texts.ts';
import { FIRST_ASK, KEEP_BREATHING, STOP_RULE } from '../shared-words.de.ts';

export const standingHamstring: DrillTextsById['standing-hamstring'] = {
  title: 'Beinrückseite im Stand, Drücken und Ziehen',
  line: 'Im Stehen, Ferse auf einer Kiste. Gesäß nach hinten: drücken, heben, weiter.',
  summary:
    'Im Stand, eine Ferse auf einer festen Kiste oder einem Stuhl. Schieb das Gesäß nach hinten, drück die Ferse nach unten, versuch sie zu heben und sink tiefer.',
  steps: [
    'Steh aufrecht vor einer festen Kiste oder einem niedrigen Stuhl. Eine Ferse kommt darauf, Zehen nach oben, dieses Knie leicht gebeugt. Streck das Standbein, wenn du kannst.',
    'Schieb das Gesäß nach hinten, weg von der Kiste: Das Becken kippt nach vorn, der Rücken ist lang und leicht hohl. Halt an, wenn es hinten im Oberschenkel zieht.',
    'Drück die Ferse in die Kiste, zuerst leicht. Dann versuch sie zu heben, Brust hoch, Blick vorn.',
    'Lass langsam nach und schieb das Gesäß etwas weiter nach hinten. Der Rücken bleibt die ganze Zeit lang.',
    'Dehnen allein bringt vor allem Beweglichkeit, die du nicht aus eigener Kraft nutzt. Mit Drücken (PAILs) und Heben (RAILs) am Ende lernt dein Bein, sie zu nutzen.',
  ],
  caution: `${STOP_RULE} Halte dich fest, wenn du schwankst. ${KEEP_BREATHING} ${FIRST_ASK}`,
  demonstration: {
    right: {
      caption: 'Schieb das Gesäß nach hinten, weg von der Kiste. Langer Rücken, Brust hoch, Zehen nach oben.',
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
    blind: 'Achte selbst darauf: Knie fast gestreckt, Zehen hoch, Brust nach vorn. Das sehe ich von hier nicht.',
  },
  phases: [
    {
      title: 'Gesäß nach\u00a0hinten',
      instruction: 'Schieb das Gesäß weg von der Kiste. Rücken lang, Zehen hoch. Atme.',
      again: 'Schieb das Gesäß wieder nach hinten.',
      feel: 'Es soll hinten im Oberschenkel ziehen. Zieht es in der Kniekehle, komm etwas hoch.',
    },
    {
      title: 'Nach unten drücken',
      word: 'Ferse nach\u00a0unten',
      instruction: 'Drück die Ferse in die Kiste, zuerst leicht.',
      again: 'Schieb das Gesäß wieder nach hinten, dann drück.',
    },
    {
      title: 'Anheben',
      word: 'Ferse anheben',
      instruction: 'Heb aus der Hüfte. Brust hoch, Blick vorn.',
      again: 'Schieb das Gesäß wieder nach hinten, dann heb.',
    },
    {
      title: 'Weiter zurück',
      word: 'Gesäß weiter zurück',
      instruction: 'Schieb das Gesäß etwas weiter nach hinten. Rücken lang.',
      again: 'Schieb das Gesäß wieder nach hinten.',
    },
  ],
  otherSide: 'Die andere Ferse kommt auf die Kiste.',
  rules: {
    'chest-drop': {
      cue: 'Brust hoch, Rücken lang.',
      explanation: 'Deine Brust ist beim Ziehen gesunken; das nimmt der Oberschenkelrückseite die Arbeit.',
    },
    'back-round': {
      cue: 'Langer Rücken. Mach dich lang.',
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
  line: 'Im Stehen. Ein Bein bewegt sich in alle Richtungen, der Rest bleibt ruhig.',
  summary: 'Im Stand auf einem Bein geht das andere durch alle Richtungen der Hüfte. Teil des Programms „Hüfte lösen“.',
  steps: [
    'Steh aufrecht auf einem Bein, der andere Fuß leicht daneben. Eine Hand am Stuhl ist in Ordnung.',
    'Die Worte sagen, welche Richtung kommt: nach vorn, nach hinten, zur Seite oder überkreuz. Langsam hinaus, ein Moment dort, und zurück.',
    'Dann heb das Knie und halte es oben: Fuß nach außen, Fuß nach innen und ab. Diese Schwünge zähle ich, aber wie weit sie gehen, kann ich nicht sagen.',
    'Nur das Bein bewegt sich. Rumpf aufrecht, Gürtelschnalle nach vorn. Etwa ein Fünftel vom Weg des Knies nach oben kommt trotzdem aus dem Becken.',
  ],
  caution: `${STOP_RULE} Halte dich fest, wenn du schwankst. ${FIRST_ASK}`,
  demonstration: {
    right: {
      caption: 'Nur das Bein bewegt sich: hoch, hinten, Seite, überkreuz, wieder hoch, Fuß außen, innen.',
      description:
        'Im Stand auf einem Bein hebt sich das andere im rechten Winkel und kommt herunter, geht nach hinten, zur Seite und vorn überkreuz, hebt sich dann wieder, wo der Unterschenkel nach außen und innen schwingt, und der Fuß kommt herunter. Der Rumpf bleibt aufrecht.',
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
    blind: 'Halt den unteren Rücken selbst ruhig: Ich sehe ihn nicht.',
  },
  otherSide: 'Stell dich auf das andere Bein.',
  phases: [
    {
      title: 'Mach, was ich ansage',
      lesson: 'Nur das Bein bewegt sich.',
      instruction: 'Halte dich fest, wenn du schwankst. Zuerst: Knie vorn hoch und absetzen.',
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
    extension: { title: 'Bein nach hinten', call: 'Bein gestreckt nach hinten, dann wieder absetzen.' },
    abduction: { title: 'Bein zur Seite', call: 'Bein zur Seite, dann wieder absetzen.' },
    adduction: { title: 'Bein überkreuz', call: 'Bein vorn überkreuz, dann wieder absetzen.' },
    'internal-rotation': {
      title: 'Knie hoch, Fuß außen',
      call: 'Knie hoch, oben lassen. Fuß nach außen, zur Mitte.',
    },
    'external-rotation': { title: 'Fuß innen', call: 'Knie bleibt oben. Fuß nach innen, Mitte, absetzen.' },
  },
  rules: {
    'trunk-lean': {
      cue: 'Steh aufrecht. Nur das Bein bewegt sich.',
      explanation: 'Dein Rumpf ist über das Standbein gekippt; das Bein kam weiter als die Hüfte.',
    },
  },
};
