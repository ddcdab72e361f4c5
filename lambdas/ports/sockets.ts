/** `connectedAt` (epoch ms) tells the newer connection. */
export interface Speaker {
  connection: string;
  connectedAt: number;
}

export interface Sent {
  /** Closed connections: free them, never their seats. */
  gone: string[];
  /** Perhaps alive. */
  undelivered: number;
}

/**
 * Retries until `until`, epoch ms (default: now + 3 s). One that cannot be reached holds up nobody else.
 */
export interface Sockets {
  sendAll(connections: readonly string[], frame: string, until?: number): Promise<Sent>;
  send(each: readonly { connection: string; frame: string }[], until?: number): Promise<Sent>;
}
