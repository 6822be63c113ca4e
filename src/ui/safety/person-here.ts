import type { ReactiveControllerHost } from 'lit';
import type { Person } from '../../training/safety/person.ts';
import { Fetched } from '../elements/fetched.ts';
import type { Services } from '../shell/services.ts';
import { answeredPerson, readPerson } from './person-now.ts';

/** The person in front of a page: read from the stored sets when it opens, and again after an answer. */
export class PersonHere {
  readonly #host: { readonly services: Services };
  readonly #read: Fetched<Person>;

  constructor(host: ReactiveControllerHost & { readonly services: Services }) {
    this.#host = host;
    this.#read = new Fetched(host, () => readPerson(host.services, Date.now()));
  }

  /** While the stored sets are read, and where they cannot be, what the person has answered holds. */
  get now(): Person {
    const { drills, settings } = this.#host.services;
    return this.#read.value ?? answeredPerson(drills, settings.current, Date.now());
  }

  get isRead(): boolean {
    return this.#read.value !== null;
  }

  again(): void {
    this.#read.again();
  }
}
