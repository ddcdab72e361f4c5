import type { SocketHandler } from '../api-gateway-event.ts';

/**
 * Browsers open WebSockets across origins (OWASP, cross-site WebSocket hijacking).
 * @param door gets a header by lower-case name: via CloudFront?
 */
export const connectHandler =
  (
    allowed: (origin: string, host: string) => boolean,
    door: (header: (name: string) => string | undefined) => boolean = () => true,
  ): SocketHandler =>
  async ({ headers = {} }) => {
    const header = (name: string) => Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
    const origin = header('origin');
    const welcome = door(header) && (origin === undefined || allowed(origin, header('host') ?? ''));
    return { statusCode: welcome ? 200 : 403 };
  };
