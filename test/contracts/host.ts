// What every host of the handlers must do, over real sockets and told by the protocol alone: (how to reach it) and nothing else.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Frame, ResultLine } from '../../game/messages.ts';
import { dial, type Line } from '../line.ts';
import { type Hosting, hosting, type Playing, pause, playing } from '../players.ts';

/** @param start a host with the quick quiz (`quick`: a choice, a several, a true-false, of 5 s each) on its shelf */
export function hostContract(name: string, start: () => Promise<{ url: string; key: string; close(): Promise<void> }>) {
  describe(`the contract of a host: ${name}`, { timeout: 60_000, concurrent: true }, () => {
    let url: string;
    let key: string;
    let close: () => Promise<void>;
    beforeAll(async () => {
      ({ url, key, close } = await start());
    });
    const lines: Line[] = [];
    afterAll(async () => {
      for (const one of lines) one.close();
      await close();
    });

    const line = async (): Promise<Line> => {
      const made = await dial(url);
      lines.push(made);
      return made;
    };
    const open = async (): Promise<Hosting> => hosting(await line(), key, { quiz: 'quick' });
    const join = async (game: Hosting, called: string): Promise<Playing> => playing(url, game.pin, called, await line());
    const refusal = (frame: Frame) => (frame.type === 'refused' ? frame.code : frame.type);
    const views = (player: Playing) =>
      player.line.received
        .map((text) => JSON.parse(text) as Frame)
        .flatMap((frame) => (frame.type === 'view' && frame.re === undefined ? [frame] : []));

    test('a whole game: three players, three kinds, standings, podium, results, once more, the end', async () => {
      const game = await open();
      const players = [await join(game, 'Ann'), await join(game, 'Bo'), await join(game, 'Cy')] as const;
      const said = [
        ['2', '2', '1'],
        ['1,3', '1', '2'],
        ['2', '1', '2'],
      ] as const;
      for (const [turn, answers] of said.entries()) {
        await game.move(turn === 0 ? 'start' : 'question');
        for (const { line } of players) await line.heard('view', (frame) => frame.room?.turn?.number === turn);
        await game.opened();
        for (const [i, player] of players.entries()) await player.answer(answers[i]!, turn);
        // Everybody has answered: it closes early, well before its five seconds.
        const revealed = await game.until('reveal');
        expect(revealed.turn!.closesAt - revealed.turn!.opensAt).toBeLessThan(4000);
        for (const { line } of players)
          await line.heard('view', (frame) => frame.room?.phase === 'reveal' && frame.room.turn?.number === turn);
        if (turn < 2) await game.move('standings');
      }
      await game.move('podium');
      for (const { line } of players) await line.heard('view', (frame) => frame.room?.phase === 'podium');

      const marks = players.map((player) =>
        views(player)
          .filter((frame) => frame.room?.phase === 'reveal')
          .map((frame) => frame.standing!.mark),
      );
      expect(marks).toEqual([
        ['right', 'right', 'right'],
        ['right', 'partly', 'wrong'],
        ['wrong', 'wrong', 'right'],
      ]);
      const ranks = players.map((player) => views(player).at(-1)!.standing!.rank);
      expect(ranks).toEqual([1, 3, 2]);

      const results = await game.line.ask('results', 'results', { key, room: game.id });
      expect(results.lines.map((one) => (one.line === 'player' ? one.name : one.text))).toEqual([
        'One?',
        'Two?',
        'Three?',
        'Ann',
        'Cy',
        'Bo',
      ]);

      const again = await game.move('again');
      expect([again.phase, again.number, again.top]).toEqual(['lobby', 0, undefined]);
      await game.move('end');
      await players[0].line.heard('view', (frame) => frame.room?.phase === 'closed');
      expect(
        refusal(await (await line()).say('join', { pin: game.pin, name: 'Di', seat: 'x'.repeat(22), secret: 'y'.repeat(22) })),
      ).toBe('noRoom');
    });

    test('per question a player is sent the question and the reveal once, and tallies at most once a second', async () => {
      const game = await open();
      const players = [await join(game, 'Ann'), await join(game, 'Bo'), await join(game, 'Cy')] as const;
      await game.move('start');
      await game.opened();
      await players[0].answer('2', 0);
      await game.look();
      await players[1].answer('2', 0);
      await game.look();
      await players[2].answer('1', 0);
      await game.until('reveal');
      await players[0].line.heard('view', (frame) => frame.room?.phase === 'reveal');
      const pushed = players[0].line.received.map((text) => JSON.parse(text) as Frame).filter((frame) => frame.re === undefined);
      expect(pushed.map((frame) => (frame.type === 'view' ? frame.room!.phase : frame.type))).toEqual([
        'question',
        'tally',
        'tally',
        'reveal',
      ]);
    });

    test('somebody who joins late sees the phase at once, and may still answer', async () => {
      const game = await open();
      await join(game, 'Ann');
      await game.move('start');
      const reading = await join(game, 'Reading');
      await game.opened();
      const late = await join(game, 'Late');
      expect([reading, late].map(({ first }) => [first.room!.phase, first.room!.face!.text, first.standing])).toEqual([
        ['question', 'One?', undefined],
        ['question', 'One?', undefined],
      ]);
      await late.answer('2', 0);
      await game.move('close');
      await game.until('reveal');
      const revealed = await join(game, 'Revealed');
      expect([revealed.first.room!.phase, revealed.first.room!.reveal!.right, revealed.first.standing]).toEqual([
        'reveal',
        [2],
        undefined,
      ]);
      await late.line.heard('view', (frame) => frame.standing?.mark === 'right');
    });

    test('a press that is said twice is obeyed once; another press from the same view is told that the room has moved on', async () => {
      const game = await open();
      const ann = await join(game, 'Ann');
      const press = (id: string) => game.line.say('move', { key, room: game.id, version: 1, move: 'start', id });
      const replies = [await press('press-1'), await press('press-1'), await press('press-2')];
      expect(replies.map((frame) => (frame.type === 'stage' ? frame.room!.version : refusal(frame)))).toEqual([2, 2, 'conflict']);
      await ann.sync();
      expect(views(ann)).toHaveLength(1);
    });

    test('another page of the host takes the room over, and the old one is told', async () => {
      const game = await open();
      await game.look();
      const elsewhere = await hosting(await line(), key, { id: game.id });
      expect(elsewhere.room).toEqual(game.room);
      await game.line.heard('refused', ({ code }) => code === 'hostTaken');
      expect(refusal(await game.line.say('look', { key, room: game.id }))).toBe('hostTaken');
      await join(elsewhere, 'Ann');
      expect((await elsewhere.move('start')).phase).toBe('question');
    });

    test('a seat comes along to a newer connection with its answer; the older one is told that it is taken', async () => {
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
      await newer.heard('view', (frame) => frame.room?.phase === 'reveal');
    });

    test('sync tells what is newer than what the player has, and nothing else', async () => {
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

    test('with the host gone an open question is revealed by a player’s nudge, and not before its time', async () => {
      const game = await open();
      const [ann, bo] = [await join(game, 'Ann'), await join(game, 'Bo')];
      await game.move('start');
      game.line.close();
      const { seat, secret } = ann;
      const nudge = () => ann.line.ask('view', 'nudge', { seat, secret, version: game.room.version });
      expect((await nudge()).room).toBeUndefined();
      await pause(game.room.turn!.sealsAt + 600 - Date.now());
      expect((await nudge()).room!.phase).toBe('reveal');
      await bo.line.heard('view', (frame) => frame.room?.phase === 'reveal');
      const back = await hosting(await line(), key, { id: game.id });
      expect(back.room.phase).toBe('reveal');
    });

    test('a removed player is told at once, cannot come back, and their name stays taken', async () => {
      const game = await open();
      const ann = await join(game, 'Ann');
      await join(game, 'Bo');
      expect(refusal(await game.line.say('remove', { key, room: game.id, seat: ann.seat }))).toBe('stage');
      await ann.line.heard('refused', ({ code }) => code === 'removed');
      expect(refusal(await ann.sync(await line()))).toBe('removed');
      const named = await (await line()).say('join', {
        pin: game.pin,
        name: 'ann',
        seat: 'x'.repeat(22),
        secret: 'y'.repeat(22),
      });
      expect(named).toMatchObject({ code: 'nameTaken', suggestion: 'ann2' });
      const { stage } = await game.look({ names: 10 });
      expect([stage!.players, stage!.names.map((one) => one.name)]).toEqual([1, ['Bo']]);
    });

    test('a locked room lets nobody else in, and those who are in come back', async () => {
      const game = await open();
      const ann = await join(game, 'Ann');
      expect((await game.move('lock')).locked).toBe(true);
      const knock = async () =>
        refusal(await (await line()).say('join', { pin: game.pin, name: 'Bo', seat: 'b'.repeat(22), secret: 'c'.repeat(22) }));
      expect(await knock()).toBe('locked');
      expect(refusal(await ann.sync(await line()))).toBe('view');
      await game.move('unlock');
      expect(await knock()).toBe('view');
    });

    test('a name can be changed in the lobby only; a seat given up there frees its name', async () => {
      const game = await open();
      const [ann, bo] = [await join(game, 'Ann'), await join(game, 'Bo')];
      const rename = async ({ line: by, seat, secret }: Playing, to: string) => by.say('rename', { seat, secret, name: to });
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
      expect([second.number, second.face!.text]).toEqual([2, 'Two?']);
      expect((await game.move('podium')).top).toEqual([]);
      const results = await game.line.ask('results', 'results', { key, room: game.id });
      expect(results.lines).toEqual([]);
    });

    test('results of many players come page by page, each small enough for a frame, and none is missing', async () => {
      const game = await open();
      const by = await line();
      const names = Array.from({ length: 250 }, (_, i) => `A player named ${i}`);
      const players: Playing[] = [];
      for (const called of names) players.push(await playing(url, game.pin, called, by));
      await game.move('start');
      await game.opened();
      await Promise.all(players.map((player) => player.answer('2', 0)));
      await game.until('reveal');
      const lines: ResultLine[] = [];
      let pages = 0;
      for (let cursor: number | null = 0; cursor !== null; pages++) {
        const page: Frame<'results'> = await game.line.ask('results', 'results', { key, room: game.id, cursor });
        expect(JSON.stringify(page).length).toBeLessThan(24_000);
        lines.push(...page.lines);
        cursor = page.next;
      }
      expect(pages).toBeGreaterThan(1);
      expect(lines.flatMap((one) => (one.line === 'player' ? one.name : [])).sort()).toEqual([...names].sort());
    });

    test('rooms know nothing of each other', async () => {
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
