// The real editor of one quiz behind faulty connections, without its screen.
import { createClock } from '../../web/clock/clock.ts';
import { createPageSession } from '../../web/connection/page-session.ts';
import { createEditorModel } from '../../web/editor/model/editor-model.ts';
import { createQuizLine } from '../../web/editor/quiz-line.ts';
import { pageEnvironment } from '../support/page-environment.ts';
import { createFakeStore } from '../web/editor/faulty-line.ts';
import { faultyLine } from './faulty-line.ts';
import type { GameUnderFaults } from './game-under-faults.ts';

export type EditingHost = ReturnType<typeof openEditingHost>;

/** @param who name of its line */
export function openEditingHost(game: Pick<GameUnderFaults, 'port' | 'key' | 'plan' | 'open'>, quiz: string, who: string) {
  const { port, key, plan, open } = game;
  const { up, down, dialled, frames, said, cut } = faultyLine(plan, who);
  const store = createFakeStore();
  const random = () => plan.chance(who);

  function load(language?: string) {
    const environment = pageEnvironment({ port, pin: 'host', up, down, dialled, random, ...(open && { open }) });
    const session = createPageSession(environment, createClock(environment), {
      onOpen: async () => {},
      onFrame: () => {},
      onRefusal: () => {},
      mayRenew: () => true,
    });
    session.begin();
    return {
      session,
      model: createEditorModel({ line: createQuizLine(session, key, quiz), store, environment, quiz, language }),
    };
  }
  let page = load(who === 'editor 0' ? 'en' : undefined);

  async function leave() {
    await page.model.close();
    page.session.end();
  }
  return {
    who,
    chance: random,
    /** Heard, before faults. */
    frames,
    /** Before faults. */
    said,
    cut,
    get model() {
      return page.model;
    },
    store,
    leave,
    async reload() {
      await leave();
      page = load();
    },
  };
}
