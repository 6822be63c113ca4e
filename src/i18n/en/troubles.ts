import { wordsOf } from '../speaking.ts';

/** Error messages, by code. */
export const troubles = {
  'camera-denied': {
    title: 'The camera is not allowed',
    happened: 'The browser was told not to let this page use the camera.',
    todo: 'Click the camera or lock sign beside the address, allow the camera, then try again. The picture never leaves this computer.',
  },
  'camera-denied-by-system': {
    title: 'The computer blocks the camera',
    happened: 'This page may use the camera, but the computer does not let the browser have it.',
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
    todo: 'Plug one in, or switch it on if it has a switch or a cover, then try again.',
  },
  'camera-unplugged': {
    title: 'The camera is gone',
    happened: 'The camera stopped sending pictures: it was unplugged or switched off.',
    todo: 'Plug it in again, or choose another camera. What was measured so far is kept.',
  },
  'camera-failed': {
    title: 'The camera did not start',
    happened: 'The browser could not get a picture from the camera.',
    todo: 'Unplug it and plug it in again, or choose another camera, then try again.',
  },
  'camera-needs-https': {
    title: 'The camera needs a safe address',
    happened: 'Browsers give the camera only to pages at https:// or on this computer itself.',
    todo: 'Open the app at its https address, or at http://localhost on the computer it runs on.',
  },
  'file-not-video': {
    title: 'This file is not a video',
    happened: 'The browser finds no moving picture in the file.',
    todo: 'Choose a video file, for example MP4 or WebM.',
  },
  'file-codec-unsupported': {
    title: 'This browser cannot play the video',
    happened: 'The file is a video, but of a kind that this browser cannot show, or it is damaged.',
    todo: 'Try another browser, or convert the video to WebM (VP9) or to MP4 (H.264).',
  },
  'file-broken-off': {
    title: 'The video is broken off',
    happened: 'The file ends before its index, so nothing says where its pictures are.',
    todo: 'Copy the file again, or record again and wait until the recording has been saved.',
  },
  'video-without-person': {
    title: 'Nobody was seen',
    happened: 'No person was found in the whole video, so there is nothing to measure.',
    todo: 'Choose a video in which the whole body can be seen, from the place the drill asks for.',
  },
  'demo-missing': {
    title: 'The demo is missing',
    happened: 'The built-in clip is not part of this copy of the app.',
    todo: 'Use the camera or open a video instead. Installing the app again brings the demo back.',
  },
  'weights-missing': {
    title: 'The pose model is missing',
    happened: 'The files of the pose model could not be fetched from where the app is served.',
    todo: 'Check that the app is still being served, then try again. If that does not help, install it again.',
  },
  'weights-stalled': {
    title: 'The download of the pose model has stopped',
    happened: 'It began, then no more data came. It was asked for again several times.',
    todo: 'Check the network, then try again: what has arrived in whole files is not fetched twice. If that does not help, reload the page or close and open the browser.',
  },
  'weights-corrupt': {
    title: 'The pose model is damaged',
    happened: 'A file of the pose model is not the one it should be, so it is not used.',
    todo: 'Reload the page. If it happens again, install the app again.',
  },
  'no-backend': {
    title: 'This browser cannot run the pose model',
    happened: 'None of the ways to compute in this browser gave the right answer on a test picture.',
    todo: 'Update the browser or try another one, such as a recent Chrome, Edge or Firefox.',
  },
  'worker-crashed': {
    title: 'The measurement keeps stopping',
    happened: 'The part of the app that measures broke off several times in a row.',
    todo: 'Close other programs and tabs, then reload the page. What was measured so far is kept.',
  },
  'worker-stalled': {
    title: 'The measurement hangs',
    happened: 'The part of the app that measures did not answer for a long time.',
    todo: 'Close other programs and tabs, then reload the page. What was measured so far is kept.',
  },
  'storage-unavailable': {
    title: 'Sets cannot be kept',
    happened: 'The browser does not let the app store anything, for example in a private window.',
    todo: 'You can train all the same. To keep your sets, use a normal window and allow this page to store data.',
  },
  'storage-full': {
    title: 'There is no room left',
    happened: 'The browser has no more room to store sets.',
    todo: 'Save old sets to a file, then delete them under past sets, or free some disk space.',
  },
  'import-invalid': {
    title: 'This file cannot be read in',
    happened: 'The file is not an export of this app, or it is damaged. Nothing was changed.',
    todo: 'Choose a file that was saved with “Export”.',
  },
  unexpected: {
    title: 'Something went wrong',
    happened: 'The app met with a trouble it does not know. What was stored so far is kept.',
    todo: 'Try again, or reload the page. If it happens again, the diagnostics tell more.',
  },
};

export const troubleWords = wordsOf('troubles', troubles);
