import { styleText } from 'node:util';
import { renderUnicodeCompact } from 'uqr';

/** @param join the players' address, such as `192.168.1.5:4000` */
export function banner({ port, key, join }: { port: number; key: string; join: string }): string {
  const qr = renderUnicodeCompact(`http://${join}/`, { border: 2 })
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
  const label = (text: string) => styleText('dim', text.padEnd(9));
  return `
  ${styleText(['bold', 'yellow'], 'Quizcast')}  ${styleText('dim', 'a live quiz for the whole room')}

  ${label('Host')}${styleText('bold', `http://localhost:${port}/host#${key}`)}
  ${label('')}${styleText('dim', 'Open it on the computer at the projector. Keep it to yourself: whoever has it is the host.')}
  ${label('Players')}${styleText('bold', `http://${join}/`)}

${qr}
  ${styleText('dim', 'Ctrl-C stops it. Open rooms are kept and go on when it starts again.')}
`;
}
