// The player's page at work: one seat, from the PIN to the podium, whatever becomes of connections, tabs and reloads.
import { batch, computed, signal } from '@preact/signals';
import type { Frame } from '../game/messages.ts';
import { createAnswering } from './answering.ts';
import { createClock } from './clock.ts';
import { createConversation } from './conversation.ts';
import { createMemory, type Seat } from './memory.ts';
import type { PlayerModel, Told } from './model.ts';
import { createParts } from './parts.ts';
import { keepTrue, type Repairs } from './repair.ts';
import type { Request } from './requests.ts';
import { createTabs } from './tabs.ts';
import { createView } from './view.ts';
import { keepAwake } from './wake.ts';
import { browserWorld, token, type World } from './world.ts';

type Status = PlayerModel['status']['value'];

/** More than any name may have, less than a frame can bear. */
const NAME_TYPED = 400;

/** The player's model; begins at once with the seat that this browser has, if any. */
export function createSeat(world: World = browserWorld()): PlayerModel {
  const memory = createMemory(world);
  const clock = createClock(world);
  const view = createView();
  const status = signal<Status>('outside');
  const told = signal<Told>();
  const pin = signal(/^\/(\d{6})\/?$/.exec(world.location.pathname)?.[1] ?? '');
  const tabs = createTabs(world, (address) => status.peek() === 'in' && address === mine!.address && rest('taken'));
  const server = createConversation(world, clock, {
    opened: claim,
    heard,
    refused,
    mayRenew: () => view.room.peek()?.phase !== 'question',
  });
  const answering = createAnswering(
    view,
    clock,
    ({ turn, value }, manner) => server.ask('answer', { ...self(), turn, answer: value }, manner),
    (answer) => keep({ answer }),
    () => void sync(),
  );
  let mine: Seat | undefined;
  let repairs: Repairs | undefined;
  let syncing = false;
  let colours: string | undefined;

  function play(seat: Seat) {
    mine = seat;
    status.value = 'joining';
    server.begin();
  }

  async function claim(request: Request) {
    const { address, pin, seat, secret, name } = mine!;
    const reply = await (address
      ? request('sync', { ...self(), ...seen() })
      : request('join', { pin, seat, secret, name, colours }));
    if (reply && reply.type !== 'refused' && status.peek() === 'joining') enter();
  }

  const self = () => ({ seat: mine!.address!, secret: mine!.secret });
  const seen = () => ({ version: view.room.peek()?.version ?? 0, rev: view.you.peek()?.rev ?? 0 });

  function enter() {
    const you = view.you.peek()!;
    const unsent = mine!.answer;
    keep({ address: you.address, name: you.name });
    batch(() => {
      status.value = 'in';
      pin.value = mine!.pin;
    });
    world.showPath(`/${mine!.pin}`);
    tabs.claim(you.address);
    repairs = keepTrue(view.room, clock, world, {
      sync,
      nudge: () => server.ask('nudge', { ...self(), version: seen().version }),
    });
    answering.resume(unsent);
  }

  function keep(change: Partial<Seat>) {
    mine = { ...mine!, ...change };
    memory.keepSeat(mine);
  }

  /** Says nothing more, but perhaps a farewell. */
  function rest(next: Status, farewell?: (request: Request) => Promise<unknown>) {
    repairs?.stop();
    repairs = undefined;
    server.end(farewell);
    batch(() => {
      status.value = next;
      if (next === 'outside') view.clear();
    });
  }

  function heard(frame: Frame) {
    view.apply(frame);
    repairs?.heard(frame.type === 'view' ? frame.syncIn : undefined);
    if (view.room.peek()?.phase === 'closed') end();
  }

  function refused({ code, suggestion }: Told) {
    told.value = { code, suggestion };
    const joining = status.peek() === 'joining';
    if (code === 'taken') rest('taken');
    else if (code === 'removed') {
      keep({ removed: true });
      rest('removed');
    } else if (code === 'closed' || code === 'noRoom') end();
    else if (code === 'noSeat' || (joining && !mine!.address)) {
      pin.value = mine!.pin;
      memory.forgetSeat(mine!.pin);
      rest('outside');
    } else if (joining) rest('outside');
    else if (code === 'answeredAlready') void sync();
  }

  /** There is no such room any more. Whoever comes back to it after it ended is not told of it, but asked where they want to play. */
  function end() {
    memory.forgetSeat(mine!.pin);
    if (status.peek() === 'joining' && mine!.address) told.value = undefined;
    rest(status.peek() === 'in' ? 'over' : 'outside');
  }

  async function sync(patience?: number) {
    // A new connection begins with a sync of its own.
    if (syncing || server.line.peek() !== 'open') return;
    syncing = true;
    await server.ask('sync', { ...self(), ...seen() }, { patience });
    syncing = false;
  }

  keepAwake(
    computed(() => status.value === 'in'),
    world,
  );
  const former = pin.peek() ? memory.seat(pin.peek()) : memory.lastSeat();
  if (former) play(former);

  return {
    line: server.line,
    room: view.room,
    part: createParts(view.room, clock, world),
    now: clock.now,
    status,
    pin,
    you: view.you,
    standing: view.standing,
    answer: view.answer,
    tally: view.tally,
    told,
    join(typed, name, tapped) {
      if (server.isOn()) return;
      colours = tapped;
      const digits = typed.replace(/\D/g, '');
      told.value = /^\d{6}$/.test(digits) ? undefined : { code: 'noRoom' };
      if (told.peek()) return;
      pin.value = digits;
      view.clear();
      mine = memory.seat(digits);
      // Asked for before and never answered: the same seat again, so that it cannot become two.
      if (!mine?.address)
        keep({ seat: token(world), secret: token(world), ...mine, pin: digits, name: name.slice(0, NAME_TYPED) });
      play(mine!);
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
      // A seat that another tab plays, or that was removed, is not ours to give up.
      if (!server.isOn()) return rest('outside');
      memory.forgetSeat(mine!.pin);
      rest('outside', async (request) => mine!.address && request('leave', self()));
    },
    playHere() {
      if (status.peek() === 'taken') play(mine!);
    },
  };
}
