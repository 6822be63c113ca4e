import type { Words } from '../words.ts';

export const troubles: Words['troubles'] = {
  'camera-denied': {
    title: 'Die Kamera ist nicht erlaubt',
    todo: 'Klick auf das Kamera- oder Schlosssymbol neben der Adresse, erlaube die Kamera und versuch es noch einmal. Das Bild verlässt dieses Gerät nie.',
  },
  'camera-denied-by-system': {
    title: 'Der Computer sperrt die Kamera',
    todo: 'Öffne die Datenschutz-Einstellungen des Computers, erlaube diesem Browser die Kamera und versuch es noch einmal. Vielleicht musst du den Browser neu starten.',
  },
  'camera-busy': {
    title: 'Die Kamera wird schon benutzt',
    todo: 'Schließ Videoanrufe und andere Programme, die die Kamera benutzen, und versuch es noch einmal.',
  },
  'camera-absent': {
    title: 'Keine Kamera gefunden',
    todo: 'Steck eine ein oder such an deiner nach Schalter und Abdeckung. Dann versuch es noch einmal.',
  },
  'camera-unplugged': {
    title: 'Die Kamera ist weg',
    todo: 'Steck sie wieder ein oder wähl eine andere Kamera. Was du bisher gemacht hast, bleibt erhalten.',
  },
  'camera-failed': {
    title: 'Die Kamera ist nicht gestartet',
    todo: 'Steck sie aus und wieder ein oder wähl eine andere Kamera. Dann versuch es noch einmal.',
  },
  'camera-needs-https': {
    title: 'Die Kamera braucht eine sichere Adresse',
    todo: 'Öffne die App unter ihrer https-Adresse oder unter http://localhost auf dem Computer, auf dem sie läuft.',
  },
  'file-not-video': {
    title: 'Diese Datei ist kein Video',
    todo: 'Wähl eine Videodatei, zum Beispiel MP4 oder WebM.',
  },
  'file-codec-unsupported': {
    title: 'Dieser Browser kann das Video nicht abspielen',
    todo: 'Versuch einen anderen Browser oder wandle das Video in WebM (VP9) oder MP4 (H.264) um.',
  },
  'file-broken-off': {
    title: 'Die Videodatei ist unvollständig',
    todo: 'Kopier die Datei noch einmal. Oder nimm neu auf und warte, bis die Aufnahme gespeichert ist.',
  },
  'video-without-person': {
    title: 'Niemand im Video',
    todo: 'Wähl ein Video, das den ganzen Körper zeigt, aufgenommen vom Platz in der Zeichnung der Übung.',
  },
  'demo-missing': {
    title: 'Die Demo fehlt',
    todo: 'Nimm stattdessen die Kamera oder öffne ein Video. Wenn du die App neu installierst, ist die Demo wieder da.',
  },
  'app-file-missing': {
    title: 'Ein Teil der App fehlt',
    todo: 'Prüf deine Internetverbindung und versuch es noch einmal. Wenn du die App selbst betreibst, bau sie neu und liefere den ganzen Ordner aus.',
  },
  'weights-missing': {
    title: 'Die Körpererkennung ließ sich nicht laden',
    todo: 'Prüf deine Internetverbindung und versuch es noch einmal. Betreibst du die App selbst, prüf, ob sie noch läuft, oder installier sie neu.',
  },
  'weights-stalled': {
    title: 'Der Download ist stehen geblieben',
    todo: 'Prüf deine Internetverbindung und versuch es noch einmal. Fertige Dateien werden nicht noch einmal geladen. Hilft das nicht, lade die Seite neu oder starte den Browser neu.',
  },
  'weights-corrupt': {
    title: 'Eine Datei der Körpererkennung ist beschädigt',
    todo: 'Lade die Seite neu. Passiert es wieder, installier die App neu.',
  },
  'no-backend': {
    title: 'In diesem Browser läuft die Körpererkennung nicht',
    todo: 'Aktualisier den Browser oder nimm einen anderen, etwa ein aktuelles Chrome, Edge oder Firefox.',
  },
  'wasm-off': {
    title: 'WebAssembly ist abgeschaltet',
    todo: 'Erlaub es für diese Seite, oder nimm einen anderen Browser. Der Timer braucht keine Kamera.',
  },
  'workers-off': {
    title: 'Hintergrundskripte sind abgeschaltet',
    todo: 'Erlaub es für diese Seite, oder nimm einen anderen Browser. Der Timer braucht keine Kamera.',
  },
  'frames-off': {
    title: 'Dieser Browser ist zum Messen zu alt',
    todo: 'Aktualisier ihn, oder nimm einen anderen Browser. Der Timer braucht keine Kamera.',
  },
  'worker-crashed': {
    title: 'Die Messung bricht immer wieder ab',
    todo: 'Schließ andere Programme und Tabs und lade die Seite neu. Was du bisher gemacht hast, bleibt erhalten.',
  },
  'worker-stalled': {
    title: 'Die Messung hängt',
    todo: 'Schließ andere Programme und Tabs und lade die Seite neu. Was du bisher gemacht hast, bleibt erhalten.',
  },
  'storage-unavailable': {
    title: 'Deine Durchgänge lassen sich nicht speichern',
    todo: 'Du kannst trotzdem trainieren. Um deine Durchgänge zu behalten, nimm ein normales Fenster und erlaube dieser Seite, Daten zu speichern.',
  },
  'storage-late': {
    title: 'Deine Durchgänge sind noch nicht da',
    todo: 'Du kannst trainieren. Sobald er antwortet, kommen deine Durchgänge, und was du gemacht hast, wird gespeichert.',
  },
  'storage-lost': {
    title: 'Deine Durchgänge sind weg',
    todo: 'Importiere deinen Export unter „Rückblick“.',
  },
  'storage-newer': {
    title: 'Eine neuere Version hat deine Durchgänge gespeichert',
    todo: 'Lade die Seite neu, dann bekommst du die neuere Version. Bis dahin bleibt alles, was du machst, nur in diesem Tab.',
  },
  'storage-blocked': {
    title: 'Ein anderer Tab hält deine Durchgänge fest',
    todo: 'Schließ die anderen Tabs mit der App. Dann kommen deine Durchgänge, und was du hier gemacht hast, wird gespeichert.',
  },
  'storage-full': {
    title: 'Kein Speicherplatz mehr',
    todo: 'Exportiere deine Durchgänge in eine Datei und lösch dann alte unter „Rückblick“. Oder schaff Platz auf der Festplatte.',
  },
  'import-invalid': {
    title: 'Diese Datei lässt sich nicht importieren',
    todo: 'Es wurde nichts geändert. Wähl eine Datei, die mit „Alles exportieren“ gespeichert wurde.',
  },
  'prescription-invalid': {
    title: 'Dieser Plan lässt sich nicht lesen',
    todo: 'Hier wurde nichts geändert. Lass dir die Datei oder den Code noch einmal geben.',
  },
  unexpected: {
    title: 'Unerwartet ist etwas schiefgegangen',
    todo: 'Deine gespeicherten Durchgänge sind sicher. Versuch es noch einmal oder lade die Seite neu. Passiert es wieder, steht mehr in den technischen Angaben.',
  },
};
