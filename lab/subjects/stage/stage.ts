import {
  ACESFilmicToneMapping,
  BoxGeometry,
  Color,
  DirectionalLight,
  Group,
  HemisphereLight,
  PCFShadowMap,
  PerspectiveCamera,
  Scene as ThreeScene,
  Vector3,
  WebGLRenderer,
} from 'three';
import type { Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import { chanceOf } from '../chance.ts';
import { drawOutfit } from '../people/garments.ts';
import type { Scene } from '../people/variety.ts';
import { movingThings, standingThings } from './drill-things.ts';
import { matt, thing } from './materials.ts';
import { createPerson, type Person } from './person.ts';
import { boxAround, boxOfBoth, type PixelBox } from './repaint.ts';
import { buildRoom } from './room.ts';
import { LIGHT_STYLES, ROOM_STYLES } from './room-styles.ts';
import type { StageFrame, StageSetup, View } from './stage-contract.ts';
import { buildThings, footprintOf, freePlace } from './things.ts';
import { createWebcam, type Webcam } from './webcam.ts';

/** Colour of the ceiling, visible above the walls. */
const CEILING = 0xb9b4ab;
/** Every 14th vertex is sampled to find the part of the picture to render again. */
const SAMPLE = 14;

interface Set {
  readonly setup: StageSetup;
  readonly scene: ThreeScene;
  readonly camera: PerspectiveCamera;
  readonly sun: DirectionalLight;
  readonly person: Person;
  readonly moving: Group;
  readonly webcam: Webcam;
}

function lightUp(scene: ThreeScene, look: Scene, middle: Vec3): DirectionalLight {
  const style = LIGHT_STYLES[look.light];
  scene.add(new HemisphereLight(style.sky, style.ground, style.around));
  const sun = new DirectionalLight(style.colour, style.strength);
  const turned = new Vector3(...style.from).applyAxisAngle(new Vector3(0, 1, 0), (look.lightTurn * Math.PI) / 180);
  sun.target.position.set(middle[0], 0, middle[2]);
  sun.position.copy(sun.target.position).add(turned);
  sun.castShadow = true;
  sun.shadow.mapSize.set(1024, 1024);
  sun.shadow.bias = -0.0006;
  sun.shadow.normalBias = 0.012;
  sun.shadow.radius = 4;
  Object.assign(sun.shadow.camera, { left: -2.4, right: 2.4, top: 2.4, bottom: -2.4, far: 9 });
  scene.add(sun, sun.target);
  return sun;
}

function aim(camera: PerspectiveCamera, view: View): void {
  camera.fov = view.verticalFieldOfView;
  camera.position.set(...view.eye);
  camera.lookAt(...view.at);
  camera.updateProjectionMatrix();
  camera.updateMatrixWorld(true);
}

/** The mat under a person. Its top lies two millimetres above the floor; the rest of a real mat is compressed. */
function matUnder(look: Scene, middle: Vec3): Group {
  const group = new Group();
  if (!look.mat) return group;
  const mat = thing(new BoxGeometry(0.75, 0.012, 2), matt({ color: look.mat.colour }));
  mat.position.y = -0.004;
  group.add(mat);
  group.position.set(middle[0], 0, middle[2]);
  group.rotation.y = (look.mat.turn * Math.PI) / 180;
  return group;
}

async function addBystander(scene: ThreeScene, setup: StageSetup): Promise<void> {
  if (!setup.bystander) return;
  const chance = chanceOf(`${setup.scene.seed}/bystander`);
  const outfit = drawOutfit(chance.pick(['tight', 'loose']), 'bright', false, chance);
  const other = await createPerson(setup.bystander.files, outfit, setup.referencePose.pelvis, chance);
  other.pose(setup.bystander.bones, setup.referencePose.pelvis, []);
  const [x, z] = freePlace(chance, footprintOf(setup.referencePose.landmarks), setup.view, 0.7);
  other.group.position.set(x, 0, z);
  other.group.rotation.y = chance.between(0, 2 * Math.PI);
  scene.add(other.group);
}

function middleOf(setup: StageSetup): Vec3 {
  const { x, z } = footprintOf(setup.referencePose.landmarks);
  return [(x[0] + x[1]) / 2, 0, (z[0] + z[1]) / 2];
}

/** Builds all parts of a set without rendering. */
async function build(setup: StageSetup): Promise<Set> {
  const look = setup.scene;
  const chance = chanceOf(`${look.seed}/stage`);
  const scene = new ThreeScene();
  scene.background = new Color(CEILING);
  const camera = new PerspectiveCamera(50, setup.width / setup.height, 0.05, 30);
  const middle = middleOf(setup);
  const footprint = footprintOf(setup.referencePose.landmarks);
  const sun = lightUp(scene, look, middle);
  scene.add(
    buildRoom(look.room, chance.part('room')),
    matUnder(look, middle),
    standingThings(setup.props, ROOM_STYLES[look.room].walls[0]),
    buildThings(look.clutter, look.company === 'pet', footprint, setup.view, chance.part('things')),
  );
  await addBystander(scene, setup);
  const person = await createPerson(setup.body, look.outfit, setup.referencePose.pelvis, chance.part('person'));
  person.group.position.y = setup.floor;
  const moving = new Group();
  scene.add(person.group, moving);
  const webcam = createWebcam(setup.width, setup.height, look.webcam, look.seed, setup.quality);
  return { setup, scene, camera, sun, person, moving, webcam };
}

/** Sampled points of the person and of the shadow on the floor. */
function* touchedPoints({ person, sun, setup }: Set): Generator<Vec3> {
  const from = sun.position.clone().sub(sun.target.position);
  for (const { positions } of person.surfaces) {
    for (let i = 0; i + 2 < positions.length; i += SAMPLE * 3) {
      const [x = 0, below = 0, z = 0] = positions.subarray(i, i + 3);
      const y = below + setup.floor;
      yield [x, y, z];
      yield [x - (from.x / from.y) * y, 0, z - (from.z / from.y) * y];
    }
  }
  if (setup.props.band) yield setup.props.band.anchor;
}

const sameView = (a: View, b: View) => JSON.stringify(a) === JSON.stringify(b);

/** Renders a set frame by frame: the whole picture once, then only the part that the person or the shadow covers. */
export function createPainter() {
  let renderer: WebGLRenderer | null = null;
  let set: Set | null = null;
  let painted: PixelBox | null = null;
  let view: View | null = null;

  const paintAll = (renderIt: WebGLRenderer, { scene, camera }: Set) => {
    renderIt.setScissorTest(false);
    renderIt.clear();
    renderIt.render(scene, camera);
  };

  return {
    async set(setup: StageSetup): Promise<void> {
      renderer?.dispose();
      renderer?.forceContextLoss();
      renderer = new WebGLRenderer({ antialias: true, preserveDrawingBuffer: true });
      renderer.setSize(setup.width, setup.height);
      renderer.autoClear = false;
      renderer.shadowMap.enabled = true;
      renderer.shadowMap.type = PCFShadowMap;
      renderer.toneMapping = ACESFilmicToneMapping;
      renderer.toneMappingExposure = LIGHT_STYLES[setup.scene.light].exposure;
      document.body.replaceChildren(renderer.domElement);
      set = await build(setup);
      view = null;
    },
    paint(frame: StageFrame): string {
      if (!renderer || !set) throw new Error('nothing is set on the stage');
      const { setup, camera, person, moving } = set;
      person.pose(frame.bones, frame.pelvis, frame.landmarks);
      const inRoom = frame.landmarks.map(([x, y, z]): Vec3 => [x, y + setup.floor, z]);
      moving.clear();
      moving.add(movingThings(setup.props, inRoom, chanceOf(`${setup.scene.seed}/block`).share()));
      const moved = !view || !sameView(view, frame.view);
      if (moved) aim(camera, frame.view);
      view = frame.view;
      const touched = boxAround(touchedPoints(set), camera, setup.width, setup.height);
      if (moved || !painted) paintAll(renderer, set);
      else {
        const [left, top, right, bottom] = boxOfBoth(touched, painted);
        if (right > left && bottom > top) {
          renderer.setScissorTest(true);
          // three.js counts from the bottom.
          renderer.setScissor(left, setup.height - bottom, right - left, bottom - top);
          renderer.clear();
          renderer.render(set.scene, camera);
        }
      }
      painted = touched;
      return set.webcam.take(renderer.domElement, frame.time);
    },
  };
}
