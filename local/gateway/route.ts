import type { SocketHandler } from '../../lambdas/api-gateway-event.ts';

export interface Route {
  handler: SocketHandler;
  /** Sends `body` back; else only error frames. */
  returnResponse: boolean;
}

/** `$request.body.action`; never begins with `$`. */
export function actionOf(body: string): string {
  try {
    const action: unknown = JSON.parse(body)?.action ?? '';
    const text = typeof action === 'object' ? JSON.stringify(action) : String(action);
    return text.startsWith('$') ? '' : text;
  } catch {
    return '';
  }
}
