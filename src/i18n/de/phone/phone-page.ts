import type { phonePage as english } from '../../en/phone/phone-page.ts';

export const phonePage: typeof english = {
  title: 'Truehip: Handy',
  noCode: {
    what: 'Scanne den Code auf deinem Laptop',
    todo: 'Diese Seite beginnt mit dem Code, den Truehip auf deinem Laptop zeigt. Öffne die Kamera deines Handys und richte sie auf den Code.',
  },
  begin: {
    what: 'Dein Handy spürt, wie du dich bewegst',
    todo: 'Es liest, wie es gedreht ist, und schickt das an deinen Laptop, sonst nirgendwohin. Hier wird nichts gespeichert.',
    button: 'Los',
  },
  denied: {
    what: 'Bewegung ist nicht erlaubt',
    todo: 'iPhone: Schließ diese Seite, scanne den Code noch einmal und tippe auf „Erlauben“. Android: Tippe auf das Zeichen neben der Adresse, dann auf „Berechtigungen“, und erlaube die Bewegungssensoren. Scanne dann noch einmal.',
  },
  noMotion: {
    what: 'Dieses Handy meldet keine Bewegung',
    todo: 'Nimm einen anderen Browser: Safari auf dem iPhone, Chrome auf Android. Im privaten Modus kann es ausgeschaltet sein.',
  },
  preparing: { what: 'Einen Moment', todo: '' },
  showing: {
    what: 'Zeig diesen Code deinem Laptop',
    todo: 'Halte das Handy vor seine Kamera, eine Handlänge entfernt.',
    label: 'QR-Code für die Kamera des Laptops',
  },
  connected: {
    what: 'Verbunden',
    todo: 'Leg das Handy so hin, wie dein Laptop es sagt, und fass es nicht mehr an. Lass diese Seite offen.',
    end: 'Beenden',
  },
  silent: {
    what: 'Ich höre deinen Laptop nicht',
    todo: 'Bleib im selben WLAN. Ich mache von selbst weiter, wenn er wieder da ist.',
  },
  stale: {
    what: 'Der Code ist zu alt',
    todo: 'Zeig auf dem Laptop einen neuen Code und scanne ihn. Ein Code gilt für ein Handy und zwei Minuten.',
  },
  lost: { what: 'Die Verbindung ist weg', todo: 'Drücke auf dem Laptop „Neuen Code zeigen“ und scanne ihn.' },
  ended: { what: 'Fertig', todo: 'Du kannst diese Seite schließen.' },
  noNetwork: {
    what: 'Dieses Handy ist in keinem WLAN',
    todo: 'Geh in das WLAN, in dem dein Laptop ist, und scanne den Code noch einmal.',
  },
  unsupported: { what: 'Dieser Browser kann das nicht', todo: 'Nimm Safari auf dem iPhone oder Chrome auf Android.' },
  awake:
    'Der Bildschirm kann ausgehen, und dann wird nichts gesendet. Lass ihn in den Anzeige-Einstellungen länger an und beende den Stromsparmodus.',
};
