/** In bytes and ms. */
export interface GatewayLimits {
  /** Beyond: close code 1009. */
  frameBytes: number;
  messageBytes: number;
  /** Unsent per reader; beyond, posts are `slow`. */
  backlogBytes: number;
  /** Received and not handled, of a connection and of an address; beyond, close code 1008. */
  pendingBytes: number;
  pendingBytesPerAddress: number;
  /** Whoever leaves so much unread is not answered. */
  unreadBytes: number;
  /** Silence, age: then close code 1001. */
  idleMs: number;
  lifeMs: number;
  timeoutMs: number;
  /** `framesOver`: drops before it is cut off. */
  framesPerSecond: number;
  framesBurst: number;
  framesOver: number;
  /** Per address: a school of 2,000 phones is one. */
  connectionsPerAddress: number;
  joinsPerSecond: number;
  joinsBurst: number;
  wrongPinsPerMinute: number;
  /** From first byte to last header. */
  handshakeMs: number;
  closeMs: number;
}

/** API Gateway's quotas; from the backlog on, ours. */
export const API_GATEWAY_LIMITS: GatewayLimits = {
  frameBytes: 32 * 1024,
  messageBytes: 128 * 1024,
  backlogBytes: 8 * 128 * 1024,
  pendingBytes: 4 * 1024 * 1024,
  pendingBytesPerAddress: 32 * 1024 * 1024,
  unreadBytes: 64 * 1024,
  idleMs: 600_000,
  lifeMs: 7_200_000,
  timeoutMs: 29_000,
  closeMs: 5_000,
  framesPerSecond: 100,
  framesBurst: 1_000,
  framesOver: 5_000,
  connectionsPerAddress: 6_000,
  joinsPerSecond: 500,
  joinsBurst: 6_000,
  wrongPinsPerMinute: 300,
  handshakeMs: 10_000,
};
