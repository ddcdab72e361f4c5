const FIRST =
  'Ann Bo Priya Tomás Łucja Mehmet Yuki Fatima Olu Søren Zoë Ravi Chloé Dmitri Nia Hugo Ingrid Mateo Leila Kwame Freya Arjun Noor Jonas Mina Björn Aisha Luca Sana Emil'.split(
    ' ',
  );
const MORE = ['', ' B.', ' the Great', '99', ' from 4b', ' Q', '_x', ' & Sam', ' Mc', ' III'];

export const nicknames = (count: number): string[] =>
  Array.from(
    { length: count },
    (_, i) => `${FIRST[(i * 7) % FIRST.length]}${MORE[(Math.floor(i / FIRST.length) + i) % MORE.length]}${i >= 280 ? i : ''}`,
  );
