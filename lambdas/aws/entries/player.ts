import { isUnwanted } from '../../../game/seats/word-filter.ts';
import { playerHandler } from '../../handlers/player.ts';
import { environment } from '../environment.ts';
import { lambdaHandler, replyMetrics } from '../lambda-handler.ts';
import { runtimePorts } from '../runtime.ts';

const { TABLE, ANY_NAMES } = environment('player', process.env);

export const handler = lambdaHandler('player', (metrics) =>
  playerHandler({ ...runtimePorts(TABLE), onReply: replyMetrics(metrics), ...(ANY_NAMES !== 'true' && { isUnwanted }) }),
);
