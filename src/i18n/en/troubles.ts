import { wordsOf } from '../speaking.ts';

export const troubles = {
  'camera-denied': {
    title: 'The camera is not allowed',
    happened: 'This page is blocked from using the camera.',
    todo: 'Click the camera or lock symbol next to the address, allow the camera, then try again. The picture never leaves this device.',
  },
  'camera-denied-by-system': {
    title: 'The computer blocks the camera',
    happened: 'You allowed this page to use the camera, but the computer does not let the browser have it.',
    todo: 'Open the privacy settings of the computer, allow the camera for this browser, then try again. You may have to restart the browser.',
  },
  'camera-busy': {
    title: 'The camera is in use',
    happened: 'The camera did not start. Another program or tab may be using it.',
    todo: 'Close video calls and other programs that use the camera, then try again.',
  },
  'camera-absent': {
    title: 'No camera found',
    happened: 'The browser finds no camera on this computer.',
    todo: 'Plug one in, or look for a switch or a cover on yours. Then try again.',
  },
  'camera-unplugged': {
    title: 'The camera is gone',
    happened: 'The camera stopped sending pictures. It may be unplugged or switched off.',
    todo: 'Plug it in again, or choose another camera. What you did so far is kept.',
  },
  'camera-failed': {
    title: 'The camera did not start',
    happened: 'The browser got no picture from the camera.',
    todo: 'Unplug it and plug it in again, or choose another camera. Then try again.',
  },
  'camera-needs-https': {
    title: 'The camera needs a secure address',
    happened: 'Browsers only give the camera to pages with https:// or on this computer itself.',
    todo: 'Open the app at its https address, or at http://localhost on the computer it runs on.',
  },
  'file-not-video': {
    title: 'This file is not a video',
    happened: 'The browser finds no moving picture in it.',
    todo: 'Choose a video file, for example MP4 or WebM.',
  },
  'file-codec-unsupported': {
    title: 'This browser can’t play the video',
    happened: 'The video is of a kind that this browser does not know, or it is damaged.',
    todo: 'Try another browser, or convert the video to WebM (VP9) or MP4 (H.264).',
  },
  'file-broken-off': {
    title: 'The video file is incomplete',
    happened: 'The end of the file is missing, so it can’t be played.',
    todo: 'Copy the file again. Or record again, and wait until the recording is saved.',
  },
  'video-without-person': {
    title: 'Nobody in the video',
    happened: 'I found no person in the whole video, so there is nothing to measure.',
    todo: 'Choose a video that shows the whole body, filmed from the place in the drill’s drawing.',
  },
  'demo-missing': {
    title: 'The demo is missing',
    happened: 'This copy of the app came without the demo clip.',
    todo: 'Use the camera or open a video instead. Installing the app again brings the demo back.',
  },
  'app-file-missing': {
    title: 'A part of the app is missing',
    happened: 'One of the files that the app is made of could not be loaded.',
    todo: 'Check your internet connection, then try again. If you run the app yourself, build it again and serve the whole folder.',
  },
  'weights-missing': {
    title: 'The body tracking could not be loaded',
    happened: 'Some of its files could not be downloaded.',
    todo: 'Check your internet connection, then try again. If you run the app yourself, check that it is still running, or install it again.',
  },
  'weights-stalled': {
    title: 'The download has stopped',
    happened: 'The download of the body tracking began, then no more data came, even after several tries.',
    todo: 'Check your internet connection, then try again. Finished files are not downloaded twice. If that does not help, reload the page or restart the browser.',
  },
  'weights-corrupt': {
    title: 'A file of the body tracking is damaged',
    happened: 'It is not the file it should be, so I don’t use it.',
    todo: 'Reload the page. If it happens again, install the app again.',
  },
  'no-backend': {
    title: 'This browser can’t run the body tracking',
    happened: 'I tried every way of computing in this browser on a test picture. None gave the right answer.',
    todo: 'Update the browser or try another one, such as a recent Chrome, Edge or Firefox.',
  },
  'wasm-off': {
    title: 'WebAssembly is switched off',
    happened: 'A security mode of this browser does that. Without it I can hardly measure.',
    todo: 'Allow it for this page, or use another browser. The timer needs no camera.',
  },
  'workers-off': {
    title: 'Background scripts are switched off',
    happened: 'This browser runs no part of a page in the background. So I can’t measure.',
    todo: 'Allow it for this page, or use another browser. The timer needs no camera.',
  },
  'frames-off': {
    title: 'This browser is too old to measure',
    happened: 'It does not hand over the pictures of a camera.',
    todo: 'Update it, or use another browser. The timer needs no camera.',
  },
  'worker-crashed': {
    title: 'The measuring keeps stopping',
    happened: 'The part of the app that measures has crashed several times in a row.',
    todo: 'Close other programs and tabs, then reload the page. What you did so far is kept.',
  },
  'worker-stalled': {
    title: 'The measuring is stuck',
    happened: 'The part of the app that measures has not answered for a long time.',
    todo: 'Close other programs and tabs, then reload the page. What you did so far is kept.',
  },
  'storage-unavailable': {
    title: 'Your sets can’t be saved',
    happened: 'This browser lets the app save nothing. That is usual in a private window.',
    todo: 'You can still train. To keep your sets, use a normal window and allow this page to save data.',
  },
  'storage-late': {
    title: 'Your sets are not here yet',
    happened: 'The browser’s storage does not answer yet.',
    todo: 'You can train. Once it answers, your sets come, and what you did is saved.',
  },
  'storage-lost': {
    title: 'Your sets are gone',
    happened: 'The browser made its storage anew.',
    todo: 'Import your export under “Past sets”.',
  },
  'storage-newer': {
    title: 'A newer version has saved your sets',
    happened: 'This older version of the app can’t read them and leaves them as they are.',
    todo: 'Reload the page to get the newer version. Until then, what you do is kept in this tab only.',
  },
  'storage-blocked': {
    title: 'Another tab holds your sets',
    happened: 'An older version of the app is open in another tab and keeps this one from your sets.',
    todo: 'Close the other tabs with the app. Then your sets come, and what you did here is saved.',
  },
  'storage-full': {
    title: 'No space left',
    happened: 'The browser has no more space for your sets.',
    todo: 'Export your sets to a file, then delete old ones under “Past sets”. Or free some disk space.',
  },
  'import-invalid': {
    title: 'This file can’t be imported',
    happened: 'It is not an export of this app, or it is damaged. Nothing was changed.',
    todo: 'Choose a file that was saved with “Export all”.',
  },
  'prescription-invalid': {
    title: 'This prescription can’t be read',
    happened: 'It is damaged, was changed, or comes from a newer Truehip. Nothing here was changed.',
    todo: 'Ask for the file or the code once more.',
  },
  unexpected: {
    title: 'Something unexpected went wrong',
    happened: 'Your saved sets are safe.',
    todo: 'Try again, or reload the page. If it happens again, the technical details tell more.',
  },
};

export const troubleWords = wordsOf('troubles', troubles);
