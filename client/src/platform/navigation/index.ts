export { Link } from './links.tsx';
export { useGo, useLink, useMeetingParam } from './navigation.ts';
export { paths } from './paths.ts';
