import { type FormEvent, type ReactNode, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Problem } from '#platform/api';
import { problemText, useTranslation } from '#platform/i18n';
import { Button, Dialog } from '#ui';
import styles from './dialog-form.module.css';

interface DialogFormProps {
  readonly title: string;
  /** A verb that names the act. */
  readonly action: string;
  readonly isDanger?: boolean;
  readonly size?: 'small' | 'wide';
  readonly isBusy: boolean;
  readonly problem: Problem | null;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  /** `fault(text)` is the text once sending was tried, so that nobody is scolded while typing. */
  readonly children: (fault: (text: string | null) => string | undefined, isTried: boolean) => ReactNode;
  readonly testId: string;
}

/** A form in a dialog: Enter sends it, a refusal is read out above the button, what was typed stays. */
export function DialogForm(props: DialogFormProps) {
  const { title, action, isDanger, size, isBusy, problem, onSubmit, onClose, children, testId } = props;
  const { t } = useTranslation();
  const [isTried, setTried] = useState(false);
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    flushSync(() => setTried(true));
    // What is wrong may stand above what is in sight.
    form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    if (!isBusy) onSubmit();
  }
  return (
    <Dialog open title={title} onClose={onClose} testId={testId} {...(size && { size })}>
      <form className={styles.form} noValidate onSubmit={handleSubmit}>
        {children((text) => (isTried && text !== null ? text : undefined), isTried)}
        {problem && (
          <p className={styles.problem} role="alert" data-testid="form-problem">
            {problemText(problem)}
          </p>
        )}
        <div className={styles.actions}>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button
            type="submit"
            tone={isDanger ? 'danger' : 'primary'}
            busy={isBusy}
            testId={`${testId}-submit`}
          >
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
