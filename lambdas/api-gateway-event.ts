/** The fields that we use, in epoch ms; `local/gateway/event.ts` makes the same. */
export interface SocketEvent {
  requestContext: {
    eventType: 'CONNECT' | 'MESSAGE' | 'DISCONNECT';
    routeKey: string;
    connectionId: string;
    /** Connection opened, on the gateway's clock. */
    connectedAt: number;
    /** Frame received, before any queueing. */
    requestTimeEpoch: number;
    requestId: string;
  };
  /** Only on CONNECT, in the client's case. */
  headers?: Record<string, string>;
  body?: string;
}

/** With a route response `body` goes back as one text frame. */
export interface SocketReply {
  statusCode: number;
  body?: string;
}

/** A throw is the gateway's "Internal server error" frame. */
export type SocketHandler = (event: SocketEvent) => Promise<SocketReply>;
