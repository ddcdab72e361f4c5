// Letters before options, in the scripts that people number with.
const SCRIPTS = [
  'ABCDEFGH',
  'abcdefgh',
  'АБВГДЕЖЗИ',
  'абвгдежзи',
  'ΑΒΓΔΕΖΗΘ',
  'αβγδεζηθ',
  'أبجدهوزح',
  'ابتثجحخد',
  'אבגדהוזח',
  'कखगघङच',
  'অআইঈউঊ',
  'কখগঘঙচ',
  'กขคงจฉ',
  '가나다라마바',
  'ㄱㄴㄷㄹㅁㅂ',
  'アイウエオカ',
  '甲乙丙丁戊己',
  '①②③④⑤⑥⑦⑧',
  'ⒶⒷⒸⒹⒺⒻ',
];

/** For a class of a pattern. */
export const OPTION_LETTERS = [...new Set(SCRIPTS.join(''))].join('');

export const isFirstLetter = (letter: string): boolean => SCRIPTS.some((script) => script.startsWith(letter));

/** Signs that stand alone, without a bracket or a full stop. */
export const RINGED = '①②③④⑤⑥⑦⑧ⒶⒷⒸⒹⒺⒻ';
