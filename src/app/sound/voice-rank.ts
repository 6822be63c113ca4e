/** Names of voices that are made for fun, or hard to understand: jokes of Apple's, its oldest ones, Eloquence, eSpeak and its variants. */
const POOR =
  /\b(albert|(bad|good) ?news|bahh|bells|boing|bubbles|cellos|jester|organ|superstar|trinoids|whisper|wobble|zarvox|fred|junior|kathy|ralph|eddy|flo|grand[mp]a|reed|rocko|sandy|shelley|eloquence)\b|e-?speak|\+/i;

/** What makers call their best voices. "Erweitert" is the word of a German Mac. */
const BEST = /premium|enhanced|erweitert|natural|neural|siri/i;

/** Voices that most computers have and that are easy to understand. */
const GOOD = /\b(samantha|daniel|karen|moira|tessa|zira|hazel|anna|petra|helena|katja|google)\b/i;

/** Regions that many people understand, for those whose own has no voice. */
const USUAL = ['en-US', 'en-GB', 'de-DE'];

/**
 * The order of two voices of one language: understandable before poor, this machine's before remote, then by region, quality and
 * the system's own choice.
 * @param languages the person's language tags, the preferred first
 */
export function compareVoices(
  a: SpeechSynthesisVoice,
  b: SpeechSynthesisVoice,
  languages: readonly string[] = [],
): number {
  const regions = [...languages, ...USUAL].map((tag) => tag.toLowerCase());
  const order = ({ name, voiceURI, lang, localService, default: isDefault }: SpeechSynthesisVoice): number => {
    const all = `${name} ${voiceURI}`;
    const tag = lang.replace('_', '-').toLowerCase();
    const region = regions.findIndex((wanted) => tag.startsWith(wanted));
    const quality = BEST.test(all) ? 0 : GOOD.test(all) ? 1 : 2;
    return (
      (POOR.test(all) ? 4000 : 0) +
      (localService ? 0 : 2000) +
      10 * (region < 0 ? regions.length : region) +
      2 * quality +
      (isDefault ? 0 : 1)
    );
  };
  return order(a) - order(b);
}
