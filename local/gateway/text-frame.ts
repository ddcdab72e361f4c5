import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';

/** Longer texts are better copied by the system than by us: a buffer for each would keep the collector busy. */
const SHORT_BYTES = 1024;
const framed = new WeakMap<Buffer, Buffer>();

/**
 * Sends one text message of so many bytes. `ws` hands the head of a frame and its text to the system apart, which costs a tenth of every
 * short one, and makes a head for each of the thousands that are sent the same bytes; so these are framed here, on the same wire.
 */
export function sendText({ socket, wire }: { socket: WebSocket; wire: Duplex }, data: string | Buffer, bytes: number): void {
  if (typeof data !== 'string') {
    let frame = framed.get(data);
    if (!frame) {
      frame = textFrame(data, bytes);
      framed.set(data, frame);
    }
    wire.write(frame);
  } else if (bytes < SHORT_BYTES) wire.write(textFrame(data, bytes));
  else socket.send(data);
}

/** A whole message in one frame, unmasked as a server's are (RFC 6455, 5.2). */
function textFrame(data: string | Buffer, bytes: number): Buffer {
  const head = bytes < 126 ? 2 : bytes < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(head + bytes);
  frame[0] = 0x81;
  frame[1] = head === 2 ? bytes : head === 4 ? 126 : 127;
  if (head === 4) frame.writeUInt16BE(bytes, 2);
  if (head === 10) frame.writeBigUInt64BE(BigInt(bytes), 2);
  if (typeof data === 'string') frame.write(data, head);
  else data.copy(frame, head);
  return frame;
}
