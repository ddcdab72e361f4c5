import { type BrowserEnvironment, token } from './environment.ts';

type Random = Pick<BrowserEnvironment, 'bytes'>;

/** 72 random bits: a host has many quizzes. */
export const newQuizId = (environment: Random) => token(environment).slice(0, 12);

/** 48: one quiz. */
export const newQuestionId = (environment: Random) => token(environment).slice(0, 8);
