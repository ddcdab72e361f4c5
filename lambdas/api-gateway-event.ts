/** The fields used, in epoch ms. */
export interface SocketEvent {
  requestContext: {
    eventType: 'CONNECT' | 'MESSAGE' | 'DISCONNECT';
    routeKey: string;
    connectionId: string;
    connectedAt: number;
    /** Frame received, before any queueing. */
    requestTimeEpoch: number;
    requestId: string;
    identity?: { sourceIp: string };
  };
  headers?: Record<string, string>;
  body?: string;
}

/** `body` goes back as one text frame. */
export interface SocketReply {
  statusCode: number;
  body?: string;
}

/** A throw becomes the gateway's error frame. */
export type SocketHandler = (event: SocketEvent) => Promise<SocketReply>;
