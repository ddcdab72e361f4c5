// May broadcast, as the players' nudge does.
import { ACTIONS } from '../../game/wire/client-messages.ts';
import { look } from '../actions/host/look.ts';
import { move } from '../actions/host/move.ts';
import { open } from '../actions/host/open.ts';
import { remove } from '../actions/host/remove.ts';
import { renamePlayer } from '../actions/host/rename-player.ts';
import { results } from '../actions/host/results.ts';
import { shelf } from '../actions/host/shelf.ts';
import { ticket } from '../actions/host/ticket.ts';
import { undo } from '../actions/host/undo.ts';
import { binQuiz } from '../actions/library/bin-quiz.ts';
import { copyQuiz } from '../actions/library/copy-quiz.ts';
import { library } from '../actions/library/library.ts';
import { quiz } from '../actions/library/quiz.ts';
import { saveQuestion } from '../actions/library/save-question.ts';
import { saveQuiz } from '../actions/library/save-quiz.ts';
import { nudge } from '../actions/player/nudge.ts';
import type { SocketHandler } from '../api-gateway-event.ts';
import { dispatch } from '../dispatch.ts';
import type { HostPorts } from '../ports/ports.ts';

export const hostHandler = (ports: HostPorts): SocketHandler =>
  dispatch(ports, ACTIONS.host, {
    shelf,
    library,
    quiz,
    saveQuiz,
    saveQuestion,
    copyQuiz,
    binQuiz,
    open,
    look,
    move,
    remove,
    renamePlayer,
    undo,
    results,
    ticket,
    nudge,
  });
