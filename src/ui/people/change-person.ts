import { html } from 'lit';
import type { Trainee } from '../../storage/people/people.ts';
import { peopleWords } from '../../i18n/en/settings.ts';
import type { Services } from '../shell/services.ts';

export const nameOf = ({ people }: Pick<Services, 'people'>, { id, name }: Trainee): string =>
  name || peopleWords().unnamed(people.all.findIndex((one) => one.id === id) + 1);

/** The heading of a page of the person's own data: with the name where several train. */
export const headingHere = (services: Pick<Services, 'people'>, heading: string) =>
  services.people.several
    ? html`${heading}: <span translate="no">${nameOf(services, services.people.here)}</span>`
    : heading;

/** A page that is left is gone by then, milliseconds. */
const STAYED = 1000;

/**
 * Shows another person's data. The page is loaded anew, so that nothing of the one before is left in memory.
 * @param hash where to; absent: this address
 */
export function changePerson({ people }: Pick<Services, 'people'>, id: string, hash?: string): void {
  const before = people.here.id;
  people.choose(id);
  if (hash !== undefined) location.hash = hash;
  location.reload();
  // Only where the person stays, because something is not saved yet.
  setTimeout(() => people.choose(before), STAYED);
}
