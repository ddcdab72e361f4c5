import { batch, computed, signal } from '@preact/signals-core';
import type { Frame } from '../../game/wire/server-frames.ts';
import { type BrowserEnvironment, browserEnvironment, token } from '../browser/environment.ts';
import { createSeatStorage, type RememberedSeat } from '../browser/seat-storage.ts';
import { createTabs } from '../browser/tabs.ts';
import { keepAwake } from '../browser/wake-lock.ts';
import { createClock } from '../clock/clock.ts';
import { createQuestionPhase } from '../clock/question-phase.ts';
import { type PeriodicSync, startPeriodicSync } from '../connection/periodic-sync.ts';
import type { Request } from '../connection/requests.ts';
import { createSession } from '../connection/session.ts';
import type { RefusalNotice } from '../connection/status.ts';
import type { PlayerModel } from '../ui/page-model.ts';
import { createAnswerSender } from './answer-sender.ts';
import { pinInPath } from './join/grouped-pin.ts';
import type { CreditOf } from './own-standing.ts';
import { createPlayerState } from './player-state.ts';
import { startSettling } from './settling.ts';

type OwnSeat = Omit<RememberedSeat, 'usedAt'>;
type Status = PlayerModel['status']['value'];

const NAME_TYPED = 400;

/** @param creditOf grades as the server does */
export function createPlayerModel(creditOf: CreditOf, environment: BrowserEnvironment = browserEnvironment()): PlayerModel {
  const memory = createSeatStorage(environment);
  const clock = createClock(environment);
  const view = createPlayerState(creditOf);
  const status = signal<Status>('outside');
  const told = signal<RefusalNotice>();
  const pin = signal(pinInPath(environment.location.pathname));
  const tabs = createTabs(environment, (address) => status.peek() === 'in' && address === mine.address && disconnectTo('taken'));
  const server = createSession(environment, clock, {
    onOpen: claim,
    onFrame: heard,
    onRefusal: refused,
    mayRenew: () => view.room.peek()?.phase !== 'question',
  });
  const answering = createAnswerSender(
    view,
    clock,
    ({ turn, value }, manner) => server.ask('answer', { ...self(), turn, answer: value }, manner),
    (answer) => keep({ answer }),
    () => void sync(),
  );
  /** Of nobody until somebody joins. */
  let mine: OwnSeat = { pin: '', seat: '', secret: '', name: '' };
  let repairs: PeriodicSync | undefined;
  let stopSettling = () => {};
  let syncing = false;
  let colours: string | undefined;

  function play() {
    status.value = 'joining';
    server.begin();
  }

  async function claim(request: Request) {
    const { address, pin, seat, secret, name } = mine;
    const reply = await (address
      ? request('sync', { ...self(), ...view.seen() })
      : request('join', { pin, seat, secret, name, colours }));
    if (reply && reply.type !== 'refused' && status.peek() === 'joining') enter();
  }

  const self = () => ({ seat: mine.address!, secret: mine.secret });

  function enter() {
    const you = view.you.peek()!;
    const unsent = mine.answer;
    keep({ address: you.address, name: you.name });
    batch(() => {
      status.value = 'in';
      pin.value = mine.pin;
    });
    environment.showPath(mine.pin);
    tabs.claim(you.address);
    repairs = startPeriodicSync(view.room, clock, environment, {
      sync,
      nudge: () => server.ask('nudge', { ...self(), version: view.seen().version }),
    });
    stopSettling = startSettling(view, environment, () => void sync());
    answering.resume(unsent);
  }

  function keep(change: Partial<OwnSeat>) {
    mine = { ...mine, ...change };
    memory.keepSeat(mine);
  }

  function disconnectTo(next: Status, farewell?: (request: Request) => Promise<unknown>) {
    repairs?.stop();
    stopSettling();
    repairs = undefined;
    server.end(farewell);
    batch(() => {
      status.value = next;
      if (next === 'outside') view.clear();
    });
  }

  function heard(frame: Frame) {
    view.apply(frame);
    repairs?.onFrame(frame.type === 'view' ? frame.syncIn : undefined);
    if (view.room.peek()?.phase === 'closed') end();
  }

  function refused({ code, suggestion }: RefusalNotice) {
    told.value = { code, suggestion };
    const joining = status.peek() === 'joining';
    if (code === 'taken') disconnectTo('taken');
    else if (code === 'removed') {
      keep({ removed: true });
      disconnectTo('removed');
    } else if (code === 'closed' || code === 'noRoom') end();
    else if (code === 'noSeat' || (joining && !mine.address)) {
      pin.value = mine.pin;
      memory.forgetSeat(mine.pin);
      disconnectTo('outside');
    } else if (joining) disconnectTo('outside');
    else if (code === 'answeredAlready') void sync();
  }

  /** The room is gone; a returning player is asked for another. */
  function end() {
    memory.forgetSeat(mine.pin);
    if (status.peek() === 'joining' && mine.address) told.value = undefined;
    disconnectTo(status.peek() === 'in' ? 'over' : 'outside');
  }

  async function sync(patience?: number) {
    if (syncing || server.connectionStatus.peek() !== 'open') return;
    syncing = true;
    await server.ask('sync', { ...self(), ...view.seen() }, { timeoutMs: patience });
    syncing = false;
  }

  keepAwake(
    computed(() => status.value === 'in'),
    environment,
  );
  const former = pin.peek() ? memory.seat(pin.peek()) : memory.lastSeat();
  if (former) {
    mine = former;
    play();
  }

  return {
    connectionStatus: server.connectionStatus,
    room: view.room,
    questionPhase: createQuestionPhase(view.room, clock, environment),
    now: clock.now,
    status,
    pin,
    you: view.you,
    standing: view.standing,
    isSettling: view.isSettling,
    answer: view.answer,
    tally: view.tally,
    refusal: told,
    join(typed, name, tapped) {
      if (server.isOn()) return;
      colours = tapped;
      const digits = typed.replace(/\D/g, '');
      told.value = /^\d{6}$/.test(digits) ? undefined : { code: 'noRoom' };
      if (told.peek()) return;
      pin.value = digits;
      view.clear();
      mine = memory.seat(digits) ?? { pin: digits, seat: token(environment), secret: token(environment), name };
      // An unanswered join is repeated with the same seat.
      if (!mine.address) keep({ name: name.slice(0, NAME_TYPED) });
      play();
    },
    choose(value) {
      if (status.peek() === 'in') answering.choose(value);
    },
    async rename(name) {
      told.value = undefined;
      const reply = await server.ask('rename', { ...self(), name: name.slice(0, NAME_TYPED) });
      if (reply?.type !== 'view' || !reply.you) return false;
      keep({ name: reply.you.name });
      return true;
    },
    leave() {
      told.value = undefined;
      // Another tab's seat, or a removed one, is not given up.
      if (!server.isOn()) return disconnectTo('outside');
      memory.forgetSeat(mine.pin);
      disconnectTo('outside', async (request) => mine.address && request('leave', self()));
    },
    playHere() {
      if (status.peek() === 'taken') play();
    },
  };
}
