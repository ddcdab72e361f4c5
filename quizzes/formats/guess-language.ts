// Few files say their language. Its letters tell, or the small words that every text has.

/** Kana before Han, Urdu's letters before Arabic's. */
const SCRIPTS: [RegExp, string][] = [
  [/[\p{sc=Hira}\p{sc=Kana}]/gu, 'ja'],
  [/\p{sc=Hang}/gu, 'ko'],
  [/\p{sc=Han}/gu, 'zh'],
  [/\p{sc=Thai}/gu, 'th'],
  [/\p{sc=Hebr}/gu, 'he'],
  [/[پچژگکی]/gu, 'fa'],
  [/\p{sc=Arab}/gu, 'ar'],
  [/\p{sc=Grek}/gu, 'el'],
  [/\p{sc=Deva}/gu, 'hi'],
  [/[іїєґ]/giu, 'uk'],
  [/\p{sc=Cyrl}/gu, 'ru'],
  [/[ơưăđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/giu, 'vi'],
];

const WORDS: Record<string, string> = {
  en: 'the of is in what which and to who how when where are was does did from many',
  de: 'der die das ist und welche welcher welches wie was wer wo in den von wann nicht ein eine',
  fr: 'le la les est de des quel quelle et qui dans du combien que une en où',
  es: 'el la los las es de qué cuál y en del quién cuántos una por dónde',
  it: 'il la le è di che quale e in del chi quanti una dove gli qual',
  pt: 'o a os as é de que qual e em do da quem quantos uma onde não',
  nl: 'de het een is van wat welke en in wie hoe waar niet zijn',
  pl: 'jest w co który która i na kto jak ile gdzie nie z jaki jakie',
  sv: 'och är vad vilken vilket i på en ett som hur var det den',
  da: 'og er hvad hvilken hvilket i på en et som hvor hvem det den',
  nb: 'og er hva hvilken hvilket i på en et som hvor hvem ikke det',
  fi: 'on mikä mitä kuka ja missä kuinka ei milloin mihin',
  cs: 'je co který která a v na kdo jak kolik kde se z',
  ro: 'este care ce și în de la cine câte unde cu un o',
  tr: 've bir hangi nedir kim kaç ne hangisi bu için mi',
  id: 'yang adalah apa dan di dari siapa berapa ini pada dengan',
  hu: 'az a és melyik mi ki hány hol egy van milyen',
};

const MOST_CHARACTERS = 50_000;

/** @returns a language tag; undefined where nothing tells */
export function guessLanguage(texts: readonly string[]): string | undefined {
  const text = texts.join('\n').slice(0, MOST_CHARACTERS);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const script = SCRIPTS.find(([pattern]) => (text.match(pattern)?.length ?? 0) > letters * 0.05);
  if (script) return script[1];
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const scores = Object.entries(WORDS).map(([language, list]) => {
    const small = new Set(list.split(' '));
    return { language, score: words.filter((word) => small.has(word)).length };
  });
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > Math.max(1, words.length * 0.05) ? best.language : undefined;
}
