// The palette, computed: every text on every ground it stands on, every shape, and the answers as the colour-blind see them.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Rgb = readonly [number, number, number];

const css = readFileSync(new URL('../../web/style/tokens.css', import.meta.url), 'utf8');
const TOKENS = new Map([...css.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name!, hex!]));

/** sRGB as light, each channel 0 to 1. */
const light = (hex: string) =>
  [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
const of = (token: string) => luminance(light(TOKENS.get(token)!));

/** WCAG 2.2, contrast ratio. */
function contrast(one: string, other: string): number {
  const [lighter, darker] = [of(one), of(other)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

const ANSWERS = [1, 2, 3, 4, 5, 6];
const GROUNDS = ['ink', 'raised'];
const on = (grounds: string[], ...tokens: string[]) =>
  tokens.flatMap((token) => grounds.map((ground) => [token, ground] as const));

test('every colour of the palette is in the tables below', () => {
  const tried = [...TEXTS, ...SHAPES].flat();
  expect([...TOKENS.keys()].filter((token) => !tried.includes(token))).toEqual([]);
});

const TEXTS = [
  ...on(GROUNDS, 'text', 'quiet', 'spotlight', 'right', 'wrong'),
  // Buttons, medals and the line that says what is lost bear ink.
  ...on(['spotlight', 'text', 'right', 'silver', 'bronze'], 'ink'),
  ...ANSWERS.map((n) => [`on-answer-${n}`, `answer-${n}`] as const),
];
const SHAPES = [...on(GROUNDS, 'edge', 'silver', 'bronze', ...ANSWERS.map((n) => `answer-${n}`))];

describe('text stands out from its ground by 4.5:1', () => {
  test.each(TEXTS)('%s on %s', (text, ground) => expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5));
});

describe('shapes, edges and tiles stand out from their ground by 3:1', () => {
  test.each(SHAPES)('%s on %s', (shape, ground) => expect(contrast(shape, ground)).toBeGreaterThanOrEqual(3));
});

/**
 * Severity 1.0 matrices of Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
 * Deficiency" (IEEE Transactions on Visualization and Computer Graphics 15(6), 2009), for linear RGB.
 */
const EYES = {
  usual: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

const seen = (eye: number[], rgb: Rgb) =>
  [0, 3, 6].map((row) => Math.max(0, eye[row]! * rgb[0] + eye[row + 1]! * rgb[1] + eye[row + 2]! * rgb[2])) as unknown as Rgb;
/** CIE L*, 0 to 100. */
const lightness = (y: number) => (y > 216 / 24389 ? 116 * Math.cbrt(y) - 16 : (y * 24389) / 27);

/** About twice the difference that is just noticed (2.3), so that a tile is told apart without its hue. */
const APART = 4.5;

test.each(Object.entries(EYES))('the answers differ in lightness to eyes with %s vision', (_, eye) => {
  const sorted = ANSWERS.map((n) => lightness(luminance(seen(eye, light(TOKENS.get(`answer-${n}`)!))))).sort((a, b) => a - b);
  const gaps = sorted.slice(1).map((value, i) => value - sorted[i]!);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(APART);
});
