// What columns of question tables are called, in the programs and languages that people use.

export type Role =
  | 'text'
  | 'option'
  | 'options'
  | 'wrong'
  | 'right'
  /** Whether the option beside it is right. */
  | 'flag'
  | 'seconds'
  | 'explanation'
  | 'picture'
  | 'type'
  | 'number'
  | 'other';

export interface Column {
  role: Role | undefined;
  /** As it stands in the file. */
  name: string;
}

const withoutAccents = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();

/** Without accents, remarks in brackets and what follows a dash: `Answer 1 - max 75 characters` is `answer 1`. */
export const plainName = (cell: string): string =>
  withoutAccents(cell.replace(/(\p{Ll})(?=\p{Lu}\p{Ll})/gu, '$1 '))
    .replace(/\([^)]*\)?|\[[^\]]*\]?/g, ' ')
    .replace(/:\s.*$/s, '')
    .replace(/[_.:*?¿)]/g, ' ')
    .replace(/\s[-–—]\s.*$/s, '')
    .replace(/\s+/g, ' ')
    .trim();

const words = (list: string) => withoutAccents(list).split(' ').join('|');

const QUESTION = words(
  'question questions intitule enunciado q ques qn frage fragetext fragestellung pregunta domanda pergunta questao vraag pytanie вопрос питання soru fraga sporgsmal spørgsmal sporsmal spørsmal kysymys otazka kerdes intrebare ερωτηση prompt stem statement aussage 問題 题目 題目 問 题 问题 質問 問題文 设问 试题 题干 問題内容 题目内容 问题内容 문제 질문 pertanyaan soal คาถาม السؤال سؤال שאלה',
);
const ANSWER = words(
  'answer answers ans option options opt choice choices antwort antworten antwortmoglichkeit alternative alternativa alternativas alt respuesta respuestas opcion opciones reponse reponses choix risposta risposte opzione resposta opcao antwoord antwoorden optie odpowiedz odpowiedzi ответ вариант відповідь secenek cevap svar svarsalternativ vastaus vaihtoehto odpoved valasz raspuns απαντηση 選択肢 选项 答案 回答 보기 선택지 답 proposition propositions jawaban pilihan opsi اجابة תשובה',
);
const RIGHT = words(
  'correct right richtig richtige korrekt korrekte correcta correctas correcte correcto corretta corretto correta correto gabarito bonne bonnes juste exacte goede juist juiste prawidlowa poprawna правильный верный правильна dogru ratt ratta rett rigtig riktig korrekta oikea spravna helyes corect corecta σωστη 正解 正确 正確 标准 参考 正しい 정답 benar dung صحيحة נכונה',
);
const WRONG = words(
  'incorrect wrong false falsche falsch incorrecta incorrectas sbagliata errata incorreta errada mauvaise fausse foute verkeerde bledna неправильный неверный yanlis fel felaktig feil forkert distractor distraktor decoy',
);
const SIGN = String.raw`[#\d]+|[a-h]|one|two|three|four|five|six|1st|2nd|3rd|[4-8]th`;

const PATTERNS: [RegExp, Role][] = [
  [/^(question|frage|pregunta)? ?(#|no|s ?no|sl ?no|sr ?no|nr|n°|no°|num|number|nummer|numero|id|index|№)$/, 'number'],
  [/^(question |item |frage ?)?(type|typ|kind|art|fragentyp|fragetyp|tipo|format|тип)( of question| de pregunta)?$/, 'type'],
  [
    /^((answer|question|correct answer|time)? ?(explanation|rationale|feedback|comment|reasoning)|erklarung|begrundung|explicacion|retroalimentacion|comentario|commentaire|hinweis|anmerkung|explication|spiegazione|explicacao|uitleg|wyjasnienie|объяснение|aciklama|forklaring|forklaring|解説|解释|解析|해설|penjelasan)$/,
    'explanation',
  ],
  [
    /^(time|time limit|timer|limite d[ei] (?:tiempo|temps|tempo)|temps limite|tempo limite|limit czasu|tidsgrense|batas waktu|time in seconds|seconds|second|secs|sec|duration|zeit|zeitlimit|sekunden|tiempo|tiempo limite|segundos|temps|duree|tempo|secondi|tijd|tijdslimiet|czas|время|sure|tid|tidsgrans|aika|cas|ido|timp|時間|时间|시간|waktu)( seconds?| sec| limit)?$/,
    'seconds',
  ],
  [
    /^(question )?(image|picture|photo|media|bild|imagen|immagine|imagem|afbeelding|obraz)s?( link| url| file| address)?$/,
    'picture',
  ],
  [/^(?=.*[ \d]).*\b(image|img|picture|photo|media|audio|video)s?( url| link| file)?$/, 'other'],
  [
    /^(category|categories|topic|subject|difficulty|level|tag|tags|points|score|standard|hint|video|audio|kategorie|thema|punkte)$/,
    'other',
  ],
];

const own = (pattern: string) => new RegExp(`^(?:${pattern})$`, 'u');
const SOME_WRONG = own(`(?:${WRONG})(?: (?:${ANSWER}))?(?: ?(?:${SIGN}))?|(?:${ANSWER}) (?:${WRONG})(?: ?(?:${SIGN}))?`);
const SOME_RIGHT = own(
  `(?:the )?(?:${RIGHT})(?: (?:${ANSWER}|index|letter|number|key|id|text|value))*(?: ?(?:#|\\d))?|(?:正确|正確|标准|参考|標準)答案|正しい答え|정답 ?번호|답안|(?:${ANSWER}) (?:${RIGHT}|key)|(?:answer|option) (?:index|letter|number|#)|(?:true|t)(?:/| or )(?:false|f)|(?:wahr|richtig)/falsch|solution|solutions|losung|key|reponse exacte|correctanswer|correctoption|correctindex`,
);
const SOME_OPTION = own(`(?:${ANSWER}) ?(?:${SIGN})(?: text)?|(?:${SIGN}) ?(?:${ANSWER})|[a-h]|[1-8]`);
const SOME_TEXT = own(`(?:the )?(?:${QUESTION})(?: (?:text|title|name|stem|body|content))?|title text|cau hoi|noi dung cau hoi`);
const SOME_FLAG = own(
  `(?:(?:${ANSWER}) ?)?(?:(?:${SIGN}) )?(?:is |est |es )?(?:${RIGHT}|true|correctness|korrektheit)(?: ?(?:${ANSWER}))?(?: ?(?:${SIGN}))?`,
);

/** Beside an option: whether it is right. */
export const isFlagName = (cell: string): boolean => cell.length < 100 && SOME_FLAG.test(plainName(cell));

/** In one cell, or what is right where the options have columns of their own. */
const BARE = own(ANSWER);
/** `Option` alone, without a number. */
export const isAnswerName = (cell: string): boolean => cell.length < 100 && BARE.test(plainName(cell).replace(/ text$/, ''));
const BARE_MANY =
  /^(?:answer |possible |all )?(options|choices|answers|antworten|opciones|respuestas|reponses|risposte|alternativas|odpowiedzi|选项|選択肢)$/;

const NAMES_QUESTION = new RegExp(`(?:^| )(?:${QUESTION})(?:$| )`, 'u');

/** Where no column is called so exactly. */
export const namesQuestion = (cell: string): boolean => cell.length < 100 && NAMES_QUESTION.test(plainName(cell));

/** What a column is for, by its name; undefined: no name that is known. */
export function roleOf(cell: string): Role | undefined {
  if (cell.length > 200) return undefined;
  const name = plainName(cell);
  if (!name) return undefined;
  const found = PATTERNS.find(([pattern]) => pattern.test(name));
  if (found) return found[1];
  if (SOME_WRONG.test(name)) return 'wrong';
  if (SOME_RIGHT.test(name)) return 'right';
  if (SOME_OPTION.test(name)) return 'option';
  if (SOME_TEXT.test(name)) return 'text';
  if (BARE_MANY.test(name)) return 'options';
  return BARE.test(name) ? 'right' : undefined;
}
