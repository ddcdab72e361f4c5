/** Who sent a frame. Of two connections `connectedAt` (epoch ms) tells the newer. */
export interface Speaker {
  connection: string;
  connectedAt: number;
}

/** The result of sending to several connections. */
export interface Sent {
  /** Closed connections: free them, never their seats. */
  gone: string[];
  /** Not reached in time, though perhaps alive. */
  undelivered: number;
}

/** Retries each connection until `until` (epoch ms, by default now + 3 s) without delaying others. */
export interface Sockets {
  /** The same frame to all. */
  sendAll(connections: readonly string[], frame: string, until?: number): Promise<Sent>;
  /** A frame each. */
  send(each: readonly { connection: string; frame: string }[], until?: number): Promise<Sent>;
}
