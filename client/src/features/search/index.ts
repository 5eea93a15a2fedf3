export { FinderPanel, useWordLayers } from './finder-parts.tsx';
export { type Finder, useFinder } from './use-finder.ts';
