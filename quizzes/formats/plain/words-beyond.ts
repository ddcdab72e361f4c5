// More languages; `words.ts` looks through all of them.
export interface Words {
  question: string;
  answer: string;
  key: string;
  explanation: string;
  yes: string;
  no: string;
}

export const MORE_WORDS: Record<string, Words> = {
  hu: {
    question: 'kérdés',
    answer: 'válasz|helyes válasz|megoldás',
    key: 'válaszok|megoldások',
    explanation: 'magyarázat',
    yes: 'igaz',
    no: 'hamis',
  },
  el: {
    question: 'ερώτηση',
    answer: 'απάντηση|σωστή απάντηση',
    key: 'απαντήσεις',
    explanation: 'εξήγηση',
    yes: 'σωστό',
    no: 'λάθος',
  },
  zh: {
    question: '问题|题目|第',
    answer: '答案|正确答案|参考答案',
    key: '答案|参考答案',
    explanation: '解析|解释',
    yes: '正确|对',
    no: '错误|错',
  },
  ja: { question: '問題|問|第', answer: '答え|正解|解答', key: '解答|正解', explanation: '解説', yes: '正しい', no: '誤り' },
  ko: { question: '문제|질문', answer: '정답|답', key: '정답', explanation: '해설|설명', yes: '참', no: '거짓' },
  ar: {
    question: 'السؤال|سؤال',
    answer: 'الإجابة(?: الصحيحة)?|الجواب',
    key: 'الإجابات',
    explanation: 'الشرح',
    yes: 'صحيح|صح',
    no: 'خطأ',
  },
  he: { question: 'שאלה', answer: 'תשובה(?: נכונה)?', key: 'תשובות', explanation: 'הסבר', yes: 'נכון', no: 'לא נכון' },
  th: { question: 'ข้อ', answer: 'เฉลย|คำตอบ', key: 'เฉลย', explanation: 'คำอธิบาย', yes: 'ถูก', no: 'ผิด' },
  hi: {
    question: 'प्रश्न',
    answer: 'उत्तर|सही उत्तर|जवाब',
    key: 'उत्तर कुंजी|उत्तर',
    explanation: 'व्याख्या|स्पष्टीकरण',
    yes: 'सत्य|सही',
    no: 'असत्य|गलत',
  },
  bn: { question: 'প্রশ্ন', answer: 'উত্তর|সঠিক উত্তর', key: 'উত্তরমালা|উত্তর', explanation: 'ব্যাখ্যা', yes: 'সত্য', no: 'মিথ্যা' },
  fa: {
    question: 'سوال|سؤال|پرسش',
    answer: 'پاسخ|پاسخ صحیح|پاسخ درست|جواب(?: صحیح)?|گزینه صحیح',
    key: 'پاسخنامه|پاسخ‌ها',
    explanation: 'توضیح',
    yes: 'درست',
    no: 'نادرست',
  },
  fi: {
    question: 'kysymys',
    answer: 'vastaus|oikea vastaus',
    key: 'vastaukset',
    explanation: 'selitys',
    yes: 'totta|oikein',
    no: 'väärin|epätosi',
  },
  da: {
    question: 'spørgsmål|spørsmål',
    answer: 'rigtigt? svar|korrekt svar|riktig svar|rett svar',
    key: 'svarnøgle|fasit',
    explanation: 'forklaring',
    yes: 'sandt',
    no: 'usant',
  },
  bg: {
    question: 'въпрос',
    answer: 'отговор|верен отговор|правилен отговор',
    key: 'отговори',
    explanation: 'обяснение',
    yes: 'вярно',
    no: 'невярно',
  },
  hr: {
    question: 'pitanje',
    answer: 'odgovor|točan odgovor|tačan odgovor|ispravan odgovor',
    key: 'odgovori|rješenja',
    explanation: 'objašnjenje',
    yes: 'točno|tačno',
    no: 'netočno|netačno',
  },
  sk: {
    question: 'otázka',
    answer: 'odpoveď|správna odpoveď',
    key: 'odpovede',
    explanation: 'vysvetlenie',
    yes: 'pravda',
    no: 'nepravda',
  },
  ca: {
    question: 'pregunta',
    answer: 'resposta|resposta correcta',
    key: 'solucionari',
    explanation: 'explicació',
    yes: 'cert|veritat',
    no: 'fals',
  },
};
