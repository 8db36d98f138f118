import { theme, type ThemeConfig } from 'antd';
import { fontsOf, type Look } from './paint';
import { coloursOf } from './palette';

/** Base text and targets; 大字 follows the edition for older readers (18 dp and 60 px). */
const sizes = {
  normal: { fontSize: 16, controlHeight: 40, controlHeightSM: 32, controlHeightLG: 48 },
  large: { fontSize: 20, controlHeight: 60, controlHeightSM: 60, controlHeightLG: 64 },
} as const;

/** antd in our colours: its own fail 4.5:1 as text on white. */
export const themeOf = ({ isDark, size, palette, language }: Look): ThemeConfig => {
  const p = coloursOf(isDark, palette);
  return {
    cssVar: { prefix: 'zg' },
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: p.primary,
      colorPrimaryHover: p.primaryHover,
      colorPrimaryActive: p.primaryActive,
      colorInfo: p.primary,
      colorLink: p.primary,
      colorLinkHover: p.primaryHover,
      colorLinkActive: p.primaryActive,
      colorSuccess: p.success,
      colorWarning: p.warning,
      colorError: p.error,
      colorText: p.text,
      colorTextSecondary: p.secondary,
      colorTextTertiary: p.tertiary,
      colorTextPlaceholder: p.tertiary,
      colorBorder: p.border,
      colorSplit: p.split,
      colorBgLayout: p.layout,
      colorBgContainer: p.paper,
      colorTextLightSolid: p.onPrimary,
      borderRadius: 4,
      lineHeight: 1.6,
      wireframe: false,
      motionDurationFast: '0.08s',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.12s',
      fontFamily: fontsOf(language),
      ...sizes[size],
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        // The dark algorithm would dull them.
        ...{
          colorPrimary: p.primary,
          colorPrimaryHover: p.primaryHover,
          colorPrimaryActive: p.primaryActive,
          colorLink: p.primary,
        },
      },
    },
  };
};
