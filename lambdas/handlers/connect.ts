import type { SocketHandler } from '../api-gateway-event.ts';

/**
 * `$connect`: browsers do not hold WebSockets to one origin, so the server must (OWASP, cross-site WebSocket hijacking). A client
 * that is no browser sends no Origin and has no user to be misused.
 * @param allowed may pages of this origin (such as `https://quiz.example`) connect to this host?
 * @param door did it come by the door that it should come by? Told by a header's name, in lower case, what it says.
 */
export const connectHandler =
  (
    allowed: (origin: string, host: string) => boolean,
    door: (header: (name: string) => string | undefined) => boolean = () => true,
  ): SocketHandler =>
  async ({ headers = {} }) => {
    // Names are cased as the client sent them.
    const header = (name: string) => Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
    const origin = header('origin');
    const welcome = door(header) && (origin === undefined || allowed(origin, header('host') ?? ''));
    return { statusCode: welcome ? 200 : 403 };
  };
