import type { BodyPose } from '../../../coach/drill-definition.ts';
import { wordsOf } from '../../speaking.ts';

const WAISTBAND = 'Put it into your waistband at the back, screen outwards.';

/** Each state of the connection: what it is, and what to do. */
const states = {
  preparing: { what: 'One moment', todo: '' },
  showing: { what: '', todo: '' },
  connecting: { what: 'I have read the code. Connecting.', todo: '' },
  apart: {
    what: 'Your phone and this computer can’t reach each other.',
    todo: 'Are both in the same Wi-Fi? A guest network often keeps devices apart: use the home network, or the phone’s own hotspot. A firewall may also be in the way.',
  },
  connected: { what: 'Your phone is connected.', todo: '' },
  asleep: { what: 'Your phone is asleep.', todo: 'Wake it and bring the Truehip page back. It goes on by itself.' },
  silent: { what: 'I get nothing from your phone.', todo: 'Is the page open and the screen on? It goes on by itself.' },
  'no-motion': {
    what: 'Your phone answers, but I get no motion from it.',
    todo: 'Load its page anew with a new code. Or try another browser on it.',
  },
  lost: { what: 'The connection to your phone is gone.', todo: 'Show a new code and scan it.' },
  stale: { what: 'The code is too old.', todo: 'It is good for two minutes. Show a new one.' },
  ended: { what: 'You ended it on the phone.', todo: '' },
  off: { what: '', todo: '' },
};

/** The laptop's side of the phone on the pelvis. */
export const phone = {
  heading: 'Your phone',
  lead: 'Laid on your pelvis, your phone feels each turn and tilt that a camera can only guess.',
  leadShin: 'Strapped to your shin, your phone measures how far the leg turns.',
  steps: [
    'Scan this code with your phone’s camera and open the page. If the phone warns of the page, see below.',
    'Tap Start on the phone.',
    'Hold the phone’s code in front of this camera, a hand’s length away.',
  ],
  codeLabel: 'QR code for your phone. It opens the address below it.',
  warning: 'If the phone warns of the page',
  warningText:
    'On your own computer Truehip made its certificate itself, and phones trust only those of known makers. If the address is the one below the code, go on: iPhone: “Show details”, then “visit this website”. Android: “Advanced”, then “Proceed”.',
  address: (url: string) => `It leads to ${url}`,
  nextAddress: 'Try another address',
  unreachable: {
    what: 'From this address your phone can’t reach me.',
    todo: 'Stop Truehip, start it with “npm start -- --lan”, then press “Show a new code”.',
  },
  states,
  /** Where it lies: on the pelvis in a position of the body, or on the shin. */
  lay: {
    lying: 'Lay it on your lower belly, below the navel, screen outwards.',
    sitting: WAISTBAND,
    standing: WAISTBAND,
    kneeling: 'Once you are on hands and knees, lay it flat on the sacrum, the bone above your buttocks.',
    shin: 'Strap it to the shin of the leg that is measured, half-way between knee and ankle. It must not slip. Which way round does not matter.',
  } satisfies Readonly<Record<BodyPose | 'shin', string>>,
  refused: {
    unreadable: {
      what: 'Your phone sent something that I can’t read.',
      todo: 'I have ended the connection. Reload this page and scan a new code.',
    },
    'no-network': {
      what: 'This computer is in no network.',
      todo: 'Join the Wi-Fi that your phone is in, then show a new code.',
    },
    unsupported: { what: 'This browser can’t talk to a phone.', todo: 'Try Chrome, Edge, Firefox or Safari.' },
  },
  troubles: {
    other: 'That is another code. Show the one on the Truehip page of your phone.',
    old: 'That code belongs to an older one of mine. Scan the code on this screen again.',
  },
  newCode: 'Show a new code',
  disconnect: 'Disconnect',
};

export const phoneWords = wordsOf('phone', phone);
