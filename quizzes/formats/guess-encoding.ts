// Which old encoding a text is in: its letters tell, since another's would be rare ones.

const RUSSIAN = /[оеаинтсрвлкмдпуяыь]/g;

/** Letters that every text of a script is full of. */
const COMMON: [encoding: string, name: string, letters: RegExp][] = [
  ['windows-1251', 'Windows-1251', /[оеаинтсрвлкмдпуіяыь]/g],
  ['koi8-r', 'KOI8-R', RUSSIAN],
  ['ibm866', 'code page 866', RUSSIAN],
  ['windows-1253', 'Windows-1253', /[αοιετσνηυρπκςάέίό]/g],
  ['windows-1255', 'Windows-1255', /[א-ת]/g],
  ['windows-1256', 'Windows-1256', /[ا-غف-ي]/g],
  ['shift_jis', 'Shift JIS', /[ぁ-んァ-ンー、。問題選択肢正解説日本年月人大国中]/g],
  ['euc-kr', 'EUC-KR', /[가-힣]/g],
  ['gb18030', 'GB 18030', /[的一是不了人我在有他这中大来上个国到说们为子和你地出道也时年下列哪正确答案题选项，。？]/g],
  ['big5', 'Big5', /[的一是不了人我在有他這中大來上個國到說們為子和你地出道也時年下列哪正確答案題選項，。？]/g],
];

const WESTERN = 'windows-1252';
/** More than any language of Latin letters has beside ASCII. */
const FOREIGN_SHARE = 0.4;
const SAMPLE = 20_000;

/** Signs between letters that Windows-1252 has where Polish and Czech have letters. */
const CENTRAL = /[³¹](?=\p{Ll})|\p{L}[¿Ÿ¶¼¾]/gu;
/** Turkish has them where Icelandic has letters of its own. */
const TURKISH = /[ðþýÞÝ]/g;
const ICELANDIC = /[æáúÆ]/;

const countOf = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** Undefined where a byte means nothing in it. */
function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    // A letter may be cut at the sample's end.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

function latin(sample: Uint8Array): { encoding: string; name: string } {
  const text = new TextDecoder(WESTERN).decode(sample);
  if (countOf(text, CENTRAL) > 0) return { encoding: 'windows-1250', name: 'Windows-1250' };
  if (countOf(text, TURKISH) > 1 && !ICELANDIC.test(text)) return { encoding: 'windows-1254', name: 'Windows-1254' };
  return { encoding: WESTERN, name: 'Windows-1252' };
}

/** @param bytes no UTF-8 */
export function guessEncoding(bytes: Uint8Array): { encoding: string; name: string } {
  const sample = bytes.subarray(0, SAMPLE);
  const high = sample.filter((byte) => byte > 0x7f).length;
  const letters = sample.filter((byte) => (byte | 0x20) > 0x60 && (byte | 0x20) < 0x7b).length;
  if (high < FOREIGN_SHARE * (high + letters)) return latin(sample);
  const [best] = COMMON.flatMap(([encoding, name, pattern]) => {
    const text = decoded(sample, encoding);
    return text === undefined ? [] : [{ encoding, name, share: countOf(text, pattern) / text.replace(/[\0-\x7f]/g, '').length }];
  }).sort((a, b) => b.share - a.share);
  return best && best.share > 0.15 ? best : latin(sample);
}
