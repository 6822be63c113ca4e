export interface ReadCalendar {
  readonly head: Readonly<Record<string, string>>;
  readonly events: readonly Readonly<Record<string, string>>[];
  /** The alarms of all events, in order. */
  readonly alarms: readonly Readonly<Record<string, string>>[];
}

const SIGNS: Readonly<Record<string, string>> = { n: '\n', N: '\n' };

const unescaped = (value: string): string => value.replaceAll(/\\(.)/gsu, (_, sign: string) => SIGNS[sign] ?? sign);

/** Values such as RRULE are lists; only texts are escaped. */
const TEXTS = new Set(['SUMMARY', 'DESCRIPTION', 'UID']);

/**
 * Reads the output of `calendarFile` by the line rules of the standard (RFC 5545, 3.1), independently of how it is
 * written.
 */
export const readCalendar = (file: string): ReadCalendar => {
  const lines = file.replaceAll(/\r\n[ \t]/g, '').split('\r\n');
  const head: Record<string, string> = {};
  const events: Record<string, string>[] = [];
  const alarms: Record<string, string>[] = [];
  const open: string[] = [];
  for (const line of lines.filter((text) => text !== '')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon);
    const value = line.slice(colon + 1);
    if (name === 'BEGIN') {
      open.push(value);
      if (value === 'VEVENT') events.push({});
      if (value === 'VALARM' && open.at(-2) !== 'VEVENT') throw new Error('an alarm stands in an event');
      if (value === 'VALARM') alarms.push({});
    } else if (name === 'END') {
      if (open.pop() !== value) throw new Error(`${value} is closed but was not open`);
    } else {
      const inside: Readonly<Record<string, Record<string, string> | undefined>> = {
        VEVENT: events.at(-1),
        VALARM: alarms.at(-1),
      };
      const target = open.at(-1) === 'VCALENDAR' ? head : inside[open.at(-1) ?? ''];
      if (target === undefined || name in target) throw new Error(`${name} twice`);
      target[name] = TEXTS.has(name) ? unescaped(value) : value;
    }
  }
  if (open.length > 0) throw new Error(`${open.join()} is not closed`);
  return { head, events, alarms };
};
