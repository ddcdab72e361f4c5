// What people of several languages write beside questions, and how lines with it are found.
import { MORE_WORDS, type Words } from './words-beyond.ts';

const WORDS: Record<string, Words> = {
  en: {
    question: 'question|ques|q',
    answer: 'answers?|ans|correct answers?|right answers?|correct option|correct|solution',
    key: 'answer key|answers key|answer sheet|answers|correct answers|key|solutions',
    explanation: 'explanation|reason|rationale|justification|note|feedback',
    yes: 'true|t|yes',
    no: 'false|f|no',
  },
  de: {
    question: 'frage',
    answer:
      'antwort(?:en)?|lösung(?:en)?|richtige?n? antwort(?:en)?|korrekte? antwort(?:en)?|richtige lösung|richtig(?: ist)?|korrekt',
    key: 'lösungen|lösungsschlüssel|antworten|auflösung',
    explanation: 'erklärung|begründung|hinweis',
    yes: 'wahr|richtig|ja|stimmt',
    no: 'falsch|nein|stimmt nicht',
  },
  fr: {
    question: 'question',
    answer: 'réponses?|bonnes? réponses?|réponses? correctes?|solution',
    key: 'réponses|corrigé|solutions',
    explanation: 'explication|justification',
    yes: 'vrai|oui',
    no: 'faux|non',
  },
  es: {
    question: 'pregunta',
    answer: 'respuestas?|respuestas? correctas?|solución|correcta',
    key: 'respuestas|soluciones|solucionario',
    explanation: 'explicación|justificación(?: técnica)?|retroalimentación',
    yes: 'verdadero|sí',
    no: 'falso',
  },
  it: {
    question: 'domanda',
    answer: 'risposta|risposte|rispost[ae] corrett[ae]|soluzione',
    key: 'risposte|soluzioni',
    explanation: 'spiegazione',
    yes: 'vero|sì',
    no: 'falso',
  },
  pt: {
    question: 'pergunta|questão',
    answer: 'respostas?|respostas? corret[ao]s?|gabarito',
    key: 'respostas|gabarito',
    explanation: 'explicação',
    yes: 'verdadeiro|sim',
    no: 'falso|não',
  },
  nl: {
    question: 'vraag',
    answer: 'antwoord(?:en)?|juiste antwoord|goede antwoord|correcte? antwoord',
    key: 'antwoorden',
    explanation: 'uitleg',
    yes: 'waar|juist|ja',
    no: 'onwaar|onjuist|nee',
  },
  pl: {
    question: 'pytanie',
    answer: 'odpowiedź|odpowiedzi|odp|poprawna odpowiedź|prawidłowa odpowiedź',
    key: 'odpowiedzi|klucz odpowiedzi|klucz',
    explanation: 'wyjaśnienie',
    yes: 'prawda|tak',
    no: 'fałsz|nie',
  },
  ro: {
    question: 'întrebarea|întrebare',
    answer: 'răspuns(?:uri)?|răspuns(?:ul)? corect',
    key: 'răspunsuri|barem',
    explanation: 'explicație',
    yes: 'adevărat',
    no: 'fals',
  },
  ru: {
    question: 'вопрос',
    answer: 'ответы?|правильный ответ|верный ответ|правильные ответы',
    key: 'ответы|ключ|ключи',
    explanation: 'пояснение|объяснение|комментарий',
    yes: 'верно|правда|да',
    no: 'неверно|ложь|нет',
  },
  uk: {
    question: 'питання|запитання',
    answer: 'відповід[ьі]|правильна відповідь',
    key: 'відповіді|ключ',
    explanation: 'пояснення',
    yes: 'правда|так',
    no: 'неправда|ні',
  },
  tr: {
    question: 'soru',
    answer: 'cevap(?:lar)?|doğru cevap|yanıt',
    key: 'cevaplar|cevap anahtarı',
    explanation: 'açıklama',
    yes: 'doğru',
    no: 'yanlış',
  },
  vi: {
    question: 'câu(?: hỏi)?',
    answer: 'đáp án(?: đúng)?|trả lời',
    key: 'đáp án',
    explanation: 'giải thích',
    yes: 'đúng',
    no: 'sai',
  },
  id: {
    question: 'soal|pertanyaan',
    answer: 'jawaban(?: benar)?|kunci',
    key: 'kunci jawaban|jawaban',
    explanation: 'penjelasan',
    yes: 'benar',
    no: 'salah',
  },
  sv: {
    question: 'fråga',
    answer: 'svar|rätt svar|facit',
    key: 'facit|svar',
    explanation: 'förklaring',
    yes: 'sant',
    no: 'falskt',
  },
  cs: {
    question: 'otázka',
    answer: 'odpověď|správná odpověď|řešení',
    key: 'odpovědi|řešení',
    explanation: 'vysvětlení',
    yes: 'pravda|ano',
    no: 'nepravda',
  },
  ...MORE_WORDS,
};

/** All languages' words, divided by bars, so that none may stand in a group; longest first, so that none hides another. */
export function wordsFor(what: keyof Words): string {
  const all = new Set(Object.values(WORDS).flatMap((words) => words[what].split('|')));
  return [...all].sort((a, b) => b.length - a.length).join('|');
}

const isWord = (what: keyof Words, text: string, words: Words) => new RegExp(`^(?:${words[what]})$`, 'iu').test(text);

/** The first language that has this word beside answers; undefined: none, or English, which people of any language write. */
export function languageOf(answerWord: string): string | undefined {
  const found = Object.entries(WORDS).find(([, words]) => isWord('answer', answerWord.trim(), words))?.[0];
  return found === 'en' ? undefined : found;
}

const YES = new RegExp(`^(?:${wordsFor('yes')})$`, 'iu');
const NO = new RegExp(`^(?:${wordsFor('no')})$`, 'iu');

/** @returns undefined: neither */
export function truthOf(text: string): boolean | undefined {
  const word = text.trim().replace(/[.!]$/, '');
  return YES.test(word) ? true : NO.test(word) ? false : undefined;
}
