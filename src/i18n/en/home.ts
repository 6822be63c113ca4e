import { wordsOf } from '../speaking.ts';

export const home = {
  heading: 'Train hip rotation. See when your pelvis moves instead.',
  pitch:
    'A coach talks you through each drill. The camera of your laptop shows what the hip does by itself, and week by week whether it gets better. The picture never leaves this device.',
  demo: 'Watch a 20-second demo',
  demoNote: 'No camera, no account. The person is computer-made, the numbers are measured.',
  camera: 'Use my camera',
  find: 'Which drill is for me?',
  picture: 'A laptop’s picture of somebody on a mat, one knee fallen in, with the fitted body drawn over hips and legs',
  example: 'Example: the leg turned 34°. Of that, 26° came from the hip alone.',
  passport: 'Hip passport: test both hips, get your programme',
  pick: 'All drills',
  how: 'How it works',
  more: 'More',
  video: 'A set from a video',
  length: (goal: string, length: string) => `${goal}, about ${length}`,
};

export const homeWords = wordsOf('home', home);
