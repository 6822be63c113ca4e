import type { Locator } from '@playwright/test';

/** A laptop and a phone. */
export const SIZES = [
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
] as const;

/** The element lies inside the window as it is scrolled now. */
export const inSight = async (one: Locator): Promise<boolean> => {
  const box = await one.boundingBox();
  const window = one.page().viewportSize();
  if (!box || !window) return false;
  return box.y >= 0 && box.x >= 0 && box.y + box.height <= window.height && box.x + box.width <= window.width;
};
