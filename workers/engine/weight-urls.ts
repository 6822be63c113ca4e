/** Addresses of the weights that were there at build time, by file name. A glob, so that a build without them can say so. */
export const weightUrls = (): Record<string, string> => {
  const urls: Record<string, string> = import.meta.glob('../../models/weights/blazepose-*', {
    query: '?url',
    import: 'default',
    eager: true,
  });
  return Object.fromEntries(Object.entries(urls).map(([path, url]) => [path.split('/').at(-1) ?? path, url]));
};
