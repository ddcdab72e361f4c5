/** The members of API Gateway's WebSocket proxy event that we read; `local/gateway/gateway.ts` makes the same ones. All times are epoch ms. */
export interface SocketEvent {
  requestContext: {
    eventType: 'CONNECT' | 'MESSAGE' | 'DISCONNECT';
    routeKey: string;
    connectionId: string;
    /** When the connection was opened, on the gateway's clock. */
    connectedAt: number;
    /** When the gateway received this frame, before any queueing: the fair arrival time of an answer. */
    requestTimeEpoch: number;
    requestId: string;
  };
  /** Only on CONNECT; names are cased as the client sent them. */
  headers?: Record<string, string>;
  body?: string;
}

/** What a function returns. On a route with a route response, `body` goes back to the caller as one text frame. */
export interface SocketReply {
  statusCode: number;
  body?: string;
}

/** A Lambda function as the gateway invokes it. A throw is the gateway's "Internal server error" frame. */
export type SocketHandler = (event: SocketEvent) => Promise<SocketReply>;
