import type { WebSocket } from 'ws';

/**
 * Refuses data frames over `frameBytes` with close code 1009.
 *
 * `ws` limits whole messages only (`maxPayload`), so this hooks its receiver
 * where a frame's length is known. That method is private:
 * an update without it fails loudly.
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
