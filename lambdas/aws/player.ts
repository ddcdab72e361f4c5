// The function behind what players say. It has no way to speak to anybody but by its reply.
import { player } from '../player.ts';
import { atEdge, counting } from './edge.ts';
import { environment } from './environment.ts';
import { platform } from './platform.ts';

export const handler = atEdge('player', (meter) =>
  player({ ...platform(environment('player', process.env).TABLE), heard: counting(meter) }),
);
