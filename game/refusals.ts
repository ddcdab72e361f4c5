/** Texts shown on the player page. */
export const PLAYER_REFUSALS = {
  badFrame: 'Something went wrong. Reload the page.',
  unknownAction: 'This page is out of date. Reload it.',
  noRoom: 'No room has this PIN. Check the big screen.',
  closed: 'This room is closed. Thanks for playing.',
  locked: 'This room is locked. Ask the host to let you in.',
  nameEmpty: 'Type a name people can read.',
  nameLong: 'That name is too long. Use up to 20 characters.',
  nameTaken: 'That name is taken. Try another.',
  nameLate: 'You can change your name in the lobby only.',
  noSeat: 'Your seat is gone. Join again.',
  coloursNeeded: 'Tap the colours on the big screen.',
  coloursWrong: 'Wrong colours. Look again: they change.',
} as const;

/** Shown as a whole screen or ignored there, and host-only codes. */
const OTHER_REFUSALS = {
  removed: 'The host has removed you from this room.',
  taken: 'You are playing in another tab.',
  answeredAlready: 'You have already answered. Your first answer counts.',
  notHost: 'This host link is not valid here. Use the link that the server printed.',
  hostTaken: 'This room is now hosted from another page.',
  noQuiz: 'That quiz is no longer there. Pick another.',
  quizUnready: 'Some of its questions are not finished. Open the quiz: it shows which.',
  draftLong: 'That question is too long to be kept. Shorten it.',
  conflict: 'The room has moved on. Look again.',
  notNow: 'That is not possible right now.',
  noPlayers: 'Nobody has joined yet.',
  mediaType: 'Pictures can be WebP, JPEG or PNG, sounds MP3, M4A, OGG or WAV, videos MP4 or WebM.',
  mediaLarge: 'That file is too large. Pictures may have 2 MB, sounds 10 MB, videos 50 MB.',
  mediaFull:
    'There is no room left: your pictures and sounds have 1 GB. What you delete frees its room when it leaves the bin, after 30 days.',
  mediaGone: 'A picture, sound or video of this question is no longer there. Bring it again.',
  mediaWrong: 'That file is not what its name says. Save it again as a picture, sound or video.',
} as const;

/** Code to text. */
// `@__PURE__` keeps host-only texts out of the player bundle.
export const REFUSALS = /* @__PURE__ */ Object.assign({}, PLAYER_REFUSALS, OTHER_REFUSALS);

export type RefusalCode = keyof typeof REFUSALS;

/** Travels as a frame of type `refused`. */
export interface Refusal<Code extends RefusalCode = RefusalCode> {
  refused: Code;
  /** With `nameTaken`: a free name. */
  suggestion?: string;
}

/** What was asked for, or why not. */
export type Result<T, Code extends RefusalCode = RefusalCode> = T | Refusal<Code>;

export const refusal = <Code extends RefusalCode>(code: Code): Refusal<Code> => ({ refused: code });

export const isRefusal = <T, Code extends RefusalCode>(result: Result<T, Code>): result is Refusal<Code> =>
  typeof result === 'object' && result !== null && 'refused' in result;
