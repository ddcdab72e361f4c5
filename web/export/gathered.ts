import { filesNamed } from '../../game/quiz/files-named.ts';
import type { Draft } from '../../game/quiz/library.ts';
import { parseQuiz, type Quiz } from '../../game/quiz/quiz.ts';
import type { TakenAlong } from '../../quizzes/formats/out/quizcast-file.ts';
import { gatherQuiz } from '../connection/gather-quiz.ts';
import type { Request } from '../connection/requests.ts';
import { mediaAddress } from '../ui/media-address.ts';

/** An own quiz with all that its files are made of. */
export interface Gathered {
  whole: TakenAlong;
  /** What can be played of it, and as which questions; undefined: nothing. */
  finished: { quiz: Quiz; numbers: number[] } | undefined;
  /** Numbers of the other questions. */
  unfinished: number[];
  /** By name, fetched once; undefined: one did not come. */
  media(): Promise<ReadonlyMap<string, Uint8Array> | undefined>;
}

/** @returns undefined when it did not come */
export async function gather(ask: Request, key: string, id: string, untitled: string): Promise<Gathered | undefined> {
  const loaded = await gatherQuiz(ask, key, id);
  if (!loaded || loaded === 'none') return undefined;
  const { title, language } = loaded.head;
  const questions = loaded.drafts.map(({ draft }) => draft);
  const parsed = questions.map((draft) => parseQuiz({ title: title || untitled, language, questions: [draft] }));
  const numbers = parsed.flatMap((one, i) => ('quiz' in one ? [i + 1] : []));
  const finished = parsed.flatMap((one) => ('quiz' in one ? one.quiz.questions : []));
  let fetched: Promise<ReadonlyMap<string, Uint8Array> | undefined> | undefined;
  return {
    whole: { title, language, questions },
    finished: finished.length ? { quiz: { title: title || untitled, language, questions: finished }, numbers } : undefined,
    unfinished: parsed.flatMap((one, i) => ('quiz' in one ? [] : [i + 1])),
    async media() {
      fetched ??= fetchAll(questions);
      const media = await fetched;
      if (!media) fetched = undefined;
      return media;
    },
  };
}

async function fetchAll(questions: readonly Draft[]): Promise<ReadonlyMap<string, Uint8Array> | undefined> {
  const media = new Map<string, Uint8Array>();
  for (const file of new Set(questions.flatMap(filesNamed))) {
    const reply = await fetch(mediaAddress(file)).catch(() => undefined);
    if (!reply?.ok) return undefined;
    media.set(file, new Uint8Array(await reply.arrayBuffer()));
  }
  return media;
}
