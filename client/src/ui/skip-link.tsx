import styles from './skip-link.module.css';

/** The first thing the Tab key reaches: past the header, to the element with id `main`. */
export function SkipLink({ children }: { readonly children: string }) {
  return (
    <a className={styles.skip} href="#main">
      {children}
    </a>
  );
}
