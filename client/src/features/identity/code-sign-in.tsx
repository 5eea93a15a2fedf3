import type { CodeTicket, SignedIn } from '@hopso/shared/identity';
import { type FormEvent, useState } from 'react';
import { problemText, useTranslation } from '#platform/i18n';
import { Button, CodeField } from '#ui';
import { codeLength } from './code-life.ts';
import styles from './form.module.css';
import { FormProblem } from './form-problem.tsx';
import { useRedeemCode } from './sign-in-acts.ts';

interface CodeSignInProps {
  /** From the link in the QR drawing. */
  readonly scanned: CodeTicket | null;
  readonly onSignedIn: (me: SignedIn) => void;
}

export function CodeSignIn({ scanned, onSignedIn }: CodeSignInProps) {
  const { t } = useTranslation('auth');
  const [code, setCode] = useState(scanned?.code ?? '');
  const [asked, setAsked] = useState(false);
  const redeem = useRedeemCode();
  const isComplete = code.length === codeLength;
  function send(complete: string) {
    if (redeem.isPending) return;
    const ticket = scanned?.code === complete ? { ticket: scanned.ticket } : {};
    redeem.mutate({ code: complete, ...ticket }, { onSuccess: onSignedIn });
  }
  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (isComplete) send(code);
  }
  return (
    <form className={styles.form} onSubmit={handleSubmit} noValidate>
      <CodeField
        label={t('meetingCodeLabel')}
        hint={t('codeScope')}
        length={codeLength}
        autoFocus
        value={code}
        onChange={setCode}
        error={asked && !isComplete ? t('codeIncomplete') : undefined}
        testId="code-input"
      />
      {redeem.error && <FormProblem>{problemText(redeem.error)}</FormProblem>}
      <Button type="submit" tone="primary" size="primary" wide busy={redeem.isPending} testId="code-submit">
        {t('enterWithCode')}
      </Button>
    </form>
  );
}
