import { batch, computed, signal } from '@preact/signals-core';
import { nextMove } from '../../game/room/next-move.ts';
import type { Frame } from '../../game/wire/server-frames.ts';
import type { HostView, RoomView } from '../../game/wire/views.ts';
import type { BrowserEnvironment } from '../browser/environment.ts';
import { keepAwake } from '../browser/wake-lock.ts';
import { createClock } from '../clock/clock.ts';
import { createQuestionPhase } from '../clock/question-phase.ts';
import { askForResults } from '../connection/gather-results.ts';
import { gatherShelf } from '../connection/gather-shelf.ts';
import { createPageSession } from '../connection/page-session.ts';
import type { Request } from '../connection/requests.ts';
import type { RefusalNotice } from '../connection/status.ts';
import type { HostModel } from '../ui/page-model.ts';
import { present } from '../ui/present.ts';
import { hostEnvironment } from './host-environment.ts';
import { createHostStorage } from './host-storage.ts';
import { createLibrary } from './library/create-library.ts';
import { createJoinAddress } from './lobby/join-address.ts';
import { createMissingPhones } from './lobby/missing-phones.ts';

const LOOK_MS = 1000;
const MOST_NAMES = 200;

export function createHostModel(environment: BrowserEnvironment = hostEnvironment()): HostModel {
  const memory = createHostStorage(environment);
  const key = memory.hostKey() ?? '';
  const clock = createClock(environment);
  const status = signal<HostModel['status']['value']>(key ? 'loading' : 'noKey');
  const shelf = signal<HostModel['library']['value']>();
  const addresses = signal<readonly string[]>([]);
  const join = createJoinAddress(environment.base, addresses, memory);
  const room = signal<RoomView>();
  const stage = signal<HostView>();
  const busy = signal(false);
  const refusal = signal<RefusalNotice>();
  const opening = signal<string>();
  const part = createQuestionPhase(room, clock, environment);
  let hosted: string | undefined;
  let names = 0;
  let stopLooking = () => {};

  const server = createPageSession(environment, clock, {
    onOpen: (request) => (hosted ? look(request) : fetchShelf(request)),
    onFrame: heard,
    onRefusal: refused,
    mayRenew: () => room.peek()?.phase !== 'question',
  });

  const library = createLibrary(server, key, environment);

  function disconnectTo(next: HostModel['status']['value']) {
    stopLooking();
    server.end();
    status.value = next;
  }

  function heard(frame: Frame) {
    if (frame.type !== 'stage' || frame.id !== hosted) return;
    batch(() => {
      if (frame.room && frame.room.version > (room.peek()?.version ?? 0)) room.value = frame.room;
      if (frame.stage) stage.value = frame.stage;
      if (room.peek()) status.value = 'in';
    });
    if (room.peek()?.phase === 'closed') memory.keepRoom(undefined);
  }

  function refused({ code, suggestion }: RefusalNotice) {
    // The room has moved on: the next look shows it.
    if (code === 'conflict') return;
    if (code === 'hostTaken') disconnectTo('taken');
    else if (code === 'notHost' && !hosted) {
      memory.forgetHostKey();
      disconnectTo('noKey');
    } else if (code === 'notHost' || code === 'noRoom' || code === 'closed') toShelf();
    refusal.value = { code, suggestion };
  }

  async function look(request: Request = server.ask) {
    stopLooking();
    const id = hosted;
    if (!id || room.peek()?.phase === 'closed') return;
    const { tallied } = stage.peek() ?? {};
    const reply = await request('look', { key, room: id, version: room.peek()?.version ?? 0, names, tallied });
    if (reply?.type !== 'stage' || id !== hosted) return;
    // Of several pending looks one schedules the next.
    stopLooking();
    stopLooking = environment.later(reply.lookIn ?? LOOK_MS, look);
  }

  async function fetchShelf(request: Request = server.ask) {
    void library.own.refresh();
    const reply = await gatherShelf((after) => request('shelf', { key, after }));
    if (!reply) return;
    batch(() => {
      shelf.value = { quizzes: reply.quizzes, rooms: reply.rooms };
      addresses.value = reply.join ? [reply.join, ...(reply.others ?? [])] : [];
    });
    if (hosted) return;
    const last = memory.room();
    if (last && reply.rooms.some((one) => one.room === last)) enter(last);
    else status.value = 'shelf';
  }

  const inRoom = () => ({ key, room: present(hosted) });

  function enter(id: string) {
    begin(id);
    void look();
  }

  function begin(id: string | undefined) {
    stopLooking();
    hosted = id;
    memory.keepRoom(id);
    batch(() => {
      room.value = stage.value = refusal.value = undefined;
      status.value = id || !shelf.peek() ? 'loading' : 'shelf';
    });
  }

  function toShelf() {
    begin(undefined);
    void (server.isOn() ? fetchShelf() : server.begin());
  }

  async function act(deed: () => Promise<unknown>) {
    if (busy.peek()) return;
    busy.value = true;
    refusal.value = undefined;
    await deed();
    busy.value = false;
  }

  function thenLook(asked: Promise<unknown>) {
    refusal.value = undefined;
    void asked.then(() => look());
  }

  const isIn = computed(() => status.value === 'in');
  const phones = computed(() => (addresses.value.length ? join.address.value : undefined));
  const isEmptyLobby = computed(() => isIn.value && room.value?.phase === 'lobby' && stage.value?.players === 0);
  keepAwake(isIn, environment);
  if (key) server.begin();

  return {
    connectionStatus: server.connectionStatus,
    room,
    questionPhase: part,
    now: clock.now,
    status,
    library: shelf,
    joinAddress: join.address,
    nextAddress: join.next,
    phonesAreMissing: createMissingPhones(phones, isEmptyLobby, environment),
    hostView: stage,
    nextMove: computed(() => {
      const view = room.value;
      part.value;
      return view && nextMove(view, clock.now());
    }),
    busy,
    loudness: memory.loudness,
    refusal,
    ...library,
    opening,
    open: (quiz, own) =>
      void act(async () => {
        opening.value = quiz;
        const reply = await server.ask('open', { key, quiz, own, speed: library.speed.peek() });
        if (reply?.type !== 'stage') return;
        library.edit(undefined);
        enter(reply.id);
        heard(reply);
      }),
    enter,
    move: (move) =>
      void act(async () => {
        const reply = await server.ask('move', { ...inRoom(), version: present(room.peek()).version, move, names });
        if (reply?.type !== 'stage') void look();
      }),
    remove: (seat) => thenLook(server.ask('remove', { ...inRoom(), seat })),
    renamePlayer: (seat, name) => thenLook(server.ask('renamePlayer', { ...inRoom(), seat, name })),
    undoJoins: (seconds) => thenLook(server.ask('undo', { ...inRoom(), seconds })),
    wantNames(count) {
      const before = names;
      names = Math.min(MOST_NAMES, count);
      if (names > before) void look();
    },
    results: ({ room: of, game, players }, progress) =>
      askForResults(server.ask, { key, room: of ?? present(hosted), game }, (n) => progress(Math.min(1, n / players) || 0)),
    toLibrary: toShelf,
    hostHere() {
      if (status.peek() !== 'taken') return;
      status.value = 'loading';
      server.begin();
    },
  };
}
