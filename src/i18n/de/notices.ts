import type { Words } from '../words.ts';

export const notices: Words['notices'] = {
  shown: {
    workerRestarted:
      'Die Messung ist stehen geblieben und läuft wieder. Die Uhr läuft weiter. Für neue Zahlen halte drei Sekunden in der Startposition still.',
    workerGaveUp: 'Die Messung lässt sich nicht mehr starten. Die Uhr läuft ohne Zahlen weiter.',
    cameraLost: 'Die Kamera ist weg. Steck sie wieder ein, dann kommen die Zahlen zurück. Die Uhr läuft weiter.',
    otherCamera:
      'Ich finde eine andere Kamera, aber sie sieht dich von woanders. Darum benutze ich sie nicht. Steck deine wieder ein, dann kommen die Zahlen zurück. Die Uhr läuft weiter.',
    cameraSilent:
      'Die Kamera sendet kein Bild. Prüf Abdeckung und Schalter und schließ andere Programme, die sie benutzen.',
    fileBrokeOff: 'Die Videodatei endet hier zu früh.',
    storageFull:
      'Der Browser hat keinen Platz mehr. Exportiere diesen Durchgang, bevor du den Tab schließt, sonst ist er weg.',
    soundHeldBack: 'Der Ton wurde weggenommen. Drück eine Taste oder klick, um ihn wiederzubekommen.',
    waited: 'Du konntest den Wechsel nicht hören, deshalb hat der Durchgang auf dich gewartet.',
    networkOut: {
      pelvis:
        'Ein Teil der Körpererkennung fehlt. Dein Becken sehe ich schlecht oder gar nicht. Lade die Seite nach dem Durchgang neu.',
    },
    voice: {
      broken: 'Ich kann gerade nicht sprechen. Drei Töne heißen: Schau auf den Bildschirm.',
      none: 'Dieser Browser hat keine deutsche Stimme. Drei Töne heißen: Schau auf den Bildschirm.',
    },
    storageTrouble:
      'Dieser Browser kann den Durchgang nicht speichern. Exportiere ihn, bevor du den Tab schließt, sonst ist er weg.',
  },
  spoken: {
    cameraLost: 'Die Kamera ist weg. Steck sie wieder ein. Die Uhr läuft weiter.',
    armAgain: 'Heb den Arm noch einmal, dann geht es weiter.',
    cameraBack: 'Die Kamera ist wieder da.',
    otherCamera: 'Das ist eine andere Kamera. Steck deine wieder ein, ich warte.',
    cameraSilent: 'Prüf die Kamera, ich bekomme kein Bild. Die Uhr läuft weiter.',
    pictureBack: 'Ich sehe wieder etwas.',
    workerGaveUp: 'Die Messung ist ausgefallen. Mach nach der Uhr weiter, ohne Zahlen.',
    networkOut: {
      pelvis: 'Ein Teil der Körpererkennung fehlt. Dein Becken sehe ich schlecht oder gar nicht.',
    },
    broke: 'Etwas ist schiefgegangen, der Durchgang endet hier. Komm zum Bildschirm, wenn es geht.',
    hidden: 'Hol diesen Tab nach vorn, ich sehe nichts. Die Uhr läuft weiter.',
  },
  remarks: {
    framing:
      'Deine Kamera folgt dir: Sie zoomt und schwenkt von selbst. Schalte das im Videomenü von Browser oder Computer aus („Automatische Bildausrichtung“, „Center Stage“, „Studioeffekte“). Sonst muss ich deinen Start jedes Mal neu setzen.',
    blur: 'Deine Kamera zeichnet den Hintergrund weich. So merke ich nicht, ob sich der Laptop bewegt. Schalte das im Videomenü von Browser oder Computer aus.',
    virtual:
      'Das Bild kommt von einem Programm, nicht direkt von der Kamera. Das geht. Wenn es stehen bleibt oder zoomt, wähl die Kamera selbst.',
  },
};
