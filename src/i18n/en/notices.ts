import { wordsOf } from '../speaking.ts';

/** What the screen shows about a trouble that does not end the set. */
const shown = {
  workerRestarted:
    'The measurement stopped and was started again. The time goes on; numbers come back after three seconds still in the start position.',
  workerGaveUp: 'The measurement cannot be started again. The time goes on without numbers.',
  cameraLost: 'The camera is gone. The time goes on; plug it in again and the numbers come back.',
  otherCamera:
    'Another camera is there, but it sees you from elsewhere, so it is not used. The time goes on; plug yours in again and the numbers come back.',
  cameraSilent: 'The camera sends no picture. Look for a lid, a privacy switch or another program that uses it.',
  fileBrokeOff: 'The video breaks off here.',
  nobody: 'No person has been seen in this video so far.',
  storageFull: 'The browser has no room left. This set stays until the tab is closed: export it.',
  storageTrouble: 'This set cannot be saved in this browser. It stays until the tab is closed: export it.',
};

/** What the voice says about it. */
const spoken = {
  cameraLost: 'I have lost the camera. The time goes on.',
  armAgain: 'Raise an arm again to go on.',
  cameraBack: 'The camera is back.',
  otherCamera: 'There is another camera, but it stands elsewhere. I wait for yours.',
  cameraSilent: 'The camera sends no picture. The time goes on.',
  pictureBack: 'I have a picture again.',
  workerGaveUp: 'The measurement has stopped and does not start again. The time goes on without numbers.',
  hidden: 'The tab is hidden: I see nothing. The time goes on.',
};

/** What a camera does to its picture by itself; shown while the laptop is being placed. */
const remarks = {
  framing:
    'Your camera frames you by itself: it zooms and slides. Switch that off, in the video menu of the browser or of the system (“automatic framing”, “Center Stage”, “Studio Effects”), or I ask for your start each time.',
  blur: 'Your camera blurs the background, so I cannot tell whether the laptop moves. Switch the blur off in the video menu of the browser or of the system.',
  virtual:
    'The picture comes from a program, not from the camera itself. That works; if it freezes or zooms, choose the camera itself.',
};

/** Troubles of a running set. */
export const notices = { shown, spoken, remarks };

export const noticeWords = wordsOf('notices', notices);
