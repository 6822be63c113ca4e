import type { Words } from '../words.ts';

export const notices: Words['notices'] = {
  shown: {
    workerRestarted:
      'Die Messung ist stehen geblieben und wurde neu gestartet. Die Zeit läuft weiter; Zahlen kommen nach drei ruhigen Sekunden in der Startposition zurück.',
    workerGaveUp: 'Die Messung lässt sich nicht mehr starten. Die Zeit läuft ohne Zahlen weiter.',
    cameraLost: 'Die Kamera ist weg. Die Zeit läuft weiter; steck sie wieder ein, dann kommen die Zahlen zurück.',
    otherCamera:
      'Eine andere Kamera ist da, aber sie sieht dich von woanders und wird nicht benutzt. Die Zeit läuft weiter; steck deine wieder ein, dann kommen die Zahlen zurück.',
    cameraSilent:
      'Die Kamera sendet kein Bild. Such nach einer Abdeckung, einem Schalter oder einem anderen Programm, das sie benutzt.',
    fileBrokeOff: 'Das Video bricht hier ab.',
    nobody: 'In diesem Video war bisher keine Person zu sehen.',
    storageFull: 'Der Browser hat keinen Platz mehr. Dieser Satz bleibt, bis der Tab geschlossen wird: exportiere ihn.',
    storageTrouble:
      'Dieser Satz lässt sich in diesem Browser nicht speichern. Er bleibt, bis der Tab geschlossen wird: exportiere ihn.',
  },
  spoken: {
    cameraLost: 'Ich habe die Kamera verloren. Die Zeit läuft weiter.',
    armAgain: 'Heb noch einmal den Arm, um weiterzumachen.',
    cameraBack: 'Die Kamera ist wieder da.',
    otherCamera: 'Da ist eine andere Kamera, aber sie steht woanders. Ich warte auf deine.',
    cameraSilent: 'Die Kamera sendet kein Bild. Die Zeit läuft weiter.',
    pictureBack: 'Ich habe wieder ein Bild.',
    workerGaveUp: 'Die Messung steht und startet nicht mehr. Die Zeit läuft ohne Zahlen weiter.',
    hidden: 'Der Tab ist verdeckt: ich sehe nichts. Die Zeit läuft weiter.',
  },
  remarks: {
    framing:
      'Deine Kamera rückt dich von selbst ins Bild: sie zoomt und schwenkt. Schalte das im Videomenü des Browsers oder des Systems aus („Automatische Bildausrichtung“, „Center Stage“, „Studioeffekte“), sonst frage ich jedes Mal neu nach deinem Start.',
    blur: 'Deine Kamera zeichnet den Hintergrund weich; so sehe ich nicht, ob sich der Laptop bewegt. Schalte das im Videomenü des Browsers oder des Systems aus.',
    virtual:
      'Das Bild kommt von einem Programm, nicht von der Kamera selbst. Das geht; wenn es stehen bleibt oder zoomt, wähle die Kamera selbst.',
  },
};
