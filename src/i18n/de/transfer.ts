import type { Words } from '../words.ts';

export const transfer: Words['transfer'] = {
  exportAll: 'Alles exportieren',
  import: 'Importieren …',
  file: 'Importieren',
  ask: {
    title: 'Auch die Einstellungen übernehmen?',
    text: 'Die Datei hat andere Einstellungen als dieses Gerät: Ton, Höhen, Zahlen der Übungen, Programme, die Woche. Deine würden ersetzt.',
    yes: 'Übernehmen',
    no: 'Meine behalten',
  },
  added: (sets) => `${sets} ${sets === 1 ? 'Satz' : 'Sätze'} hinzugefügt`,
  updated: (sets) => `${sets} mit neuerer Notiz oder Antwort`,
  skipped: (sets) => `${sets} schon vorhanden`,
  taken: 'Die Einstellungen wurden übernommen.',
  kept: 'Deine Einstellungen bleiben, wie sie waren.',
};
