import { isUnwanted } from '../../../game/seats/word-filter.ts';
import { playerHandler } from '../../handlers/player.ts';
import { lambdaHandler, replyMetrics } from '../lambda-handler.ts';
import { runtimePorts } from '../runtime.ts';

export const handler = lambdaHandler('player', ({ TABLE, ANY_NAMES }, metrics) =>
  playerHandler({
    ...runtimePorts(TABLE, metrics),
    onReply: replyMetrics(metrics),
    ...(ANY_NAMES !== 'true' && { isUnwanted }),
  }),
);
