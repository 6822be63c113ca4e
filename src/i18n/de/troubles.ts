import type { Words } from '../words.ts';

export const troubles: Words['troubles'] = {
  'camera-denied': {
    title: 'Die Kamera ist nicht erlaubt',
    happened: 'Dem Browser wurde gesagt, dass diese Seite die Kamera nicht benutzen darf.',
    todo: 'Klick auf das Kamera- oder Schlosssymbol neben der Adresse, erlaube die Kamera und versuch es noch einmal. Das Bild verlässt diesen Computer nie.',
  },
  'camera-denied-by-system': {
    title: 'Der Computer sperrt die Kamera',
    happened: 'Diese Seite darf die Kamera benutzen, aber der Computer gibt sie dem Browser nicht.',
    todo: 'Öffne die Datenschutz-Einstellungen des Computers, erlaube diesem Browser die Kamera und versuch es noch einmal. Vielleicht musst du den Browser neu starten.',
  },
  'camera-busy': {
    title: 'Die Kamera wird schon benutzt',
    happened: 'Die Kamera ist nicht gestartet. Vielleicht benutzt sie ein anderes Programm oder ein anderer Tab.',
    todo: 'Schließ Videoanrufe und andere Programme, die die Kamera benutzen, und versuch es noch einmal.',
  },
  'camera-absent': {
    title: 'Keine Kamera gefunden',
    happened: 'Der Browser findet an diesem Computer keine Kamera.',
    todo: 'Steck eine ein oder schalte sie an, wenn sie einen Schalter oder eine Abdeckung hat, und versuch es noch einmal.',
  },
  'camera-unplugged': {
    title: 'Die Kamera ist weg',
    happened: 'Die Kamera sendet keine Bilder mehr: sie wurde ausgesteckt oder ausgeschaltet.',
    todo: 'Steck sie wieder ein oder wähle eine andere Kamera. Was bisher gemessen wurde, bleibt erhalten.',
  },
  'camera-failed': {
    title: 'Die Kamera ist nicht gestartet',
    happened: 'Der Browser hat von der Kamera kein Bild bekommen.',
    todo: 'Steck sie aus und wieder ein oder wähle eine andere Kamera und versuch es noch einmal.',
  },
  'camera-needs-https': {
    title: 'Die Kamera braucht eine sichere Adresse',
    happened: 'Browser geben die Kamera nur Seiten mit https:// oder auf diesem Computer selbst.',
    todo: 'Öffne die App unter ihrer https-Adresse oder unter http://localhost auf dem Computer, auf dem sie läuft.',
  },
  'file-not-video': {
    title: 'Diese Datei ist kein Video',
    happened: 'Der Browser findet in der Datei kein bewegtes Bild.',
    todo: 'Wähle eine Videodatei, zum Beispiel MP4 oder WebM.',
  },
  'file-codec-unsupported': {
    title: 'Dieser Browser kann das Video nicht abspielen',
    happened:
      'Die Datei ist ein Video, aber von einer Art, die dieser Browser nicht zeigen kann, oder sie ist beschädigt.',
    todo: 'Versuch einen anderen Browser oder wandle das Video in WebM (VP9) oder MP4 (H.264) um.',
  },
  'file-broken-off': {
    title: 'Das Video bricht ab',
    happened: 'Die Datei endet vor ihrem Verzeichnis; nichts sagt mehr, wo ihre Bilder liegen.',
    todo: 'Kopiere die Datei noch einmal oder nimm neu auf und warte, bis die Aufnahme gespeichert ist.',
  },
  'video-without-person': {
    title: 'Niemand war zu sehen',
    happened: 'Im ganzen Video wurde keine Person gefunden; es gibt nichts zu messen.',
    todo: 'Wähle ein Video, in dem der ganze Körper zu sehen ist, von dem Platz, den die Übung verlangt.',
  },
  'demo-missing': {
    title: 'Die Demo fehlt',
    happened: 'Der eingebaute Clip gehört nicht zu dieser Kopie der App.',
    todo: 'Nimm stattdessen die Kamera oder öffne ein Video. Eine neue Installation bringt die Demo zurück.',
  },
  'weights-missing': {
    title: 'Das Körpermodell fehlt',
    happened: 'Die Dateien des Modells ließen sich von dort, wo die App liegt, nicht laden.',
    todo: 'Prüf, ob die App noch bereitgestellt wird, und versuch es noch einmal. Hilft das nicht, installiere sie neu.',
  },
  'weights-stalled': {
    title: 'Das Laden des Körpermodells ist stehen geblieben',
    happened: 'Es fing an, dann kamen keine Daten mehr. Sie wurden mehrmals neu angefordert.',
    todo: 'Prüf das Netz und versuch es noch einmal: Was ganz angekommen ist, wird nicht noch einmal geladen. Hilft das nicht, lade die Seite neu oder schließ den Browser und öffne ihn wieder.',
  },
  'weights-corrupt': {
    title: 'Das Körpermodell ist beschädigt',
    happened: 'Eine Datei des Modells ist nicht die, die sie sein soll, und wird nicht benutzt.',
    todo: 'Lade die Seite neu. Geschieht es wieder, installiere die App neu.',
  },
  'no-backend': {
    title: 'Dieser Browser kann das Körpermodell nicht ausführen',
    happened: 'Keiner der Rechenwege in diesem Browser gab auf ein Testbild die richtige Antwort.',
    todo: 'Aktualisiere den Browser oder nimm einen anderen, etwa ein aktuelles Chrome, Edge oder Firefox.',
  },
  'worker-crashed': {
    title: 'Die Messung bricht immer wieder ab',
    happened: 'Der Teil der App, der misst, ist mehrmals hintereinander abgebrochen.',
    todo: 'Schließ andere Programme und Tabs und lade die Seite neu. Was bisher gemessen wurde, bleibt erhalten.',
  },
  'worker-stalled': {
    title: 'Die Messung hängt',
    happened: 'Der Teil der App, der misst, hat lange nicht geantwortet.',
    todo: 'Schließ andere Programme und Tabs und lade die Seite neu. Was bisher gemessen wurde, bleibt erhalten.',
  },
  'storage-unavailable': {
    title: 'Sätze lassen sich nicht behalten',
    happened: 'Der Browser lässt die App nichts speichern, zum Beispiel in einem privaten Fenster.',
    todo: 'Du kannst trotzdem trainieren. Um deine Sätze zu behalten, nimm ein normales Fenster und erlaube dieser Seite, Daten zu speichern.',
  },
  'storage-full': {
    title: 'Es ist kein Platz mehr',
    happened: 'Der Browser hat keinen Platz mehr, um Sätze zu speichern.',
    todo: 'Speichere alte Sätze in eine Datei und lösche sie dann unter „Frühere Sätze“, oder schaff Platz auf der Festplatte.',
  },
  'import-invalid': {
    title: 'Diese Datei lässt sich nicht einlesen',
    happened: 'Die Datei ist kein Export dieser App, oder sie ist beschädigt. Es wurde nichts geändert.',
    todo: 'Wähle eine Datei, die mit „Export“ gespeichert wurde.',
  },
  unexpected: {
    title: 'Etwas ist schiefgegangen',
    happened: 'Die App ist auf etwas gestoßen, das sie nicht kennt. Was bisher gespeichert wurde, bleibt erhalten.',
    todo: 'Versuch es noch einmal oder lade die Seite neu. Geschieht es wieder, sagt die Diagnose mehr.',
  },
};
