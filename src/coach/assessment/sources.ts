/** A publication that a rule or a figure of the passport rests on. The same in every language. */
export interface Source {
  readonly short: string;
  /** DOI, or journal, volume and pages. */
  readonly at: string;
}

export const SOURCES = {
  kouyoumdjian: { short: 'Kouyoumdjian 2012', at: 'Orthop Traumatol Surg Res 98:17–23' },
  altman: { short: 'Altman 1991', at: 'doi 10.1002/art.1780340502' },
  cibulka: { short: 'Cibulka 2017', at: 'doi 10.2519/jospt.2017.0301' },
} as const satisfies Readonly<Record<string, Source>>;

export type SourceId = keyof typeof SOURCES;
