import {
  type BufferGeometry,
  CanvasTexture,
  type Material,
  Mesh,
  MeshLambertMaterial,
  type MeshLambertMaterialParameters,
  RepeatWrapping,
  SRGBColorSpace,
  type Texture,
} from 'three';

/** A matt material, cheap to render without a graphics card. */
export const matt = (look: MeshLambertMaterialParameters): MeshLambertMaterial => new MeshLambertMaterial(look);

/** A mesh that casts and receives shadows. */
export function thing(geometry: BufferGeometry, material: Material): Mesh {
  const mesh = new Mesh(geometry, material);
  mesh.castShadow = true;
  mesh.receiveShadow = true;
  return mesh;
}

/** A square texture drawn by `strokes` and repeated over a surface. */
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
