import type { Words } from '../words.ts';

export const troubles: Words['troubles'] = {
  'camera-denied': {
    title: 'Die Kamera ist nicht erlaubt',
    happened: 'Diese Seite darf die Kamera nicht benutzen.',
    todo: 'Klick auf das Kamera- oder Schlosssymbol neben der Adresse, erlaube die Kamera und versuch es noch einmal. Das Bild verlässt dieses Gerät nie.',
  },
  'camera-denied-by-system': {
    title: 'Der Computer sperrt die Kamera',
    happened: 'Du hast dieser Seite die Kamera erlaubt, aber der Computer gibt sie dem Browser nicht.',
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
    todo: 'Steck eine ein oder such an deiner nach Schalter und Abdeckung. Dann versuch es noch einmal.',
  },
  'camera-unplugged': {
    title: 'Die Kamera ist weg',
    happened: 'Die Kamera sendet keine Bilder mehr. Vielleicht ist sie ausgesteckt oder ausgeschaltet.',
    todo: 'Steck sie wieder ein oder wähl eine andere Kamera. Was du bisher gemacht hast, bleibt erhalten.',
  },
  'camera-failed': {
    title: 'Die Kamera ist nicht gestartet',
    happened: 'Der Browser hat von der Kamera kein Bild bekommen.',
    todo: 'Steck sie aus und wieder ein oder wähl eine andere Kamera. Dann versuch es noch einmal.',
  },
  'camera-needs-https': {
    title: 'Die Kamera braucht eine sichere Adresse',
    happened: 'Browser geben die Kamera nur für Seiten mit https:// frei oder auf diesem Computer selbst.',
    todo: 'Öffne die App unter ihrer https-Adresse oder unter http://localhost auf dem Computer, auf dem sie läuft.',
  },
  'file-not-video': {
    title: 'Diese Datei ist kein Video',
    happened: 'Der Browser findet darin kein bewegtes Bild.',
    todo: 'Wähl eine Videodatei, zum Beispiel MP4 oder WebM.',
  },
  'file-codec-unsupported': {
    title: 'Dieser Browser kann das Video nicht abspielen',
    happened: 'Diese Art von Video kennt der Browser nicht, oder die Datei ist beschädigt.',
    todo: 'Versuch einen anderen Browser oder wandle das Video in WebM (VP9) oder MP4 (H.264) um.',
  },
  'file-broken-off': {
    title: 'Die Videodatei ist unvollständig',
    happened: 'Das Ende der Datei fehlt, darum lässt sie sich nicht abspielen.',
    todo: 'Kopier die Datei noch einmal. Oder nimm neu auf und warte, bis die Aufnahme gespeichert ist.',
  },
  'video-without-person': {
    title: 'Niemand im Video',
    happened: 'Ich habe im ganzen Video niemanden gefunden. Es gibt nichts zu messen.',
    todo: 'Wähl ein Video, das den ganzen Körper zeigt, aufgenommen vom Platz in der Zeichnung der Übung.',
  },
  'demo-missing': {
    title: 'Die Demo fehlt',
    happened: 'Diese Kopie der App kam ohne das Demo-Video.',
    todo: 'Nimm stattdessen die Kamera oder öffne ein Video. Wenn du die App neu installierst, ist die Demo wieder da.',
  },
  'app-file-missing': {
    title: 'Ein Teil der App fehlt',
    happened: 'Eine der Dateien, aus denen die App besteht, ließ sich nicht laden.',
    todo: 'Prüf deine Internetverbindung und versuch es noch einmal. Wenn du die App selbst betreibst, bau sie neu und liefere den ganzen Ordner aus.',
  },
  'weights-missing': {
    title: 'Die Körpererkennung ließ sich nicht laden',
    happened: 'Einige Dateien dafür kamen nicht an.',
    todo: 'Prüf deine Internetverbindung und versuch es noch einmal. Betreibst du die App selbst, prüf, ob sie noch läuft, oder installier sie neu.',
  },
  'weights-stalled': {
    title: 'Der Download ist stehen geblieben',
    happened: 'Die Körpererkennung wurde geladen, dann kamen keine Daten mehr, auch nach mehreren Versuchen nicht.',
    todo: 'Prüf deine Internetverbindung und versuch es noch einmal. Fertige Dateien werden nicht noch einmal geladen. Hilft das nicht, lade die Seite neu oder starte den Browser neu.',
  },
  'weights-corrupt': {
    title: 'Eine Datei der Körpererkennung ist beschädigt',
    happened: 'Sie ist nicht die, die sie sein soll, darum benutze ich sie nicht.',
    todo: 'Lade die Seite neu. Passiert es wieder, installier die App neu.',
  },
  'no-backend': {
    title: 'In diesem Browser läuft die Körpererkennung nicht',
    happened:
      'Ich habe in diesem Browser alle Rechenwege an einem Testbild ausprobiert. Keiner kam zum richtigen Ergebnis.',
    todo: 'Aktualisier den Browser oder nimm einen anderen, etwa ein aktuelles Chrome, Edge oder Firefox.',
  },
  'wasm-off': {
    title: 'WebAssembly ist abgeschaltet',
    happened: 'Das macht ein Sicherheitsmodus dieses Browsers. Ohne es kann ich kaum messen.',
    todo: 'Erlaub es für diese Seite, oder nimm einen anderen Browser. Der Timer braucht keine Kamera.',
  },
  'workers-off': {
    title: 'Hintergrundskripte sind abgeschaltet',
    happened: 'Dieser Browser lässt keinen Teil einer Seite im Hintergrund laufen. So kann ich nicht messen.',
    todo: 'Erlaub es für diese Seite, oder nimm einen anderen Browser. Der Timer braucht keine Kamera.',
  },
  'frames-off': {
    title: 'Dieser Browser ist zum Messen zu alt',
    happened: 'Er gibt die Bilder einer Kamera nicht heraus.',
    todo: 'Aktualisier ihn, oder nimm einen anderen Browser. Der Timer braucht keine Kamera.',
  },
  'worker-crashed': {
    title: 'Die Messung bricht immer wieder ab',
    happened: 'Der Teil der App, der misst, ist mehrmals hintereinander abgestürzt.',
    todo: 'Schließ andere Programme und Tabs und lade die Seite neu. Was du bisher gemacht hast, bleibt erhalten.',
  },
  'worker-stalled': {
    title: 'Die Messung hängt',
    happened: 'Der Teil der App, der misst, hat lange nicht geantwortet.',
    todo: 'Schließ andere Programme und Tabs und lade die Seite neu. Was du bisher gemacht hast, bleibt erhalten.',
  },
  'storage-unavailable': {
    title: 'Deine Durchgänge lassen sich nicht speichern',
    happened: 'In diesem Browser kann die App nichts speichern. In privaten Fenstern ist das üblich.',
    todo: 'Du kannst trotzdem trainieren. Um deine Durchgänge zu behalten, nimm ein normales Fenster und erlaube dieser Seite, Daten zu speichern.',
  },
  'storage-late': {
    title: 'Deine Durchgänge sind noch nicht da',
    happened: 'Der Speicher des Browsers antwortet noch nicht.',
    todo: 'Du kannst trainieren. Sobald er antwortet, kommen deine Durchgänge, und was du gemacht hast, wird gespeichert.',
  },
  'storage-lost': {
    title: 'Deine Durchgänge sind weg',
    happened: 'Der Browser hat seinen Speicher neu angelegt.',
    todo: 'Importiere deinen Export unter „Rückblick“.',
  },
  'storage-newer': {
    title: 'Eine neuere Version hat deine Durchgänge gespeichert',
    happened: 'Diese ältere Version der App kann sie nicht lesen und lässt sie, wie sie sind.',
    todo: 'Lade die Seite neu, dann bekommst du die neuere Version. Bis dahin bleibt alles, was du machst, nur in diesem Tab.',
  },
  'storage-blocked': {
    title: 'Ein anderer Tab hält deine Durchgänge fest',
    happened:
      'In einem anderen Tab ist eine ältere Version der App offen. Darum kommt dieser nicht an deine Durchgänge.',
    todo: 'Schließ die anderen Tabs mit der App. Dann kommen deine Durchgänge, und was du hier gemacht hast, wird gespeichert.',
  },
  'storage-full': {
    title: 'Kein Speicherplatz mehr',
    happened: 'Der Browser hat keinen Platz mehr für deine Durchgänge.',
    todo: 'Exportiere deine Durchgänge in eine Datei und lösch dann alte unter „Rückblick“. Oder schaff Platz auf der Festplatte.',
  },
  'import-invalid': {
    title: 'Diese Datei lässt sich nicht importieren',
    happened: 'Sie ist kein Export dieser App, oder sie ist beschädigt. Es wurde nichts geändert.',
    todo: 'Wähl eine Datei, die mit „Alles exportieren“ gespeichert wurde.',
  },
  'prescription-invalid': {
    title: 'Dieser Plan lässt sich nicht lesen',
    happened: 'Er ist beschädigt, verändert oder aus einem neueren Truehip. Hier wurde nichts geändert.',
    todo: 'Lass dir die Datei oder den Code noch einmal geben.',
  },
  unexpected: {
    title: 'Unerwartet ist etwas schiefgegangen',
    happened: 'Deine gespeicherten Durchgänge sind sicher.',
    todo: 'Versuch es noch einmal oder lade die Seite neu. Passiert es wieder, steht mehr in den technischen Angaben.',
  },
};
