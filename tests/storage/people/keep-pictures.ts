import { openDB } from 'idb';

/** Stores pictures as earlier versions did. @param sets by hip, the set in which it was taken */
export async function keepPictures(name: string, sets: Readonly<Record<string, string>>): Promise<void> {
  const database = await openDB(name, 1, {
    upgrade: (made) => void made.createObjectStore('pictures', { keyPath: ['drill', 'side'] }),
  });
  for (const [side, set] of Object.entries(sets))
    await database.put('pictures', {
      drill: 'supine-sleeper',
      side,
      set,
      jpeg: Uint8Array.of(0xff, 0xd8, 0xff).buffer,
    });
  database.close();
}
