import { wordsOf } from '../speaking.ts';

/** What the screen shows about a trouble that does not end the set. */
const shown = {
  workerRestarted:
    'The measuring stopped and was restarted. The clock runs on. To get numbers back, hold the start position for three seconds.',
  workerGaveUp: 'The measuring can’t be restarted. The clock runs on without numbers.',
  cameraLost: 'The camera is gone. Plug it in again to get numbers back. The clock runs on.',
  otherCamera:
    'I found another camera, but it sees you from somewhere else, so I don’t use it. Plug yours in again to get numbers back. The clock runs on.',
  cameraSilent:
    'The camera sends no picture. Check its cover and privacy switch, and close other programs that use it.',
  fileBrokeOff: 'The video file ends here, too early.',
  storageFull: 'The browser has no space left. Export this set before you close the tab, or it is lost.',
  soundHeldBack: 'The sound was taken away. Press any key or click to get it back.',
  waited: 'You couldn’t hear the change, so the set waited for you.',
  networkOut: {
    pelvis:
      'Part of the body tracking is missing, so I see your pelvis poorly or not at all. Reload the page after this set.',
  },
  voice: {
    broken: 'I can’t speak right now. Three tones mean: look at the screen.',
    none: 'This browser has no voice in English. Three tones mean: look at the screen.',
  },
  storageTrouble: 'This browser can’t save the set. Export it before you close the tab, or it is lost.',
};

const spoken = {
  cameraLost: 'I lost the camera. Plug it in again. The clock runs on.',
  armAgain: 'Raise your arm again to continue.',
  cameraBack: 'The camera is back.',
  otherCamera: 'That is a different camera. Plug yours in again, I’ll wait.',
  cameraSilent: 'Check the camera: I get no picture. The clock runs on.',
  pictureBack: 'I can see again.',
  workerGaveUp: 'The measuring has stopped. Go on by the clock, without numbers.',
  networkOut: {
    pelvis: 'Part of the body tracking is missing. I see your pelvis poorly, or not at all.',
  },
  broke: 'Something went wrong, so the set has stopped here. Come to the screen when you can.',
  hidden: 'Bring this tab to the front: I see nothing. The clock runs on.',
};

/** What a camera does to its picture by itself; shown while the laptop is being placed. */
const remarks = {
  framing:
    'Your camera follows you: it zooms and moves by itself. Switch that off in the video menu of the browser or the computer (“automatic framing”, “Center Stage”, “Studio Effects”). If not, I have to set your start again each time.',
  blur: 'Your camera blurs the background, so I can’t tell whether the laptop moves. Switch the blur off in the video menu of the browser or the computer.',
  virtual:
    'The picture comes from a program, not straight from the camera. That works. If it freezes or zooms, choose the camera itself.',
};

export const notices = { shown, spoken, remarks };

export const noticeWords = wordsOf('notices', notices);
