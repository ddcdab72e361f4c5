// No table, no SDK.
import { connectHandler } from '../../handlers/connect.ts';
import { lambdaHandler } from '../lambda-handler.ts';

export const handler = lambdaHandler('connect', ({ ORIGINS, ORIGIN_SECRET }) => {
  const origins = ORIGINS.split(' ');
  return connectHandler(
    (origin) => origins.includes(origin),
    // Nobody may go past the web ACL.
    (header) => ORIGIN_SECRET === '' || header('x-origin-secret') === ORIGIN_SECRET,
  );
});
