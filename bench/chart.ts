// Line charts as SVG, for light and dark pages.

interface Series {
  name: string;
  /** Ascending x; non-finite points are skipped. */
  points: readonly (readonly [number, number])[];
  baseline?: boolean;
}

export interface Chart {
  title: string;
  x: string;
  y: string;
  series: readonly Series[];
  logarithmic?: { x?: boolean; y?: boolean };
}

const WIDTH = 720;
const HEIGHT = 420;
const PLOT = { left: 76, right: 28, top: 92, bottom: 56 };
const MARKS = ['M-4-4h8v8h-8z', 'M0-6 6 0 0 6-6 0z', 'M0-5 5 4-5 4z', 'M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z'];
/** Each tone has contrast 3:1 or more. */
const LIGHT = {
  ground: '#ffffff',
  text: '#15132b',
  quiet: '#5b5688',
  line: '#dcd9ee',
  tones: ['#9a5b00', '#2a63c4', '#12743a', '#b5283a'],
};
const DARK = {
  ground: '#15132b',
  text: '#f6f4ff',
  quiet: '#b9b4dd',
  line: '#37325f',
  tones: ['#ffb938', '#639ff8', '#2dc865', '#ff8f96'],
};

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const short = (value: number) => value.toLocaleString('en', { maximumSignificantDigits: 3 });

interface Axis {
  ticks: number[];
  at(value: number): number;
}

function logAxis(values: readonly number[]): Axis {
  const positive = values.filter((value) => value > 0);
  const [least, most] = [Math.min(...positive), Math.max(...positive)];
  const all = Array.from({ length: 24 }, (_, i) => [1, 2, 5][i % 3]! * 10 ** (Math.floor(i / 3) - 2));
  const from = all.findLast((tick) => tick <= least) ?? all[0]!;
  const to = all.find((tick) => tick >= most && tick > from) ?? all.at(-1)!;
  const at = (value: number) => Math.log(Math.max(value, from) / from) / Math.log(to / from);
  return { ticks: all.filter((tick) => tick >= from && tick <= to), at };
}

function linearAxis(values: readonly number[]): Axis {
  const most = Math.max(...values, Number.MIN_VALUE);
  const rough = most / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((one) => one >= rough)!;
  const ticks = Array.from({ length: Math.ceil(most / step - 1e-9) + 1 }, (_, i) => i * step);
  return { ticks, at: (value) => value / ticks.at(-1)! };
}

const theme = ({ ground, text, quiet, line, tones }: typeof LIGHT) =>
  `.ground{fill:${ground}}.text{fill:${text}}.quiet{fill:${quiet}}.grid{stroke:${line}}${tones
    .map((tone, i) => `.s${i}{stroke:${tone}}.m${i}{fill:${tone}}`)
    .join('')}`;

/** Draws at most four series. */
export function drawChart({ title, x, y, series, logarithmic = {} }: Chart): string {
  const shown = series.map((one) => ({ ...one, points: one.points.filter((point) => point.every(Number.isFinite)) }));
  const points = shown.flatMap((one) => one.points);
  const across = (logarithmic.x ? logAxis : linearAxis)(points.map(([value]) => value));
  const up = (logarithmic.y ? logAxis : linearAxis)(points.map(([, value]) => value));
  const px = (value: number) => (PLOT.left + across.at(value) * (WIDTH - PLOT.left - PLOT.right)).toFixed(1);
  const py = (value: number) => (HEIGHT - PLOT.bottom - up.at(value) * (HEIGHT - PLOT.top - PLOT.bottom)).toFixed(1);
  const [right, bottom] = [WIDTH - PLOT.right, HEIGHT - PLOT.bottom];

  const grid = [
    ...up.ticks.map(
      (tick) =>
        `<path class="grid" d="M${PLOT.left} ${py(tick)}H${right}"/><text class="quiet" x="${PLOT.left - 10}" y="${py(tick)}" dy=".32em" text-anchor="end">${short(tick)}</text>`,
    ),
    ...across.ticks.map(
      (tick) =>
        `<path class="grid" d="M${px(tick)} ${bottom}v6"/><text class="quiet" x="${px(tick)}" y="${bottom + 22}" text-anchor="middle">${short(tick)}</text>`,
    ),
  ];
  const lines = shown.map(({ points: own, baseline }, i) => {
    const path = own.map((point) => `${px(point[0])} ${py(point[1])}`).join('L');
    const marks = own.map(
      (point) => `<path class="m${i}" transform="translate(${px(point[0])} ${py(point[1])})" d="${MARKS[i]}"/>`,
    );
    return `<path class="s${i}" fill="none" stroke-width="2"${baseline ? ' stroke-dasharray="6 5"' : ''} d="M${path}"/>${marks.join('')}`;
  });
  const legend = shown.map(({ name, baseline }, i) => {
    const [left, top] = [PLOT.left + (i % 2) * 310, 50 + Math.floor(i / 2) * 20];
    const dash = baseline ? ' stroke-dasharray="6 5"' : '';
    return `<path class="s${i}" stroke-width="2"${dash} d="M${left} ${top}h28"/><path class="m${i}" transform="translate(${left + 14} ${top})" d="${MARKS[i]}"/><text class="text" x="${left + 38}" y="${top}" dy=".32em">${escaped(name)}</text>`;
  });
  const spoken = shown.map(
    ({ name, points: own }) => `${name}: ${own.map(([at, value]) => `${short(at)}: ${short(value)}`).join(', ')}`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" font-family="system-ui, sans-serif" font-size="13">
<title>${escaped(title)}</title>
<desc>${escaped(`${y} by ${x}. ${spoken.join('; ')}`)}</desc>
<style>${theme(LIGHT)}@media (prefers-color-scheme:dark){${theme(DARK)}}</style>
<rect class="ground" width="${WIDTH}" height="${HEIGHT}" rx="8"/>
<text class="text" x="20" y="28" font-size="16" font-weight="600">${escaped(title)}</text>
${[...legend, ...grid, ...lines].join('\n')}
<text class="quiet" x="${(PLOT.left + right) / 2}" y="${HEIGHT - 12}" text-anchor="middle">${escaped(x)}</text>
<text class="quiet" transform="translate(20 ${(PLOT.top + bottom) / 2}) rotate(-90)" text-anchor="middle">${escaped(y)}</text>
</svg>
`;
}
