import type { SocketHandler } from '../../lambdas/api-gateway-event.ts';

/** What the gateway does with one route key: `$connect`, `$disconnect`, `$default`, or an action. */
export interface Route {
  handler: SocketHandler;
  /** Two-way: the reply's `body` goes back to the caller. Without it the caller hears nothing but API Gateway's error frames. */
  returnResponse: boolean;
}

/**
 * The route selection expression `$request.body.action`, stringified; empty if the body is no JSON or has no action.
 * No custom route begins with `$`, so a client that asks for `$connect` or `$disconnect` has asked for nothing.
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
