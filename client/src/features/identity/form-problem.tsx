import type { ReactNode } from 'react';
import styles from './form.module.css';

/** Why the form was refused; read aloud at once. */
export function FormProblem({ children }: { readonly children: ReactNode }) {
  return (
    <p className={styles.problem} role="alert" data-testid="form-problem">
      {children}
    </p>
  );
}
