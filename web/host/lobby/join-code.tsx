import { useMemo } from 'preact/hooks';
import { encode } from 'uqr';

/** Scanners need four light modules around the code. */
const QUIET = 4;

export function JoinCode({ address, label }: { address: string; label: string }) {
  const { size, data } = useMemo(() => encode(address, { ecc: 'M', border: QUIET }), [address]);
  const path = data
    .map((line, y) =>
      runs(line)
        .map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)
        .join(''),
    )
    .join('');
  return (
    <svg class="join-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path d={path} />
    </svg>
  );
}

function runs(line: readonly boolean[]): [start: number, length: number][] {
  const found: [number, number][] = [];
  line.forEach((dark, x) => {
    const last = found.at(-1);
    if (!dark) return;
    if (last && last[0] + last[1] === x) last[1]++;
    else found.push([x, 1]);
  });
  return found;
}
