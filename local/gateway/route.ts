import type { SocketHandler } from '../../lambdas/api-gateway-event.ts';

/** For `$connect`, `$disconnect`, `$default` or an action. */
export interface Route {
  handler: SocketHandler;
  /** Sends the reply's `body` back; else only error frames. */
  returnResponse: boolean;
}

/**
 * `$request.body.action`, stringified; empty without JSON or action.
 * Custom routes never begin with `$`.
 */
export function actionOf(body: string): string {
  try {
    const action: unknown = JSON.parse(body)?.action ?? '';
    const text = typeof action === 'object' ? JSON.stringify(action) : String(action);
    return text.startsWith('$') ? '' : text;
  } catch {
    return '';
  }
}
