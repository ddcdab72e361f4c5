import type { SocketHandler } from '../api-gateway-event.ts';

/**
 * Browsers do not bind WebSockets to an origin (OWASP, cross-site WebSocket hijacking).
 * Clients without a browser send no Origin.
 * @param allowed may pages of this origin connect to this host?
 * @param door came it through CloudFront? Gets a header by lower-case name
 */
export const connectHandler =
  (
    allowed: (origin: string, host: string) => boolean,
    door: (header: (name: string) => string | undefined) => boolean = () => true,
  ): SocketHandler =>
  async ({ headers = {} }) => {
    // Names keep the client's case.
    const header = (name: string) => Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
    const origin = header('origin');
    const welcome = door(header) && (origin === undefined || allowed(origin, header('host') ?? ''));
    return { statusCode: welcome ? 200 : 403 };
  };
