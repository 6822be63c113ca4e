import { wordsOf } from '../speaking.ts';

export const troubles = {
  'camera-denied': {
    title: 'The camera is not allowed',
    todo: 'Click the camera or lock symbol next to the address, allow the camera, then try again. The picture never leaves this device.',
  },
  'camera-denied-by-system': {
    title: 'The computer blocks the camera',
    todo: 'Open the privacy settings of the computer, allow the camera for this browser, then try again. You may have to restart the browser.',
  },
  'camera-busy': {
    title: 'The camera is in use',
    todo: 'Close video calls and other programs that use the camera, then try again.',
  },
  'camera-absent': {
    title: 'No camera found',
    todo: 'Plug one in, or look for a switch or a cover on yours. Then try again.',
  },
  'camera-unplugged': {
    title: 'The camera is gone',
    todo: 'Plug it in again, or choose another camera. What you did so far is kept.',
  },
  'camera-failed': {
    title: 'The camera did not start',
    todo: 'Unplug it and plug it in again, or choose another camera. Then try again.',
  },
  'camera-needs-https': {
    title: 'The camera needs a secure address',
    todo: 'Open the app at its https address, or at http://localhost on the computer it runs on.',
  },
  'file-not-video': {
    title: 'This file is not a video',
    todo: 'Choose a video file, for example MP4 or WebM.',
  },
  'file-codec-unsupported': {
    title: 'This browser can’t play the video',
    todo: 'Try another browser, or convert the video to WebM (VP9) or MP4 (H.264).',
  },
  'file-broken-off': {
    title: 'The video file is incomplete',
    todo: 'Copy the file again. Or record again, and wait until the recording is saved.',
  },
  'video-without-person': {
    title: 'Nobody in the video',
    todo: 'Choose a video that shows the whole body, filmed from the place in the drill’s drawing.',
  },
  'demo-missing': {
    title: 'The demo is missing',
    todo: 'Use the camera or open a video instead. Installing the app again brings the demo back.',
  },
  'app-file-missing': {
    title: 'A part of the app is missing',
    todo: 'Check your internet connection, then try again. If you run the app yourself, build it again and serve the whole folder.',
  },
  'weights-missing': {
    title: 'The body tracking could not be loaded',
    todo: 'Check your internet connection, then try again. If you run the app yourself, check that it is still running, or install it again.',
  },
  'weights-stalled': {
    title: 'The download has stopped',
    todo: 'Check your internet connection, then try again. Finished files are not downloaded twice. If that does not help, reload the page or restart the browser.',
  },
  'weights-corrupt': {
    title: 'A file of the body tracking is damaged',
    todo: 'Reload the page. If it happens again, install the app again.',
  },
  'no-backend': {
    title: 'This browser can’t run the body tracking',
    todo: 'Update the browser or try another one, such as a recent Chrome, Edge or Firefox.',
  },
  'wasm-off': {
    title: 'WebAssembly is switched off',
    todo: 'Allow it for this page, or use another browser. The timer needs no camera.',
  },
  'workers-off': {
    title: 'Background scripts are switched off',
    todo: 'Allow it for this page, or use another browser. The timer needs no camera.',
  },
  'frames-off': {
    title: 'This browser is too old to measure',
    todo: 'Update it, or use another browser. The timer needs no camera.',
  },
  'worker-crashed': {
    title: 'The measuring keeps stopping',
    todo: 'Close other programs and tabs, then reload the page. What you did so far is kept.',
  },
  'worker-stalled': {
    title: 'The measuring is stuck',
    todo: 'Close other programs and tabs, then reload the page. What you did so far is kept.',
  },
  'storage-unavailable': {
    title: 'Your sets can’t be saved',
    todo: 'You can still train. To keep your sets, use a normal window and allow this page to save data.',
  },
  'storage-late': {
    title: 'Your sets are not here yet',
    todo: 'You can train. Once it answers, your sets come, and what you did is saved.',
  },
  'storage-lost': {
    title: 'Your sets are gone',
    todo: 'Import your export under “Past sets”.',
  },
  'storage-newer': {
    title: 'A newer version has saved your sets',
    todo: 'Reload the page to get the newer version. Until then, what you do is kept in this tab only.',
  },
  'storage-blocked': {
    title: 'Another tab holds your sets',
    todo: 'Close the other tabs with the app. Then your sets come, and what you did here is saved.',
  },
  'storage-full': {
    title: 'No space left',
    todo: 'Export your sets to a file, then delete old ones under “Past sets”. Or free some disk space.',
  },
  'import-invalid': {
    title: 'This file can’t be imported',
    todo: 'Nothing was changed. Choose a file that was saved with “Export all”.',
  },
  'prescription-invalid': {
    title: 'This prescription can’t be read',
    todo: 'Nothing here was changed. Ask for the file or the code once more.',
  },
  unexpected: {
    title: 'Something unexpected went wrong',
    todo: 'Your saved sets are safe. Try again, or reload the page. If it happens again, the technical details tell more.',
  },
};

export const troubleWords = wordsOf('troubles', troubles);
