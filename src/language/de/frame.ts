import type { Words } from '../words.ts';

export const frame: Words['frame'] = {
  titles: {
    home: 'Truehip',
    drill: 'Übung · Truehip',
    session: 'Satz · Truehip',
    set: 'Zusammenfassung · Truehip',
    report: 'Bericht · Truehip',
    history: 'Frühere Sätze · Truehip',
    programmes: 'Programme · Truehip',
    programme: 'Programm · Truehip',
    part: 'Teil eines Programms · Truehip',
    edit: 'Dein Programm · Truehip',
    week: 'Deine Woche · Truehip',
    offline: 'Ohne Netz · Truehip',
    diagnostics: 'Diagnose · Truehip',
  },
  skip: 'Zum Inhalt springen',
  home: 'Truehip, Startseite',
  main: 'Hauptmenü',
  links: {
    drills: 'Übungen',
    programmes: 'Programme',
    week: 'Woche',
    history: 'Frühere Sätze',
    diagnostics: 'Diagnose',
  },
  videoFile: 'Videodatei',
  leave: {
    title: 'Den Satz verlassen?',
    text: 'Der Satz wird beendet. Was bisher aufgezeichnet wurde, bleibt erhalten.',
    yes: 'Beenden und verlassen',
    no: 'Weitermachen',
  },
  delete: {
    title: 'Diesen Satz löschen?',
    text: 'Er wird von diesem Gerät entfernt und lässt sich nicht zurückholen. Exportiere ihn zuerst, wenn du ihn später vielleicht brauchst.',
    yes: 'Löschen',
    no: 'Behalten',
  },
  ways: {
    retry: 'Noch einmal versuchen',
    'other-camera': 'Andere Kamera wählen',
    'open-video': 'Stattdessen eine Videodatei öffnen',
    demo: 'Die eingebaute Demo ansehen',
    reload: 'Seite neu laden',
    diagnostics: 'Diagnose zeigen',
  },
  update: {
    label: 'Neue Version',
    ready: 'Eine neue Version ist bereit.',
    reload: 'Neu laden',
    later: 'Später',
  },
  language: {
    label: 'Sprache',
    auto: 'Wie im Browser eingestellt',
    silent:
      'Dieses Gerät hat keine deutsche Stimme: es wird nichts gesprochen. Töne und der Text auf dem Bildschirm bleiben.',
    failed: 'Diese Sprache ließ sich nicht laden. Versuch es mit Netz noch einmal.',
  },
};
