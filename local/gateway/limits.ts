/** What the gateway allows, in bytes and milliseconds; options, so that a test can make two hours pass in a second. */
export interface GatewayLimits {
  /** The largest frame a client may send, and the largest message in however many frames: beyond is close code 1009. */
  frameBytes: number;
  messageBytes: number;
  /**
   * What may wait unsent for one slow reader. Beyond, its buffer is full: posts are answered `slow`, route responses are lost.
   */
  backlogBytes: number;
  /** No message either way for so long, or a connection this old: close code 1001. Pings are no messages. */
  idleMs: number;
  lifeMs: number;
  /** How long a handler may take. */
  timeoutMs: number;
  /** What one connection may say: so many frames a second, so many more at once; and how many more before it is cut off. */
  framesPerSecond: number;
  framesBurst: number;
  framesOver: number;
  /** What one address may have and do; a school of 2,000 phones is one address, and joins within seconds. */
  connectionsPerAddress: number;
  joinsPerSecond: number;
  joinsBurst: number;
  wrongPinsPerMinute: number;
  /** How long a handshake may take from its first byte to its last header. */
  handshakeMs: number;
  /** How long a client may take to answer a close frame before its socket is destroyed. */
  closeMs: number;
}

/** API Gateway's quotas. What is not published, from the backlog and the closing on, is ours. */
export const API_GATEWAY_LIMITS: GatewayLimits = {
  frameBytes: 32 * 1024,
  messageBytes: 128 * 1024,
  backlogBytes: 8 * 128 * 1024,
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
