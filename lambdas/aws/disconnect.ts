// The function behind `$disconnect`.
import { disconnect } from '../disconnect.ts';
import { atEdge } from './edge.ts';
import { environment } from './environment.ts';
import { platform } from './platform.ts';

export const handler = atEdge('disconnect', () => disconnect(platform(environment('disconnect', process.env).TABLE)));
