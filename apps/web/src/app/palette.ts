/** The colours of docs: each text colour reaches 4.5:1 on its ground, in both schemes. */
export const light = {
  primary: '#0958d9',
  primaryHover: '#0747ad',
  primaryActive: '#053a8a',
  onPrimary: '#ffffff',
  success: '#1e6b34',
  warning: '#7a4d00',
  error: '#b3261e',
  text: '#1f2328',
  secondary: '#57606a',
  tertiary: '#656d76',
  border: '#818b98',
  split: '#d8dee4',
  layout: '#f5f6f8',
  paper: '#ffffff',
  head: '#eef0f2',
  hover: '#eef4ff',
  normal: '#1e6b34',
  normalGround: '#e6f4ea',
  soon: '#7a4d00',
  soonGround: '#fff3d6',
  overdue: '#b3261e',
  overdueGround: '#fdecea',
  waiting: '#0b4f9e',
  waitingGround: '#e8f1fc',
};

export type Palette = typeof light;

export const dark: Palette = {
  primary: '#6ea8ff',
  primaryHover: '#8fbcff',
  primaryActive: '#a9ccff',
  onPrimary: '#0b1f3a',
  success: '#7ed491',
  warning: '#f2c14e',
  error: '#ff9a93',
  text: '#e6e8eb',
  secondary: '#b6bcc4',
  tertiary: '#a3abb5',
  border: '#7d8793',
  split: '#363c43',
  layout: '#141618',
  paper: '#1d2125',
  head: '#262b31',
  hover: '#232c3a',
  normal: '#7ed491',
  normalGround: '#16301d',
  soon: '#f2c14e',
  soonGround: '#33270a',
  overdue: '#ff9a93',
  overdueGround: '#3a1614',
  waiting: '#8fbcff',
  waitingGround: '#10253f',
};

/** What is in order, what is near and what is overdue, as units are used to it: red is overdue in each. */
export type LightPalette = 'greenYellowRed' | 'blueYellowRed' | 'blueOrangeRed';
type Lights = Pick<Palette, 'normal' | 'normalGround' | 'soon' | 'soonGround'>;

const blue = {
  light: { normal: light.waiting, normalGround: light.waitingGround },
  dark: { normal: dark.waiting, normalGround: dark.waitingGround },
};
const orange = {
  light: { soon: '#8a3b00', soonGround: '#ffe8d9' },
  dark: { soon: '#ffb27a', soonGround: '#3a2210' },
};

const lights: Readonly<Record<LightPalette, Readonly<Record<'light' | 'dark', Partial<Lights>>>>> = {
  greenYellowRed: { light: {}, dark: {} },
  blueYellowRed: blue,
  blueOrangeRed: {
    light: { ...blue.light, ...orange.light },
    dark: { ...blue.dark, ...orange.dark },
  },
};

export const coloursOf = (isDark: boolean, palette: LightPalette): Palette =>
  isDark ? { ...dark, ...lights[palette].dark } : { ...light, ...lights[palette].light };
