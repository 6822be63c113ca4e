import { expect, it } from 'vitest';
import { installWay } from '../../src/app/install.ts';

const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Mobile Safari/604.1';
const CHROME =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

it.each([
  ['a browser that offers it', CHROME, 0, true, 'offered'],
  ['a telephone from Apple', IPHONE, 5, false, 'share'],
  ['a tablet, which calls itself a Mac', `${MAC} Version/18.5 Safari/605.1.15`, 5, false, 'share'],
  ['Safari on a Mac', `${MAC} Version/18.5 Safari/605.1.15`, 0, false, 'dock'],
  ['Chromium that offers nothing', CHROME, 0, false, null],
])('installWay tells how the app gets onto the device: %s', (_, userAgent, maxTouchPoints, hasOffer, way) => {
  expect(installWay({ userAgent, maxTouchPoints }, hasOffer, false)).toBe(way);
  expect(installWay({ userAgent, maxTouchPoints }, hasOffer, true)).toBeNull();
});
