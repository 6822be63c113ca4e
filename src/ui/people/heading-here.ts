import { html } from 'lit';
import type { Services } from '../shell/services.ts';
import { nameOf } from './change-person.ts';

/** The heading of a page of the person's own data: with the name where several train. */
export const headingHere = (services: Pick<Services, 'people'>, heading: string) =>
  services.people.several
    ? html`${heading}: <span translate="no">${nameOf(services, services.people.here)}</span>`
    : heading;
