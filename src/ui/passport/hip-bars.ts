import { css, html } from 'lit';
import { type Rotation, ROTATIONS } from '../../coach/assessment/hip-test.ts';
import type { Passport } from '../../coach/assessment/passport.ts';
import { type Degrees, type Side, SIDES } from '../../instrument/geometry/units.ts';
import { passportWords } from '../../i18n/en/hip/passport.ts';
import { formatDegrees } from '../elements/format.ts';

/** Smallest scale, so that a small range does not look large. */
const LEAST_SCALE: Degrees = 60;

export const hipBarStyles = css`
  .hips {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
    gap: var(--s4) var(--s6);
    print-color-adjust: exact;
    -webkit-print-color-adjust: exact;
  }
  .direction {
    display: grid;
    gap: var(--s2);
    align-content: start;
  }
  .hip-bar {
    display: grid;
    grid-template-columns: 4.5rem minmax(0, 1fr) 6.5rem;
    gap: var(--s3);
    align-items: center;
  }
  .hip-bar .track {
    block-size: 26px;
    border-radius: var(--radius-s);
  }
  .hip-bar .figure {
    font-weight: 640;
    text-align: end;
    white-space: nowrap;
  }
`;

const most = ({ test }: Passport): Degrees =>
  Math.max(
    LEAST_SCALE,
    ...SIDES.flatMap((side) =>
      ROTATIONS.flatMap((rotation) => {
        const ranges = test.hips[side]?.[rotation];
        return [ranges?.passive?.result.value ?? 0, ranges?.active?.result.value ?? 0];
      }),
    ),
  );

/** Both hips beside each other, for each direction: the part by itself filled, what help adds striped. The table says the same in words. */
export function hipBars(passport: Passport) {
  const words = passportWords();
  const scale = most(passport);
  return html`<div class="hips">
      ${ROTATIONS.map(
        (rotation) => html`<div class="direction">
          <h3>${words.rotations[rotation]}</h3>
          ${SIDES.map((side) => bar(passport, side, rotation, scale))}
        </div>`,
      )}
    </div>
    <p class="small muted">${words.bars}</p>`;
}

function bar({ test }: Passport, side: Side, rotation: Rotation, scale: Degrees) {
  const ranges = test.hips[side]?.[rotation];
  const active = ranges?.active?.result.value ?? null;
  const passive = ranges?.passive?.result.value ?? null;
  const own = Math.max(0, active ?? 0);
  const further = Math.max(0, (passive ?? 0) - own);
  const share = (value: Degrees) => (100 * Math.min(value, scale)) / scale;
  return html`<div class="hip-bar num">
    <span>${passportWords()[side]}</span>
    <span class="track" aria-hidden="true">
      <span class="clean" .style="inline-size: ${share(own)}%"></span>
      <span class="turned" .style="inline-size: ${share(further)}%"></span>
    </span>
    <span class="figure">${formatDegrees(active)} | ${formatDegrees(passive)}</span>
  </div>`;
}
