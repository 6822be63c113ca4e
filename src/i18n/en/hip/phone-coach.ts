import type { PhoneWords } from '../../../coach/setup/gate-words.ts';
import { wordsOf } from '../../speaking.ts';

const WAISTBAND = 'Put the phone into your waistband at the back.';

/** What the coach says while a phone lies on the pelvis. */
export const phoneCoach: PhoneWords = {
  rules: {
    lying: {
      'pelvis-twist': {
        cue: 'Keep your buckle facing the ceiling.',
        explanation: 'Your pelvis rolled to one side, so that part did not come from the hip joint.',
      },
      'back-arch': {
        cue: 'Ribs down. Belt line heavy on the floor.',
        explanation: 'Your pelvis tipped forward and the lower back came off the floor.',
      },
    },
    kneeling: {
      'pelvis-list': {
        cue: 'Balance a glass of water on your back.',
        explanation: 'One side of your pelvis dropped, so that part did not come from the hip joint.',
      },
      'pelvis-twist': {
        cue: 'Both back pockets face straight back.',
        explanation: 'Your pelvis swung round with the foot, so that part did not come from the hip joint.',
      },
      'back-arch': { cue: 'Flat back, like a table top.', explanation: 'Your lower back sagged with the movement.' },
    },
    sitting: {
      'pelvis-list': {
        cue: 'Keep both halves of your seat heavy.',
        explanation: 'One side of your pelvis lifted, which takes the turn out of that hip.',
      },
    },
    standing: {
      'pelvis-list': {
        cue: 'Keep your belt level.',
        explanation: 'Your pelvis tipped to one side, so the leg went further than the hip did.',
      },
      'back-arch': {
        cue: 'Buckle up towards your ribs.',
        explanation: 'Your lower back hollowed, so the leg went further than the hip did.',
      },
    },
  },
  blind: 'Your phone watches your pelvis.',
  still: {
    lying: { what: 'Lay the phone on your lower belly.', todo: 'Screen up. Then lie still for a moment.' },
    kneeling: {
      what: 'Lay the phone flat on the back of your pelvis.',
      todo: 'Screen up, held by your waistband. Then keep still for a moment.',
    },
    sitting: { what: WAISTBAND, todo: 'Then sit still for a moment.' },
    standing: { what: WAISTBAND, todo: 'Then stand still for a moment.' },
  },
  move: {
    what: 'Tuck your pelvis, then let go.',
    todo: 'Slowly, buckle towards your ribs. It shows me how the phone lies.',
  },
  problem: {
    table: { what: 'Your phone does not move with you.', todo: 'Lay it on your pelvis.' },
    hand: { what: 'Your phone moves too much.', todo: 'Lay it down on your pelvis and take your hand away.' },
    crooked: { what: 'That was not quite straight.', todo: 'Once more: tuck your pelvis, let go.' },
    again: { what: 'Once more, please.', todo: 'Tuck your pelvis: flatten the lower back, then let go.' },
  },
  slid: { what: 'The phone slid.', todo: 'Lay it back and hold still.' },
  silent: { what: 'I hear nothing from your phone.', todo: 'Wake its screen.' },
  unused: { what: 'Your phone is not used in this set.', todo: 'We go on without it.' },
};

export const phoneCoachWords = wordsOf('phoneCoach', phoneCoach);
