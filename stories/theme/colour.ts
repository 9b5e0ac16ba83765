/** Red, green and blue of sRGB, each from 0 to 1. */
export type Rgb = readonly [red: number, green: number, blue: number];

type Vector = readonly [number, number, number];
type Matrix = readonly [Vector, Vector, Vector];

/** The three ways in which a kind of cone is missing. */
export type ColourVision = 'protanopia' | 'deuteranopia' | 'tritanopia';

/**
 * Machado, Oliveira and Fernandes: A Physiologically-based Model for Simulation of Color Vision Deficiency, IEEE Transactions on
 * Visualization and Computer Graphics 15 (6), 2009, 1291–1298: severity 1.0, for linear sRGB.
 */
export const machado: Readonly<Record<ColourVision, Matrix>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** From linear sRGB to the tristimulus values under D65 (IEC 61966-2-1). */
const toXyz: Matrix = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
];

const map = (colour: Vector, each: (part: number) => number): Rgb => colour.map(each) as unknown as Rgb;
const apply = (matrix: Matrix, [a, b, c]: Vector): Vector =>
  matrix.map(([x, y, z]) => x * a + y * b + z * c) as unknown as Vector;
const linear = (colour: Rgb): Rgb =>
  map(colour, (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));

/**
 * A colour as hexadecimal text tells it.
 *
 * @example parseHex('#ff8000') // [1, 0.50196…, 0]
 */
export function parseHex(hex: string): Rgb {
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255) as unknown as Rgb;
}

/** The nearest colour that hexadecimal text can tell. */
export function formatHex(colour: Rgb): string {
  const byte = (part: number): string =>
    Math.round(Math.min(1, Math.max(0, part)) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${colour.map(byte).join('')}`;
}

/** One colour over another that it covers by a share of 1, as browsers mix them. */
export function blend(top: Rgb, bottom: Rgb, share: number): Rgb {
  return top.map((part, at) => part * share + bottom[at]! * (1 - share)) as unknown as Rgb;
}

/** The relative luminance of WCAG 2.2, from 0 to 1. */
export function luminance(colour: Rgb): number {
  const [red, green, blue] = linear(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * The contrast ratio of WCAG 2.2, from 1 to 21.
 *
 * @example contrast(parseHex('#000000'), parseHex('#ffffff')) // 21
 */
export function contrast(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** From linear sRGB, within what a screen shows. */
const encode = (colour: Vector): Rgb =>
  map(colour, (part) => {
    const kept = Math.min(1, Math.max(0, part));
    return kept <= 0.0031308 ? kept * 12.92 : 1.055 * kept ** (1 / 2.4) - 0.055;
  });

/** A colour as someone sees it who lacks a kind of cone. */
export function simulate(colour: Rgb, vision: ColourVision): Rgb {
  return encode(apply(machado[vision], linear(colour)));
}

/** Ottosson's Oklab (2020): from linear sRGB to cones, and from their cube roots to lightness, a and b. */
const toCones: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const fromCones: Matrix = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
];

/**
 * Two colours mixed as `color-mix(in oklab, one share, other)` does. Oklab is linear in the cube roots of the cones, so these are
 * what is mixed.
 *
 * @example formatHex(mix(parseHex('#000000'), parseHex('#ffffff'), 0.5)) // '#636363'
 */
export function mix(one: Rgb, other: Rgb, share: number): Rgb {
  const [a, b] = [one, other].map((colour) => map(apply(toCones, linear(colour)), Math.cbrt)) as [Rgb, Rgb];
  return encode(
    apply(
      fromCones,
      map(blend(a, b, share), (part) => part ** 3),
    ),
  );
}

/** Lightness, a* and b* of CIELAB under D65. */
export function lab(colour: Rgb): Vector {
  const white: Vector = [0.95047, 1, 1.08883];
  const [x, y, z] = map(
    apply(toXyz, linear(colour)).map((part, at) => part / white[at]!) as unknown as Vector,
    (part) => (part > 216 / 24389 ? Math.cbrt(part) : ((24389 / 27) * part + 16) / 116),
  );
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
