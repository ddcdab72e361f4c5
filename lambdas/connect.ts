import type { SocketHandler } from './event.ts';

/**
 * `$connect`: browsers do not hold WebSockets to one origin, so the server must (OWASP, cross-site WebSocket hijacking). A client
 * that is no browser sends no Origin and has no user to be misused.
 * @param allowed may pages of this origin (such as `https://quiz.example`) connect to this host?
 */
export const connect =
  (allowed: (origin: string, host: string) => boolean): SocketHandler =>
  async ({ headers = {} }) => {
    const header = (name: string) => Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
    const origin = header('origin');
    return { statusCode: origin === undefined || allowed(origin, header('host') ?? '') ? 200 : 403 };
  };
