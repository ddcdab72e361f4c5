/** Who speaks, as the gateway knows them. `connectedAt` (epoch ms) tells which of two connections is the newer one. */
export interface Speaker {
  connection: string;
  connectedAt: number;
}
/** What became of a broadcast. */
export interface Sent {
  /** Connections that exist no more: free them, never their seats. */
  gone: string[];
  /** Connections that could not be reached in time, though they may be alive. */
  undelivered: number;
}
/** Whoever cannot be reached is tried again until the instant `until` (epoch ms), which has a sound default; none of them holds up the rest. */
export interface Sockets {
  /** The same frame to all. */
  sendAll(connections: readonly string[], frame: string, until?: number): Promise<Sent>;
  /** A frame each. */
  send(each: readonly { connection: string; frame: string }[], until?: number): Promise<Sent>;
}
