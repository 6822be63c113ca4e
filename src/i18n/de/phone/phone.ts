import type { phone as english } from '../../en/phone/phone.ts';

const WAISTBAND = 'Steck es hinten in den Hosenbund, den Bildschirm nach außen.';

export const phone: typeof english = {
  heading: 'Dein Handy',
  lead: 'Auf dem Becken spürt dein Handy jede Drehung und Kippung, die eine Kamera nur erraten kann.',
  leadShin: 'Ans Schienbein gebunden misst dein Handy, wie weit sich das Bein dreht.',
  steps: [
    'Scanne diesen Code mit der Kamera deines Handys und öffne die Seite. Warnt das Handy vor der Seite, lies unten nach.',
    'Tippe auf dem Handy auf „Los“.',
    'Halte den Code des Handys vor diese Kamera, eine Handlänge entfernt.',
  ],
  codeLabel: 'QR-Code für dein Handy. Er öffnet die Adresse darunter.',
  warning: 'Wenn das Handy vor der Seite warnt',
  warningText:
    'Auf deinem eigenen Computer hat Truehip sein Zertifikat selbst gemacht, und Handys trauen nur denen bekannter Aussteller. Ist die Adresse die unter dem Code, geh weiter: iPhone: „Details einblenden“, dann „diese Website besuchen“. Android: „Erweitert“, dann „Weiter“.',
  address: (url) => `Er führt zu ${url}`,
  nextAddress: 'Andere Adresse versuchen',
  unreachable: {
    what: 'Unter dieser Adresse erreicht mich dein Handy nicht.',
    todo: 'Beende Truehip, starte es mit „npm start -- --lan“ und drücke dann „Neuen Code zeigen“.',
  },
  states: {
    preparing: { what: 'Einen Moment', todo: '' },
    showing: { what: '', todo: '' },
    connecting: { what: 'Ich habe den Code gelesen und verbinde.', todo: '' },
    apart: {
      what: 'Dein Handy und dieser Computer erreichen einander nicht.',
      todo: 'Sind beide im selben WLAN? Ein Gastnetz trennt die Geräte oft: Nimm das Heimnetz oder den Hotspot des Handys. Auch eine Firewall kann im Weg sein.',
    },
    connected: { what: 'Dein Handy ist verbunden.', todo: '' },
    asleep: {
      what: 'Dein Handy schläft.',
      todo: 'Weck es und hol die Seite von Truehip zurück. Es geht von selbst weiter.',
    },
    silent: {
      what: 'Von deinem Handy kommt nichts.',
      todo: 'Ist die Seite offen und der Bildschirm an? Es geht von selbst weiter.',
    },
    'no-motion': {
      what: 'Dein Handy antwortet, aber es meldet mir keine Bewegung.',
      todo: 'Lade seine Seite mit einem neuen Code neu. Oder nimm dort einen anderen Browser.',
    },
    lost: { what: 'Die Verbindung zu deinem Handy ist weg.', todo: 'Zeig einen neuen Code und scanne ihn.' },
    stale: { what: 'Der Code ist zu alt.', todo: 'Er gilt zwei Minuten. Zeig einen neuen.' },
    ended: { what: 'Du hast es auf dem Handy beendet.', todo: '' },
    off: { what: '', todo: '' },
  },
  lay: {
    lying: 'Leg es auf den Unterbauch, unter den Nabel, den Bildschirm nach außen.',
    sitting: WAISTBAND,
    standing: WAISTBAND,
    kneeling: 'Leg es im Vierfüßlerstand flach auf das Kreuzbein, den Knochen über dem Gesäß.',
    shin: 'Binde es an das Schienbein, das gemessen wird, in der Mitte zwischen Knie und Knöchel. Es darf nicht rutschen. Wie herum, ist egal.',
  },
  refused: {
    unreadable: {
      what: 'Dein Handy hat etwas geschickt, das ich nicht lesen kann.',
      todo: 'Ich habe die Verbindung beendet. Lade diese Seite neu und scanne einen neuen Code.',
    },
    'no-network': {
      what: 'Dieser Computer ist in keinem Netz.',
      todo: 'Geh in das WLAN, in dem dein Handy ist, und zeig dann einen neuen Code.',
    },
    unsupported: {
      what: 'Dieser Browser kann nicht mit einem Handy sprechen.',
      todo: 'Nimm Chrome, Edge, Firefox oder Safari.',
    },
  },
  troubles: {
    other: 'Das ist ein anderer Code. Zeig den von der Truehip-Seite auf deinem Handy.',
    old: 'Der Code gehört zu einem älteren von mir. Scanne den Code auf diesem Bildschirm noch einmal.',
  },
  newCode: 'Neuen Code zeigen',
  disconnect: 'Trennen',
};
