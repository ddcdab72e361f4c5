// The function behind `$connect`: no table, no SDK.
import { connect } from '../connect.ts';
import { atEdge } from './edge.ts';
import { environment } from './environment.ts';

const { ORIGINS, ORIGIN_SECRET } = environment('connect', process.env);
const origins = ORIGINS.split(' ');

export const handler = atEdge('connect', () =>
  connect(
    (origin) => origins.includes(origin),
    // Behind a web ACL nobody may come by the API's own address, which the ACL does not guard.
    (header) => ORIGIN_SECRET === '' || header('x-origin-secret') === ORIGIN_SECRET,
  ),
);
