// What every host of the handlers must do, by the protocol alone.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Frame } from '../../game/wire/server-frames.ts';
import type { HostView } from '../../game/wire/views.ts';
import { type HostClient, hostRoom, joinRoom, type PlayerClient, pause } from '../support/clients.ts';
import { connectClient, type ProtocolClient } from '../support/protocol-client.ts';
import { wholeGame } from './whole-game.ts';

/** @param start a host with the quick quiz (`quick`: a choice, a several, a true-false, of 5 s each) on its shelf */
export function hostContract(name: string, start: () => Promise<{ url: string; key: string; close(): Promise<void> }>) {
  describe(`the contract of a host: ${name}`, { timeout: 240_000, concurrent: true }, () => {
    let url: string;
    let key: string;
    let close: () => Promise<void>;
    beforeAll(async () => {
      ({ url, key, close } = await start());
    });
    const lines: ProtocolClient[] = [];
    afterAll(async () => {
      for (const one of lines) one.close();
      await close();
    });

    const line = async (): Promise<ProtocolClient> => {
      const made = await connectClient(url);
      lines.push(made);
      return made;
    };
    const open = async (): Promise<HostClient> => hostRoom(await line(), key, { quiz: 'quick' });
    const join = async (game: HostClient, called: string): Promise<PlayerClient> => joinRoom(url, game.pin, called, await line());
    const refusal = (frame: Frame) => (frame.type === 'refused' ? frame.code : frame.type);
    const tryToJoin = async (game: HostClient, called: string) =>
      (await line()).say('join', { pin: game.pin, name: called, seat: 'x'.repeat(22), secret: 'y'.repeat(22) });
    /** What a host sees is a moment behind on AWS, whose reads are: it looks until it is there. */
    const shown = (game: HostClient, stage: Partial<HostView>) =>
      // `expect.poll` belongs to one test at a time, and these run side by side.
      vi.waitFor(async () => expect((await game.look({ names: 10 })).stage).toMatchObject(stage), {
        interval: 50,
        timeout: 60_000,
      });
    const views = (player: PlayerClient) =>
      player.line.received
        .map((text) => JSON.parse(text) as Frame)
        .flatMap((frame) => (frame.type === 'view' && frame.re === undefined ? [frame] : []));

    wholeGame(() => ({ url, key }));

    test('a name that is held back goes to the host alone, who lets it through or gives another', async () => {
      const game = await open();
      const [ann, bo] = [await join(game, 'Ann'), await join(game, 'Fuck you')];
      const guest = expect.stringMatching(/^Guest \d{4}$/);
      await shown(game, { held: { count: 1, names: [{ seat: bo.seat, name: guest, typed: 'Fuck you' }] } });
      const rename = (name: string) => game.line.say('renamePlayer', { key, room: game.id, seat: bo.seat, name });
      expect(await rename('ann')).toMatchObject({ code: 'nameTaken', suggestion: 'ann2' });
      expect(refusal(await rename('Fuck you'))).toBe('stage');
      await bo.line.waitFor('view', ({ you }) => you?.name === 'Fuck you');
      await shown(game, { names: [expect.objectContaining({ name: 'Fuck you' }), expect.objectContaining({ name: 'Ann' })] });
      expect((await game.look()).stage).not.toHaveProperty('held');
      expect(refusal(await rename('Bo'))).toBe('stage');
      await bo.line.waitFor('view', ({ you }) => you?.name === 'Bo');
      expect(ann.line.received.join()).not.toMatch(/Fuck|Guest/);
    });

    test('per question a player is sent the question and the reveal once, and tallies at most once a second', async () => {
      const game = await open();
      const players = [await join(game, 'Ann'), await join(game, 'Bo'), await join(game, 'Cy')] as const;
      await game.move('start');
      await game.opened();
      await players[0].answer('2', 0);
      await shown(game, { tallied: expect.objectContaining({ answered: 1 }) });
      await players[1].answer('2', 0);
      await shown(game, { answered: 2 });
      await players[2].answer('1', 0);
      await game.until('reveal');
      await players[0].line.waitFor('view', (frame) => frame.room?.phase === 'reveal');
      const pushed = players[0].line.received.map((text) => JSON.parse(text) as Frame).filter((frame) => frame.re === undefined);
      expect(pushed.map((frame) => (frame.type === 'view' ? frame.room!.phase : frame.type))).toEqual([
        'question',
        'tally',
        'tally',
        'reveal',
      ]);
    });

    test('N6 somebody who joins late sees the phase at once, and may still answer', async () => {
      const game = await open();
      await join(game, 'Ann');
      await game.move('start');
      const reading = await join(game, 'Reading');
      await game.opened();
      const late = await join(game, 'Late');
      expect([reading, late].map(({ first }) => [first.room!.phase, first.room!.asked!.text, first.standing])).toEqual([
        ['question', 'One?', undefined],
        ['question', 'One?', undefined],
      ]);
      await late.answer('2', 0);
      await game.move('close');
      await game.until('reveal');
      const revealed = await join(game, 'Revealed');
      expect([revealed.first.room!.phase, revealed.first.room!.asked!.outcome!.solution, revealed.first.standing]).toEqual([
        'reveal',
        { right: [2] },
        undefined,
      ]);
      expect((await late.standing())?.mark).toBe('right');
      for (const move of ['standings', 'podium', 'again'] as const) {
        const room = await game.move(move);
        const { first } = await join(game, `Late at ${move}`);
        expect([first.room, first.standing]).toEqual([room, undefined]);
      }
    });

    test('P4 a repeated move moves the room once; a second move from the same version is a conflict', async () => {
      const game = await open();
      const ann = await join(game, 'Ann');
      const press = (id: string) => game.line.say('move', { key, room: game.id, version: 1, move: 'start', id });
      const replies = [await press('press-1'), await press('press-1'), await press('press-2')];
      expect(replies.map((frame) => (frame.type === 'stage' ? frame.room!.version : refusal(frame)))).toEqual([2, 2, 'conflict']);
      await ann.sync();
      expect(views(ann)).toHaveLength(1);

      const skip = (id: string) => game.line.say('move', { key, room: game.id, version: 2, move: 'skip', id });
      const atOnce = await Promise.all([skip('skip-1'), skip('skip-2'), skip('skip-1')]);
      expect(atOnce.map((frame) => (frame.type === 'stage' ? frame.room!.number : refusal(frame))).sort()).toEqual(
        // Whichever came first was obeyed, once.
        atOnce[1]!.type === 'stage' ? [2, 'conflict', 'conflict'] : [2, 2, 'conflict'],
      );
    });

    test('another page of the host takes the room over, and the old one is told', async () => {
      const game = await open();
      await game.look();
      const elsewhere = await hostRoom(await line(), key, { id: game.id });
      expect(elsewhere.room).toEqual(game.room);
      await game.line.waitFor('refused', ({ code }) => code === 'hostTaken');
      expect(refusal(await game.line.say('look', { key, room: game.id }))).toBe('hostTaken');
      await join(elsewhere, 'Ann');
      expect((await elsewhere.move('start')).phase).toBe('question');
    });

    test('N1 a newer connection takes a seat over with its answer, and the older one is told', async () => {
      const game = await open();
      const ann = await join(game, 'Ann');
      await game.move('start');
      await game.opened();
      await ann.answer('2', 0);
      const newer = await line();
      const back = (await ann.sync(newer)) as Frame<'view'>;
      expect([back.you!.name, back.you!.answer!.value, back.room!.turn!.number]).toEqual(['Ann', '2', 0]);
      expect(refusal(await ann.sync())).toBe('taken');
      await game.until('reveal');
      await newer.waitFor('view', (frame) => frame.room?.phase === 'reveal');
    });

    test('sync returns only what is newer than what the player has', async () => {
      const game = await open();
      const { line: by, seat, secret } = await join(game, 'Ann');
      const sync = async (version: number, rev: number) => {
        const { room, you, syncIn } = await by.ask('view', 'sync', { seat, secret, version, rev });
        return [room?.version, you?.rev, syncIn];
      };
      expect([await sync(0, 0), await sync(1, 0), await sync(1, 1)]).toEqual([
        [1, 1, 20_000],
        [undefined, 1, 20_000],
        [undefined, undefined, 20_000],
      ]);
    });

    test('C6 with the host gone an open question is revealed by a player’s nudge, and not before its time', async () => {
      const game = await open();
      const [ann, bo] = [await join(game, 'Ann'), await join(game, 'Bo')];
      await game.move('start');
      game.line.close();
      const { seat, secret } = ann;
      const nudge = () => ann.line.ask('view', 'nudge', { seat, secret, version: game.room.version });
      expect((await nudge()).room).toBeUndefined();
      await pause(game.room.turn!.sealsAt + 600 - Date.now());
      expect((await nudge()).room!.phase).toBe('reveal');
      await bo.line.waitFor('view', (frame) => frame.room?.phase === 'reveal');
      const back = await hostRoom(await line(), key, { id: game.id });
      expect(back.room.phase).toBe('reveal');
    });

    test('N5 a removed player is told at once, cannot come back, and their name stays taken', async () => {
      const game = await open();
      const ann = await join(game, 'Ann');
      await join(game, 'Bo');
      expect(refusal(await game.line.say('remove', { key, room: game.id, seat: ann.seat }))).toBe('stage');
      await ann.line.waitFor('refused', ({ code }) => code === 'removed');
      expect(refusal(await ann.sync(await line()))).toBe('removed');
      expect(await tryToJoin(game, 'ann')).toMatchObject({ code: 'nameTaken', suggestion: 'ann2' });
      await shown(game, { players: 1, names: [expect.objectContaining({ name: 'Bo' })] });
    });

    test('N5 a locked room lets nobody else in, and those who are in come back', async () => {
      const game = await open();
      const ann = await join(game, 'Ann');
      expect((await game.move('lock')).locked).toBe(true);
      expect(refusal(await tryToJoin(game, 'Bo'))).toBe('locked');
      expect(refusal(await ann.sync(await line()))).toBe('view');
      await game.move('unlock');
      expect(refusal(await tryToJoin(game, 'Bo'))).toBe('view');
    });

    test('N4 a name can be changed in the lobby only; a seat given up there frees its name', async () => {
      const game = await open();
      const [ann, bo] = [await join(game, 'Ann'), await join(game, 'Bo')];
      const rename = async ({ line: by, seat, secret }: PlayerClient, to: string) => by.say('rename', { seat, secret, name: to });
      expect(await rename(ann, 'Anna')).toMatchObject({ type: 'view', you: { name: 'Anna', rev: 2 } });
      expect(await rename(ann, 'bo')).toMatchObject({ code: 'nameTaken', suggestion: 'bo2' });
      expect(refusal(await bo.line.say('leave', { seat: bo.seat, secret: bo.secret }))).toBe('left');
      expect((await rename(ann, 'bo')).type).toBe('view');
      await game.move('start');
      expect(refusal(await rename(ann, 'Ann'))).toBe('nameLate');
    });

    test('a skipped question counts for nobody, more time is more time, and ending early goes to the podium', async () => {
      const game = await open();
      const ann = await join(game, 'Ann');
      await game.move('start');
      await game.opened();
      const { closesAt } = game.room.turn!;
      expect((await game.move('moreTime')).turn!.closesAt).toBe(closesAt + 10_000);
      await ann.answer('2', 0);
      const second = await game.move('skip');
      expect([second.number, second.asked!.text]).toEqual([2, 'Two?']);
      expect((await game.move('podium')).top).toEqual([]);
      expect(await game.results()).toEqual({ questions: [], players: [] });
    });

    test('a room shows and accepts nothing of another room', async () => {
      const [one, other] = [await open(), await open()];
      const [ann, also] = [await join(one, 'Ann'), await join(other, 'Ann')];
      await one.move('start');
      await also.sync();
      expect([views(ann).length, views(also).length]).toEqual([1, 0]);
      expect(refusal(await other.line.say('remove', { key, room: other.id, seat: ann.seat }))).toBe('noSeat');
    });

    test('a wrong key opens, sees and moves nothing', async () => {
      const game = await open();
      const wrong = 'w'.repeat(22);
      const by = await line();
      const tries = [
        await by.say('shelf', { key: wrong }),
        await by.say('open', { key: wrong, quiz: 'quick' }),
        await by.say('look', { key: wrong, room: game.id }),
        await by.say('move', { key: wrong, room: game.id, version: 1, move: 'end' }),
        await by.say('results', { key: wrong, room: game.id }),
      ];
      expect(tries.map(refusal)).toEqual(Array(5).fill('notHost'));
      expect((await game.look()).room).toBeUndefined();
    });
  });
}
