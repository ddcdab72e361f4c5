import { PROTOCOL } from '../../game/wire/server-frames.ts';

export interface Version {
  version: string;
  /** `unknown` outside of a repository. */
  commit: string;
}

export const versionLine = ({ version, commit }: Version): string =>
  `Quizcast ${version}, commit ${commit}, protocol ${PROTOCOL}`;
