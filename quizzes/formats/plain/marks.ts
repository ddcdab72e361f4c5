// How people mark an option as the right one.
export interface Marked {
  text: string;
  /** `maybe`: bold, which marks only where others are not. */
  mark: 'right' | 'maybe' | undefined;
}

const TICKS = '✓✔✅☑';
const WORD =
  '(?:correct|right|true answer|richtige?|korrekt|correcte?|bonne réponse|correct[ao]|corrett[ao]|poprawna|верно|правильно|doğru|đúng|juist|corect|正确|正解|정답|[✓✔✅]|x)';
const SAID = new RegExp(
  `\\s*(?:<?[-–—=]{1,3}[>]?|←|[([])\\s*${WORD}(?: (?:answer|option|choice|antwort|lösung|réponse|respuesta))?\\s*[)\\]]?\\s*$`,
  'iu',
);
const TICKED = new RegExp(`^[${TICKS}]\\uFE0F?\\s*|\\s*[${TICKS}]\\uFE0F?$`, 'u');
const CROSSED = /^[❌✗✘]\uFE0F?\s*|\s*[❌✗✘]\uFE0F?$/u;

const BOLD = /^(\*\*|__)(.+)\1$/;

/** @param text an option without its letter or bullet */
export function marked(text: string): Marked {
  const plain = text.replace(CROSSED, '').trim();
  const bold = BOLD.exec(plain)?.[2]?.trim();
  if (bold) return { text: marked(bold).text, mark: marked(bold).mark ?? 'maybe' };
  for (const sign of [TICKED, SAID]) {
    const rest = plain.replace(sign, '').trim();
    if (rest && rest !== plain) return { text: rest.replace(BOLD, '$2'), mark: 'right' };
  }
  // *so*, *so or so*, but not **so** nor 2*3.
  const starred = /^\*+(?=[^\s*])/.test(plain) || /[^\s*]\s?\*+$/.test(plain);
  const rest = plain.replace(/^\*+|\*+$/g, '').trim();
  return starred && rest ? { text: rest, mark: 'right' } : { text: plain, mark: undefined };
}
