import { apply, subtract } from '../../../src/instrument/geometry/rotation.ts';
import type { Metres, Seconds } from '../../../src/instrument/geometry/units.ts';
import type { BodyStore, BuiltBody } from '../body/built-bodies.ts';
import type { SolvedPose } from '../contract.ts';
import { createPose } from '../kinematics/pose.ts';
import { solvePose } from '../kinematics/solve-pose.ts';
import type { ServedPage } from '../../../tools/browser/open-page.ts';
import { verticalFieldOfView } from '../motion/camera.ts';
import type { CameraView, Performance } from '../motion/performance.ts';
import type { BodyFiles, FlatBones, StageFrame, StageSetup, View } from '../stage/stage-contract.ts';
import type { Scene } from '../people/variety.ts';

/** Sends performances to the stage page and returns rendered frames. */

const viewOf = (camera: CameraView): View => ({
  eye: camera.eye,
  at: camera.target,
  verticalFieldOfView: verticalFieldOfView(camera),
});

const flatBones = ({ bones }: SolvedPose): FlatBones =>
  bones.flatMap(({ rotation, pivot, place }) => [...rotation, ...subtract(place, apply(rotation, pivot))]);

export interface StageDirector {
  readonly set: (performance: Performance, scene: Scene, camera: CameraView, quality: number) => Promise<void>;
  readonly paint: (time: Seconds, solved: SolvedPose, camera: CameraView) => Promise<Buffer>;
}

/** Bones of a bystander: standing relaxed, soles on the floor. */
function standing({ body }: BuiltBody): FlatBones {
  const arms = { shoulderAbduction: 6, elbowFlexion: 10 };
  const upright = (y: Metres) =>
    solvePose(body, createPose({ base: { rx: 0, ry: 0, rz: 0, x: 0, y, z: 0 }, left: arms, right: arms }));
  const soles = Math.min(...upright(0).landmarks.map(([, y]) => y));
  return flatBones(upright(-soles));
}

export function directStage(stage: ServedPage, bodies: BodyStore): StageDirector {
  const addresses = new Map<string, string>();
  const addressOf = (file: string): string => {
    const address = addresses.get(file) ?? stage.share(file);
    addresses.set(file, address);
    return address;
  };
  const filesOf = ({ body, file }: BuiltBody): BodyFiles => {
    const textures = body.meshes.flatMap(({ texture }) => texture ?? []);
    return {
      head: addressOf(`${file}.json`),
      bytes: addressOf(`${file}.bin`),
      pictures: Object.fromEntries(textures.map((name) => [name, addressOf(bodies.pictureFile(name))])),
    };
  };
  const bystanderOf = (scene: Scene): StageSetup['bystander'] => {
    if (scene.company !== 'person') return null;
    const other = bodies.get(scene.bystander);
    return { files: filesOf(other), bones: standing(other) };
  };
  return {
    async set({ recipe, floorLift, props, referencePose }, scene, camera, quality) {
      const setup: StageSetup = {
        width: recipe.width,
        height: recipe.height,
        view: viewOf(camera),
        floor: floorLift,
        scene,
        body: filesOf(bodies.get(scene.body)),
        bystander: bystanderOf(scene),
        props,
        referencePose: { pelvis: referencePose.pelvis, landmarks: referencePose.landmarks },
        quality,
      };
      await stage.page.evaluate((asked) => window.subjectStage?.set(asked), setup);
    },
    async paint(time, solved, camera) {
      const frame: StageFrame = {
        time,
        bones: flatBones(solved),
        landmarks: solved.landmarks,
        pelvis: solved.pelvis,
        view: viewOf(camera),
      };
      const jpeg = await stage.page.evaluate((asked) => window.subjectStage?.paint(asked), frame);
      if (!jpeg) throw new Error('the stage painted nothing');
      return Buffer.from(jpeg, 'base64');
    },
  };
}
