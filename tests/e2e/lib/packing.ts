/** Runs in the page. True once the frames of every stored set are packed, which the app does when the browser is idle. */
export const everySetIsPacked = (): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('truehip');
    opening.onerror = () => reject(opening.error ?? new Error('the database cannot be opened'));
    opening.onsuccess = () => {
      const all = opening.result.transaction('sets').objectStore('sets').getAll();
      all.onsuccess = () => {
        opening.result.close();
        resolve(all.result.length > 0 && all.result.every((row: { packed?: number }) => row.packed !== undefined));
      };
    };
  });
