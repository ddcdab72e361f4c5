// Every text of the pages in English; another language is another file of this shape. Functions where a number or a name goes in.
import { PLAYER_REFUSALS, REFUSALS, type RefusalCode } from '../../game/refusals.ts';

/** What a player's page may have to say; the host's knows all. */
export const refusals: Partial<Record<RefusalCode, string>> = PLAYER_REFUSALS;
export const hostRefusals = REFUSALS;

/** On both pages. */
export const both = {
  /** BCP 47, of every text in this file. */
  language: 'en',
  /** The first four looks of options. */
  colours: ['Red', 'Blue', 'Yellow', 'Green'],
  true: 'True',
  false: 'False',
};

/** On the phone. */
export const player = {
  product: 'Quizcast',
  number: (n: number) => n.toLocaleString('en'),
  outside: {
    title: 'Join the quiz',
    pin: 'PIN',
    pinHint: 'Six digits, on the big screen.',
    next: 'Next',
    join: 'Join',
    joining: 'Joining…',
    room: (pin: string) => `PIN ${pin}`,
    otherPin: 'Another PIN',
  },
  name: {
    label: 'Your nickname',
    hint: 'Everybody in the room will see it.',
    taken: (name: string) => `${name} is taken in this room.`,
    try: (name: string) => `Try ${name}?`,
  },
  connecting: 'Getting your seat…',
  head: {
    points: (points: string) => `${points} points`,
    question: (number: number, of: number) => `Question ${number} of ${of}`,
    pin: 'PIN',
  },
  lobby: {
    title: 'You’re in. Eyes on the big screen.',
    as: 'You play as',
    waiting: 'Waiting for the host to start.',
    rename: 'Change name',
    save: 'Save',
    saving: 'Saving…',
    cancel: 'Cancel',
    other: (name: string) => `Not ${name}? Join as somebody else`,
  },
  ready: {
    title: 'Get ready',
    double: 'Double points',
    none: 'No points, just for fun',
  },
  question: {
    opens: 'The answers open in a moment.',
    options: 'Answers',
    choose: 'Tap your answer',
    chooseAll: 'Tap all that are right',
    send: 'Send',
    sent: 'Sent',
    sending: 'Sending…',
    waiting: (count: number | undefined) => (count ? `Waiting for ${player.number(count)} more` : 'Waiting for the close'),
    timeUp: 'Time’s up',
    yours: 'Your answer is in. Eyes on the big screen.',
    missed: 'No answer from you this time.',
    left: (seconds: number) => `${seconds} seconds left`,
    secondsLeft: 'seconds left',
    open: (seconds: number) => `The answers are open for ${seconds} seconds.`,
  },
  result: {
    right: 'Right',
    partly: 'Partly right',
    wrong: 'Not this time',
    late: 'Too late',
    none: 'No answer',
    new: 'You’re in',
    gained: (points: string) => `+${points}`,
    unscored: 'No points on this one',
    streak: (count: number) => `${count} in a row`,
    rank: (rank: number, of: number) => `${ordinal(rank)} of ${player.number(of)}`,
    ahead: (by: number, name: string) => `${player.number(by)} behind ${name}`,
    leading: 'In the lead',
    key: (count: number) => (count > 1 ? 'The right answers' : 'The right answer'),
    top: 'Top five',
  },
  /** Said with the verdicts that need it. */
  hints: {
    late: 'Your answer came after the close.',
    none: 'The next one is yours.',
    new: 'You came in during this question. The next one counts.',
  } as Partial<Record<string, string>>,
  podium: {
    title: 'That was it',
    place: (rank: number) => `${ordinal(rank)} place`,
    sum: (of: number, points: number) => `of ${player.number(of)}, with ${player.number(points)} points`,
    watched: 'You watched this one.',
    thanks: 'Thanks for playing. Stay here if the host plays again.',
  },
  taken: {
    title: 'You are playing in another tab.',
    text: 'Your seat, your answers and your points are safe there.',
    here: 'Play here',
  },
  removed: { title: 'The host has removed you.', text: 'You cannot come back to this room from this phone.' },
  over: { title: 'This room is closed.', text: 'Thanks for playing.' },
  elsewhere: 'Join another room',
  lost: 'Reconnecting… your answers are safe.',
};

const ENDINGS: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };
const endings = new Intl.PluralRules('en', { type: 'ordinal' });
const ordinal = (n: number) => `${player.number(n)}${ENDINGS[endings.select(n)] ?? 'th'}`;

const number = (n: number) => n.toLocaleString('en');

/** On the tiles of the projector; apart from the rest of it, because the kinds of question bring them to the phone's bundle too. */
export const board = {
  number,
  right: 'Right',
};

/** On the projector. */
export const host = {
  product: 'Quizcast',
  number,
  loading: 'Loading',
  noKey: {
    title: 'Open this page with your host link',
    text: 'The link was printed when Quizcast started. It ends in # and a key, and it opens your shelf on any device.',
    example: 'It looks like this',
    server: 'Quizcast not running yet? Start it on your machine with',
    player: 'Here to play? Enter the PIN',
  },
  shelf: {
    title: 'What shall we play?',
    rooms: 'Open rooms',
    roomsHint: 'Everything is kept. Go on where you left.',
    quizzes: 'Open a room',
    goOn: 'Go on',
    lobby: 'In the lobby',
    over: 'At the podium',
    question: (number: number, of: number) => `Question ${number} of ${of}`,
    speed: 'Points for speed',
    speedOn: 'Faster right answers earn more.',
    speedOff: 'Every right answer earns the same.',
    opening: 'Opening…',
    empty: 'The shelf is empty',
    emptyHint: 'Put a quiz file into the quizzes folder, or start Quizcast with --quiz FILE.',
  },
  moves: {
    start: 'Start',
    close: 'Close now',
    standings: 'Show standings',
    question: 'Next question',
    podium: 'Podium',
    again: 'Play again',
  },
  waits: {
    players: 'Waiting for players',
    ready: 'Get ready…',
    opens: (seconds: number) => `Opens in ${seconds}`,
    closing: 'Closing…',
    closed: 'Closed',
  },
  menu: {
    open: 'More',
    title: 'What else you can do',
    moreTime: 'More time',
    skip: 'Skip question',
    early: 'End early, to the podium',
    lock: 'Lock the room',
    unlock: 'Unlock the room',
    guard: 'Join in two steps',
    unguard: 'Join in one step',
    players: 'Players',
    full: 'Full screen',
    leave: 'Back to the shelf',
    end: 'Close the room',
    keys: 'Next',
    space: 'Space',
  },
  lobby: {
    joinAt: 'Join at',
    colours: 'Then tap',
    scan: 'or scan',
    pin: 'PIN',
    qr: (address: string) => `QR code to join at ${address}`,
    local: 'Phones cannot reach this address: this computer is in no network.',
    empty: 'Names appear here as people join',
    emptyHint: 'No account, no app. A phone and a nickname will do.',
    more: (count: string) => `and ${count} more`,
    offline: 'offline',
  },
  question: {
    of: (number: number, of: number) => `Question ${number} of ${of}`,
    double: 'Double points',
    none: 'No points',
    several: 'Several answers are right',
    answered: 'answered',
    outOf: (count: string) => `of ${count}`,
    seconds: (seconds: number) => `${seconds} seconds left`,
    secondsLeft: 'seconds left',
    gotIt: (all: string) => `of ${all} got it`,
    timeUp: 'Time’s up',
    allIn: 'Everybody has answered',
    counting: 'Last ones coming in…',
    getReady: 'Get ready',
    questions: (count: number) => (count === 1 ? '1 question' : `${count} questions`),
  },
  standings: {
    title: 'Standings',
    points: 'points',
    up: 'Up',
    streak: (count: number) => `${count} in a row`,
    gained: (points: string) => `+${points}`,
    empty: 'Nobody is on the board yet',
  },
  podium: {
    title: 'The podium',
    place: (rank: number) => ['', 'First', 'Second', 'Third'][rank] ?? `Place ${rank}`,
    results: 'Results as CSV',
    fetching: (percent: number) => `Fetching ${percent} %`,
    failed: 'Not fetched. Try again',
    close: 'Close the room',
    empty: 'Nobody played this time',
  },
  foot: {
    join: 'Join at',
    pin: 'PIN',
    players: (count: string, one: boolean) => (one ? `${count} player` : `${count} players`),
    connected: (connected: string, players: string) => `${connected} of ${players} connected`,
    locked: 'Locked',
    open: 'Open to join',
    nobody: 'Nobody here yet',
    allGone: 'Everybody is offline. They come back by themselves.',
  },
  players: {
    title: 'Players',
    none: 'Nobody has joined yet.',
    remove: 'Remove',
    more: (count: string) => `The newest are listed. ${count} more have joined.`,
    undo: (seconds: number) => `Undo the joins of the last ${seconds} seconds`,
    undoSure: 'Undo them? Whoever is real can join again.',
  },
  removal: {
    title: (name: string) => `Remove ${name}?`,
    text: 'Their phone cannot come back under any name, and this name stays taken.',
    yes: 'Remove',
    no: 'Keep',
  },
  early: {
    title: 'Go to the podium now?',
    text: 'The questions that are left will not be asked. A question that is still open counts for nobody.',
    yes: 'End early',
    no: 'Play on',
  },
  end: {
    title: 'Close the room?',
    text: 'Everybody is sent home and the PIN is free again. Download the results first if you want to keep them.',
    yes: 'Close the room',
    no: 'Keep it open',
  },
  close: 'Close',
  closed: { title: 'This room is closed', text: 'Thanks for hosting.', shelf: 'Back to the shelf' },
  taken: {
    title: 'This room is now hosted from another page',
    text: 'The game goes on there. Only one page can host at a time.',
    here: 'Host here again',
    shelf: 'Back to the shelf',
  },
  lost: 'Reconnecting… the game is safe.',
  /** Said to those who cannot see the screen. */
  say: {
    joined: (name: string, count: string) => `${name} joined, ${count} in the room.`,
    crowd: (count: string) => `${count} or more in the room.`,
    question: (number: number, of: number, text: string) => `Question ${number} of ${of}: ${text}`,
    open: (seconds: number) => `The options are open for ${seconds} seconds.`,
    reveal: (right: string) => `Right: ${right}.`,
    leads: (name: string, points: string) => `${name} leads with ${points} points.`,
    wins: (names: string) => `First place: ${names}.`,
  },
  csv: {
    columns: [
      'player',
      'rank',
      'points total',
      'question number',
      'question',
      'answer',
      'right answer',
      'mark',
      'seconds',
      'points',
    ],
    marks: { right: 'right', partly: 'partly right', wrong: 'wrong', late: 'too late', none: 'no answer', skipped: 'skipped' },
    file: 'quiz',
  },
};
