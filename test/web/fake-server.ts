// A fake server of one room and one seat.

import type { RefusalCode } from '../../game/refusals.ts';
import type { Frame } from '../../game/wire/server-frames.ts';
import type { RoomView } from '../../game/wire/views.ts';
import {
  type FakeEnvironment,
  type FakeOptions,
  type FakeSocket,
  fakeEnvironment,
  serverTime,
  type Timeline,
} from '../support/fake-environment.ts';

type Said = Record<string, unknown> & { action: string; id: string };

type Fate = 'received' | 'lost' | 'doubled' | 'late';

export class FakeServer {
  room: RoomView;
  seat: { name: string; id: string; rev: number; answer?: { turn: number; value: string; at: number } } | undefined;
  /** Refuses the next of these actions. */
  refuse: Partial<Record<string, RefusalCode>> = {};
  /** Actions that are lost on their way. */
  deaf: string[] = [];
  received: Said[] = [];
  environment!: FakeEnvironment;
  sockets: FakeSocket[] = [];
  private timeline: Timeline = { now: 0, timers: [] };
  syncIn = 20_000;
  /** What becomes of each frame, either way, by its number. */
  fate: (frame: number) => Fate = () => 'received';
  frames = 0;

  constructor(room: Partial<RoomView> = {}) {
    this.room = {
      version: 1,
      phase: 'lobby',
      pin: '123456',
      title: 'Seas',
      language: 'en',
      number: 0,
      of: 3,
      firstTurn: 0,
      kinds: ['choice'],
      players: 1,
      locked: false,
      speed: true,
      ...room,
    };
  }

  /** A browser whose sockets lead here, 20 ms each way. */
  browser(options: FakeOptions = {}): FakeEnvironment {
    const environment = fakeEnvironment({
      timeline: this.timeline,
      ...options,
      connected: (socket, environment) => {
        this.sockets.push(socket);
        environment.later(20, () => socket.open());
        socket.hear = (message) => this.deliver(() => this.hear(message as Said, socket));
      },
    });
    this.environment = environment;
    return environment;
  }

  /** 20 ms each way, but for what happens to a frame. */
  private deliver(run: () => void) {
    const fate = this.fate(this.frames++);
    if (fate !== 'lost') this.environment.later(fate === 'late' ? 3000 : 20, run);
    if (fate === 'doubled') this.environment.later(900, run);
  }

  private hear(message: Said, socket: FakeSocket) {
    if (this.deaf.includes(message.action)) return;
    this.received.push(message);
    const t = serverTime(this.environment);
    const frame = { ...this.reply(message), re: message.id, t1: Math.floor(t), t2: Math.floor(t) };
    this.deliver(() => socket.say(frame));
  }

  private reply(message: Said): Frame {
    const code = this.refuse[message.action];
    delete this.refuse[message.action];
    if (code) return { type: 'refused', code, text: code, suggestion: code === 'nameTaken' ? 'Ann2' : undefined };
    switch (message.action) {
      case 'join':
        this.seat ??= { name: String(message.name), id: String(message.seat), rev: 1 };
        return this.view();
      case 'rename':
        this.seat = { ...this.seat!, name: String(message.name), rev: this.seat!.rev + 1 };
        return { type: 'view', you: this.view().you };
      case 'answer': {
        const turn = Number(message.turn);
        this.seat = { ...this.seat!, rev: this.seat!.rev + 1, answer: { turn, value: String(message.answer), at: 5 } };
        return { type: 'answered', turn, answer: { value: String(message.answer), at: 5 }, rev: this.seat.rev };
      }
      case 'clock':
        return { type: 'clock' };
      case 'leave':
        return { type: 'left' };
      default: {
        const { room, you, ...rest } = this.view();
        const news = this.room.version > Number(message.version);
        return { ...rest, room: news ? room : undefined, you: news || this.seat!.rev > Number(message.rev) ? you : undefined };
      }
    }
  }

  private view(): Frame<'view'> {
    const { id, name, rev, answer } = this.seat!;
    return {
      type: 'view',
      room: this.room,
      you: { address: `room0000.0.${id}`, name, rev, from: 0, answer },
      syncIn: this.syncIn,
    };
  }

  /** The room moves on; not told to anybody by that. */
  move(change: Partial<RoomView>) {
    this.room = { ...this.room, ...change, version: this.room.version + 1 };
  }

  /** A question that shows at once, opens in 5 s and closes 20 s after that. */
  ask(number: number) {
    const at = serverTime(this.environment);
    const instants = { announcedAt: at, showsAt: at, opensAt: at + 5000, closesAt: at + 25_000, sealsAt: at + 26_000 };
    this.move({ phase: 'question', number: number + 1, turn: { number, ...instants, seconds: 20, points: 1000 } });
  }

  /** Tells the newest connection, as an announcement does. */
  tell(frame: Frame = { type: 'view', room: this.room, syncIn: this.syncIn }) {
    const socket = this.sockets.at(-1)!;
    this.deliver(() => socket.say(frame));
  }

  actions() {
    return this.received.map(({ action }) => action).filter((action) => action !== 'clock');
  }
}
