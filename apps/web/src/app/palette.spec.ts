import { coloursOf, type LightPalette, type Palette } from './palette';

const channel = (value: number): number =>
  value <= 0.039_28 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    channel(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** WCAG 2.2, 1.4.3. */
const contrast = (a: string, b: string): number => {
  const [dark = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dark + 0.05);
};

const TEXTS: readonly (readonly [keyof Palette, keyof Palette])[] = [
  ...(['text', 'secondary', 'tertiary', 'primary', 'success', 'warning', 'error'] as const).flatMap((text) =>
    (['paper', 'layout'] as const).map((ground) => [text, ground] as const),
  ),
  ...[['text', 'head'] as const, ['secondary', 'head'] as const, ['text', 'hover'] as const],
  ...[['onPrimary', 'primary'] as const, ['onPrimary', 'primaryHover'] as const],
  ...[['normal', 'normalGround'] as const, ['soon', 'soonGround'] as const],
  ...[['overdue', 'overdueGround'] as const, ['waiting', 'waitingGround'] as const],
];
const EDGES = [
  ['border', 'paper'],
  ['border', 'layout'],
  ['primary', 'paper'],
] as const;

const palettes: readonly LightPalette[] = ['greenYellowRed', 'blueYellowRed', 'blueOrangeRed'];
const schemes = palettes.flatMap((palette) => [true, false].map((isDark) => ({ palette, isDark })));

describe('the colours', () => {
  it.each(schemes)(
    'of $palette, dark: $isDark, are read by everybody: 4.5 for texts, 3 for edges',
    (scheme) => {
      const colours = coloursOf(scheme.isDark, scheme.palette);
      const faint = [
        ...TEXTS.map((pair) => [...pair, 4.5] as const),
        ...EDGES.map((pair) => [...pair, 3] as const),
      ].filter(([a, b, least]) => contrast(colours[a], colours[b]) < least);
      expect(faint).toEqual([]);
    },
  );

  it('of a palette change the lights alone, and overdue stays red', () => {
    for (const isDark of [true, false]) {
      const usual = coloursOf(isDark, 'greenYellowRed');
      for (const palette of palettes) {
        const colours = coloursOf(isDark, palette);
        const changed = (Object.keys(usual) as (keyof Palette)[]).filter(
          (name) => usual[name] !== colours[name],
        );
        expect(changed.every((name) => /^(normal|soon)/.test(name))).toBe(true);
        expect(colours.overdue).toBe(usual.overdue);
      }
    }
  });
});
