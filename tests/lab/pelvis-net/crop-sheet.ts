import type { CropWindow } from '../../../src/instrument/networks/crop-window.ts';
import type { OpenStage } from '../../../tools/lab/lab-tools.mjs';

/** The crops of one scene in one picture, which is smaller than whole frames. */

/** Crops per row. */
const COLUMNS = 5;
const QUALITY = 0.95;

type Page = OpenStage['page'];

/** Clears the sheet in the page. */
export const clearSheet = (page: Page, tiles: number, side: number): Promise<void> =>
  page.evaluate(
    ([width, height]) => {
      const old = document.getElementById('sheet');
      old?.remove();
      const sheet = document.createElement('canvas');
      sheet.id = 'sheet';
      sheet.width = width;
      sheet.height = height;
      sheet.style.display = 'none';
      document.documentElement.append(sheet);
    },
    [COLUMNS * side, Math.ceil(tiles / COLUMNS) * side] as const,
  );

/** Copies a window of the rendered picture, without webcam flaws, onto the sheet. */
export const copyTile = (page: Page, index: number, window: CropWindow, side: number): Promise<void> =>
  page.evaluate(
    ({ w, x, y, size }) => {
      const painted = document.querySelector('body > canvas');
      const sheet = document.getElementById('sheet');
      if (!(painted instanceof HTMLCanvasElement) || !(sheet instanceof HTMLCanvasElement)) {
        throw new Error('nothing is painted');
      }
      const brush = sheet.getContext('2d', { alpha: false });
      if (!brush) throw new Error('this browser has no 2D canvas');
      brush.save();
      brush.beginPath();
      brush.rect(x, y, size, size);
      brush.clip();
      brush.setTransform(w.a, w.b, w.c, w.d, w.e + x, w.f + y);
      brush.imageSmoothingQuality = 'high';
      brush.drawImage(painted, 0, 0);
      brush.restore();
    },
    { w: window, x: (index % COLUMNS) * side, y: Math.floor(index / COLUMNS) * side, size: side },
  );

/** The sheet as a JPEG. */
export async function readSheet(page: Page): Promise<Buffer> {
  const address = await page.evaluate((quality) => {
    const sheet = document.getElementById('sheet');
    return sheet instanceof HTMLCanvasElement ? sheet.toDataURL('image/jpeg', quality) : '';
  }, QUALITY);
  return Buffer.from(address.split(',')[1] ?? '', 'base64');
}
