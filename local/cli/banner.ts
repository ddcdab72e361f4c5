import { styleText } from 'node:util';
import { renderUnicodeCompact } from 'uqr';

/** Origins, such as `http://192.168.1.5:4000`. */
interface Addresses {
  /** For this machine's browser. */
  host: string;
  /** For phones, the likeliest first. */
  join: readonly string[];
}

export function banner({ hostLink, host, join: [join = host, ...others] }: Addresses & { hostLink: string }): string {
  const qr = renderUnicodeCompact(`${join}/`, { border: 2 })
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
  const label = (text: string) => styleText('dim', text.padEnd(9));
  return `
  ${styleText(['bold', 'yellow'], 'Quizcast')}  ${styleText('dim', 'a live quiz for the whole room')}

  ${label('Host')}${styleText('bold', hostLink)}
  ${label('')}${styleText('dim', 'Open it on the computer at the projector. Keep it to yourself: whoever has it is the host.')}
  ${label('Players')}${styleText('bold', `${join}/`)}${others.map((other) => `\n  ${label('')}${styleText('dim', `or ${other}/`)}`).join('')}

${qr}
  ${styleText('dim', 'Ctrl-C stops it. Open rooms are kept and go on when it starts again.')}
`;
}
