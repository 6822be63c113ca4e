import type { Share } from '../geometry/units.ts';

/**
 * Standard deviation of hip flexion, as a share of the rounding of the back that the outline shows. A rounded back adds to hip
 * flexion where that is read between trunk and thigh: 10–13° of 14° (n = 5 rendered sets). The outline shows the 14° as 9–22°,
 * too unevenly to subtract it. With this value 93 % of the truth lies in the 90 % band (n = 8 rendered sets).
 */
export const ROUNDING_SD_SHARE: Share = 0.5;
