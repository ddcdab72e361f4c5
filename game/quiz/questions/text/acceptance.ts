import { isNear } from './near.ts';
import { readingsOf, type Tolerance } from './tolerances.ts';

interface Key {
  accepted: readonly string[];
  tolerate: readonly Tolerance[];
  language: string;
}

/** RULES T. @returns whether a text is one of the accepted */
export function acceptance({ accepted, tolerate, language }: Key): (text: string) => boolean {
  const readings = (text: string) => readingsOf(text, tolerate, language);
  const right = accepted.flatMap(readings);
  const isRight = (reading: string) => right.includes(reading);
  const isAlmost = (reading: string) => tolerate.includes('spelling') && right.some((one) => isNear(one, reading));
  return (text) => readings(text).some((reading) => isRight(reading) || isAlmost(reading));
}
