import type { SignedIn } from '@hopso/shared/identity';
import { type FormEvent, useState } from 'react';
import { problemText, useTranslation } from '#platform/i18n';
import { Button, PasswordField, TextField } from '#ui';
import { codeLifeMinutes } from './code-life.ts';
import styles from './form.module.css';
import { FormProblem } from './form-problem.tsx';
import { useSignIn } from './sign-in-acts.ts';

interface PasswordSignInProps {
  readonly onSignedIn: (me: SignedIn) => void;
}

export function PasswordSignIn({ onSignedIn }: PasswordSignInProps) {
  const { t } = useTranslation('auth');
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const signIn = useSignIn();
  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (userName.trim() === '' || password === '' || signIn.isPending) return;
    signIn.mutate({ userName: userName.trim(), password }, { onSuccess: onSignedIn });
  }
  return (
    <form className={styles.form} onSubmit={handleSubmit} noValidate>
      <TextField
        label={t('username')}
        name="username"
        autoComplete="username"
        value={userName}
        onChange={setUserName}
        error={asked && userName.trim() === '' ? t('usernameMissing') : undefined}
        testId="sign-in-username"
      />
      <PasswordField
        label={t('password')}
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={asked && password === '' ? t('passwordMissing') : undefined}
        testId="sign-in-password"
      />
      {signIn.error && <FormProblem>{problemText(signIn.error)}</FormProblem>}
      <Button
        type="submit"
        tone="primary"
        size="primary"
        wide
        busy={signIn.isPending}
        testId="sign-in-submit"
      >
        {t('signIn')}
      </Button>
      <p className={styles.hint}>{t('meetingCodeHint', { m: codeLifeMinutes })}</p>
    </form>
  );
}
