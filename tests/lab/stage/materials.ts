import { CanvasTexture, MeshLambertMaterial, Mesh, RepeatWrapping, SRGBColorSpace } from 'three';
import type { BufferGeometry, Material, MeshLambertMaterialParameters, Texture } from 'three';

/** Cheap on a processor without a graphics card. */
export const matt = (look: MeshLambertMaterialParameters): MeshLambertMaterial => new MeshLambertMaterial(look);

/** A thing that throws a shadow and takes one. */
export function thing(geometry: BufferGeometry, material: Material): Mesh {
  const mesh = new Mesh(geometry, material);
  mesh.castShadow = true;
  mesh.receiveShadow = true;
  return mesh;
}

/** A square picture painted by the given strokes, repeated over a surface. */
export function painted(
  size: number,
  repeat: number,
  paint: (brush: CanvasRenderingContext2D, size: number) => void,
): Texture {
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const brush = canvas.getContext('2d');
  if (!brush) throw new Error('this browser has no 2D canvas');
  paint(brush, size);
  const texture = new CanvasTexture(canvas);
  texture.colorSpace = SRGBColorSpace;
  texture.wrapS = RepeatWrapping;
  texture.wrapT = RepeatWrapping;
  texture.repeat.set(repeat, repeat);
  texture.anisotropy = 4;
  return texture;
}

export const cssColour = (colour: number): string => `#${colour.toString(16).padStart(6, '0')}`;
