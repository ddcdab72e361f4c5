// No table, no SDK.
import { connectHandler } from '../../handlers/connect.ts';
import { environment } from '../environment.ts';
import { lambdaHandler } from '../lambda-handler.ts';

const { ORIGINS, ORIGIN_SECRET } = environment('connect', process.env);
const origins = ORIGINS.split(' ');

export const handler = lambdaHandler('connect', () =>
  connectHandler(
    (origin) => origins.includes(origin),
    // Nobody may go past the web ACL.
    (header) => ORIGIN_SECRET === '' || header('x-origin-secret') === ORIGIN_SECRET,
  ),
);
