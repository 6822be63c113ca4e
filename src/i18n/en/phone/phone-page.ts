/** The page on the phone. It is a small page of its own and loads no other texts. */
export const phonePage = {
  title: 'Truehip: phone',
  noCode: {
    what: 'Scan the code on your laptop',
    todo: 'This page starts with the code that Truehip shows on your laptop. Open your phone’s camera and point it at that code.',
  },
  begin: {
    what: 'Your phone feels how you move',
    todo: 'It reads how it is turned and sends that to your laptop, nowhere else. Nothing is stored here.',
    button: 'Start',
  },
  denied: {
    what: 'Motion is not allowed',
    todo: 'iPhone: close this page, scan the code again and tap Allow. Android: tap the sign beside the address, then Permissions, and allow motion sensors. Then scan again.',
  },
  noMotion: {
    what: 'This phone gives no motion',
    todo: 'Try another browser: Safari on an iPhone, Chrome on Android. In private mode it may be switched off.',
  },
  preparing: { what: 'One moment', todo: '' },
  showing: {
    what: 'Show this code to your laptop',
    todo: 'Hold the phone in front of its camera, a hand’s length away.',
    label: 'QR code for the laptop’s camera',
  },
  connected: {
    what: 'Connected',
    todo: 'Lay the phone as your laptop says, then leave it alone. Keep this page open.',
    end: 'End',
  },
  silent: { what: 'I don’t hear your laptop', todo: 'Stay in the same Wi-Fi. I go on by myself when it comes back.' },
  stale: {
    what: 'That code is too old',
    todo: 'Show a new code on your laptop and scan it. A code is good for one phone and two minutes.',
  },
  lost: { what: 'The connection is gone', todo: 'Press “Show a new code” on your laptop and scan it.' },
  ended: { what: 'Done', todo: 'You can close this page.' },
  noNetwork: {
    what: 'This phone is in no Wi-Fi',
    todo: 'Join the Wi-Fi that your laptop is in, then scan the code again.',
  },
  unsupported: { what: 'This browser can’t do it', todo: 'Try Safari on an iPhone, or Chrome on Android.' },
  /** Where the screen cannot be kept on. */
  awake:
    'The screen may switch off, and then nothing is sent. Let it stay on longer in the phone’s display settings, and end low power mode.',
};
