import { wordsOf } from '../speaking.ts';
import { lowerFirst } from '../phrasing.ts';

/** The first page. */
export const home = {
  heading: 'How much of that turn is your hip?',
  pitch:
    'Truehip times your hip rotation drills, watches your pelvis through the laptop’s camera and says so when it helps along. Nothing leaves this machine.',
  demo: 'See it with the built-in demo, no camera',
  demoNote: 'The demo takes half a minute and measures for real. No account, nothing to set up.',
  camera: 'Use my camera',
  picture: 'A laptop’s picture of somebody on a mat, one knee fallen in, with the fitted body drawn over hips and legs',
  example: 'Example: the leg turned 34°. The hip itself turned 26° of it.',
  pick: 'Pick a drill',
  programmes: 'Programmes: several drills in a good order',
  week: 'Plan your week',
  offline: 'Use without a network',
  /** @param title of the place, such as "Behind your head" */
  laptop: (title: string) => `Laptop: ${lowerFirst(title)}`,
  onHold: 'On hold: have it checked first',
  length: (goal: string, length: string) => `${goal}: about ${length}`,
};

export const homeWords = wordsOf('home', home);
