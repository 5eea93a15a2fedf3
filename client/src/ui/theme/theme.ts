import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Index 6 is the filled colour everywhere; contrast on white is noted where text is drawn with it. */
const brand: MantineColorsTuple = [
  '#edf3fb',
  '#dbe6f7',
  '#b9cfee',
  '#8fb1e2',
  '#5f8fd2',
  '#3872c1',
  '#1d5bb0', // 6.6 on white
  '#184c95',
  '#123a78', // 11.0
  '#0d2b5b',
];
/** Red means exactly two things: a vote is open, or the act destroys something. */
const red: MantineColorsTuple = [
  '#fdeceb',
  '#fbd9d7',
  '#f3b3af',
  '#e98b86',
  '#dc5f58',
  '#c83f37',
  '#b3261e', // 6.5
  '#961d17',
  '#7a1712',
  '#5c100c',
];
const green: MantineColorsTuple = [
  '#e9f6ee',
  '#d9f0e0',
  '#b2dfc1',
  '#84c99b',
  '#4fa972',
  '#258350',
  '#0f6a3a', // 6.6
  '#0b5730',
  '#084525',
  '#053219',
];
const amber: MantineColorsTuple = [
  '#fef6e4',
  '#fdebc8',
  '#f9d893',
  '#f3c05a',
  '#e0a021',
  '#b47508',
  '#8a4f00', // 6.7
  '#733f00',
  '#5a3100',
  '#422300',
];
/** 4 draws the borders of controls (3.4 on white), 5 placeholders (5.5), 6 descriptions (7.0). */
const gray: MantineColorsTuple = [
  '#f4f7fb',
  '#eaeff6',
  '#dfe6ef',
  '#d5dde8',
  '#7d8ca3',
  '#5c6b82',
  '#4b5a70',
  '#3a475b',
  '#27323f',
  '#16202e',
];

/** Touch sizes: every field is 50 px of 16 or more high. */
const field = { defaultProps: { size: 'lg' } } as const;

/**
 * The theme from which `theme.generated.css` is written. Never used are the library's AppShell, Grid, SimpleGrid,
 * responsive object props and its Modal with scroll locking: each injects a style element, which the content
 * security policy forbids.
 */
export const theme = createTheme({
  primaryColor: 'brand',
  primaryShade: 6,
  colors: { brand, red, green, amber, gray },
  black: '#16202e',
  fontFamily: "'Be Vietnam Pro', 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
  headings: {
    fontFamily: "'Be Vietnam Pro', 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
    fontWeight: '700',
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  fontSizes: { xs: '0.8824rem', sm: '0.9412rem', md: '1rem', lg: '1rem', xl: '1.1176rem' },
  components: {
    TextInput: field,
    NativeSelect: field,
    PasswordInput: field,
    Textarea: field,
    Select: field,
    Checkbox: field,
    DateInput: field,
    TimePicker: field,
  },
});

/** Palettes that reach the browser; the library's other ones would be dead weight. */
export const shippedColors = ['brand', 'red', 'green', 'amber', 'gray', 'dark'] as const;
