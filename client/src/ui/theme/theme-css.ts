import {
  convertCssVariables,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  type MantineTheme,
  mergeMantineTheme,
} from '@mantine/core';
import { shippedColors, theme } from './theme.ts';

/**
 * The theme's variables as one static style sheet. The provider would write them into a style element at run
 * time; the content security policy (`style-src 'self'`) blocks that, so they are a file.
 */
export function themeCss(): string {
  const merged = mergeMantineTheme(DEFAULT_THEME, theme);
  const colors = Object.fromEntries(shippedColors.map((name) => [name, merged.colors[name]]));
  const shipped: MantineTheme = { ...merged, colors: colors as MantineTheme['colors'] };
  const css = convertCssVariables(defaultCssVariablesResolver(shipped), ':root');
  return `/* Written by ui/theme/generate.ts from theme.ts. Do not edit. */\n${css.replaceAll('}', '}\n')}`;
}
