import type { WebSocket } from 'ws';

/**
 * Close code 1009 over `frameBytes` (`maxPayload` limits whole messages only), 1008 where `add` says that it is too much.
 * The hooked method is private: updates without it fail loudly.
 */
export function limitFrames(socket: WebSocket, frameBytes: number, add: (bytes: number) => boolean): void {
  const receiver = '_receiver' in socket ? socket._receiver : undefined;
  if (!isReceiver(receiver)) throw new Error('This version of ws has no Receiver.haveLength: limitFrames needs another way in.');
  const { haveLength } = receiver;

  receiver.haveLength = function (this: Receiver, done) {
    const isData = this._opcode < 8;
    if (isData && this._payloadLength > frameBytes) {
      done(this.createError(RangeError, 'Max frame size exceeded', false, 1009, 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH'));
    } else if (isData && !add(this._payloadLength)) {
      done(this.createError(RangeError, 'Too much is waiting', false, 1008, 'WS_ERR_TOO_MANY_BUFFERED_PARTS'));
    } else haveLength.call(this, done);
  };
}

interface Receiver {
  _opcode: number;
  _payloadLength: number;
  createError(type: typeof RangeError, message: string, prefix: boolean, closeCode: number, code: string): Error;
  haveLength(this: Receiver, done: (error: Error) => void): void;
}

const isReceiver = (value: unknown): value is Receiver =>
  typeof value === 'object' && value !== null && 'haveLength' in value && typeof value.haveLength === 'function';
