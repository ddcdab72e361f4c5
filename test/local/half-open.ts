// A process that opens sockets and finishes no handshake: half of them say nothing, the others a letter at a time. Arguments: a port, how
// many sockets. It knows not when they are closed: to some the kernel never says that nobody had accepted them.
import { connect, type Socket } from 'node:net';

const [port, count] = process.argv.slice(2).map(Number) as [number, number];

const dribbling = new Set<Socket>();
for (let i = 0; i < count; i++) {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  if (i % 2) {
    socket.write('GET /socket HTTP/1.1\r\nHost: x\r\n');
    socket.on('close', () => dribbling.delete(socket));
    dribbling.add(socket);
  }
  if (i % 500 === 0) await new Promise((resolve) => setTimeout(resolve, 10));
}
setInterval(() => {
  for (const socket of dribbling) socket.write('X');
}, 300);
