import type { Texture } from 'three';
import type { Chance } from '../chance.ts';
import { painted } from './materials.ts';

export type FloorKind = 'oak' | 'walnut' | 'carpet' | 'tiles' | 'concrete';

function planks(chance: Chance, count: number, hue: number, light: number): Texture {
  return painted(512, 5, (brush, size) => {
    const wide = size / count;
    for (let i = 0; i < count; i++) {
      brush.fillStyle = `hsl(${hue}, 33%, ${light + chance.share() * 9}%)`;
      brush.fillRect(i * wide, 0, wide, size);
      brush.strokeStyle = 'rgba(40, 20, 5, 0.18)';
      for (let grain = 0; grain < 20; grain++) {
        const x = i * wide + chance.share() * wide;
        brush.beginPath();
        brush.moveTo(x, 0);
        brush.bezierCurveTo(x + 6 * chance.share(), size * 0.3, x - 6 * chance.share(), size * 0.6, x, size);
        brush.stroke();
      }
      brush.fillStyle = 'rgba(20, 10, 0, 0.5)';
      brush.fillRect(i * wide, 0, 2, size);
    }
  });
}

function speckles(chance: Chance, hue: number, saturation: number, light: number, count: number): Texture {
  return painted(512, 7, (brush, size) => {
    brush.fillStyle = `hsl(${hue}, ${saturation}%, ${light}%)`;
    brush.fillRect(0, 0, size, size);
    for (let i = 0; i < count; i++) {
      brush.fillStyle = `hsla(${hue}, ${saturation}%, ${light - 13 + chance.share() * 28}%, 0.5)`;
      brush.fillRect(chance.share() * size, chance.share() * size, 2, 2);
    }
  });
}

function tiles(chance: Chance): Texture {
  return painted(512, 4, (brush, size) => {
    const wide = size / 4;
    for (let x = 0; x < 4; x++) {
      for (let y = 0; y < 4; y++) {
        brush.fillStyle = `hsl(205, 6%, ${66 + chance.share() * 7}%)`;
        brush.fillRect(x * wide, y * wide, wide, wide);
        brush.strokeStyle = 'rgba(90, 90, 90, 0.7)';
        brush.lineWidth = 3;
        brush.strokeRect(x * wide, y * wide, wide, wide);
      }
    }
  });
}

export function floorTexture(kind: FloorKind, hue: number, chance: Chance): Texture {
  switch (kind) {
    case 'oak':
      return planks(chance, 8, 28, 39);
    case 'walnut':
      return planks(chance, 6, 22, 17);
    case 'carpet':
      return speckles(chance, hue, 13, 58, 26_000);
    case 'concrete':
      return speckles(chance, hue, 4, 48, 9000);
    case 'tiles':
      return tiles(chance);
  }
}
