const FROM = '0123456789+-=()n';
const RAISED = [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ'];
const LOWERED = [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ'];

/** Raised or lowered characters where Unicode has them: 10² is not 102. */
export function scripted(text: string, how: 'sup' | 'sub'): string {
  const plain = text.trim().replaceAll('−', '-');
  if (!plain) return '';
  const at = [...plain].map((one) => FROM.indexOf(one));
  const found = at.map((index) => (how === 'sup' ? RAISED : LOWERED)[index]);
  if (found.every((one) => one !== undefined)) return found.join('');
  const mark = how === 'sup' ? '^' : '_';
  return plain.length === 1 ? `${mark}${plain}` : `${mark}(${plain})`;
}
