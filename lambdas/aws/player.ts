// The function behind what players say. It has no way to speak to anybody but by its reply.
import { isUnwanted } from '../../game/word-filter.ts';
import { player } from '../player.ts';
import { atEdge, counting } from './edge.ts';
import { environment } from './environment.ts';
import { platform } from './platform.ts';

const { TABLE, ANY_NAMES } = environment('player', process.env);

export const handler = atEdge('player', (meter) =>
  player({ ...platform(TABLE), heard: counting(meter), ...(ANY_NAMES !== 'true' && { isUnwanted }) }),
);
