import type { WebSocket } from 'ws';

/**
 * Makes a server-side socket refuse, with close code 1009, any data frame of more than `frameBytes`.
 *
 * `ws` bounds whole messages only (`maxPayload`), and by the time it emits a message nobody can say in which frames it came: a
 * message of 100 KB is right in four frames and wrong in one. So the check sits where the receiver has read a frame's length:
 * each frame is seen, fragment or not, before a byte of it is buffered. That method is private to `ws`, hence the loud error if
 * an update takes it away.
 */
export function limitFrames(socket: WebSocket, frameBytes: number): void {
  const receiver = (socket as unknown as { _receiver?: Partial<Receiver> })._receiver;
  const haveLength = receiver?.haveLength;
  if (!receiver || !haveLength)
    throw new Error('This version of ws has no Receiver.haveLength: limitFrames needs another way in.');

  receiver.haveLength = function (this: Receiver, done) {
    const isData = this._opcode < 8;
    if (isData && this._payloadLength > frameBytes) {
      done(this.createError(RangeError, 'Max frame size exceeded', false, 1009, 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH'));
    } else haveLength.call(this, done);
  };
}

interface Receiver {
  _opcode: number;
  _payloadLength: number;
  createError(type: typeof RangeError, message: string, prefix: boolean, closeCode: number, code: string): Error;
  haveLength(this: Receiver, done: (error: Error) => void): void;
}
