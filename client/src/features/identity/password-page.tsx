import { shortestPassword } from '@hopso/shared/identity';
import { type FormEvent, useState } from 'react';
import { problemText, useTranslation } from '#platform/i18n';
import { paths, useGo } from '#platform/navigation';
import { Button, PasswordField, showToast } from '#ui';
import styles from './form.module.css';
import { FormProblem } from './form-problem.tsx';
import { useMe } from './me.ts';
import pageStyles from './password-page.module.css';
import { useChangePassword } from './sign-in-acts.ts';

/** Changes the own password: at will, or before anything else while it is still the first one. */
export function PasswordPage() {
  const { t } = useTranslation('auth');
  const me = useMe();
  const go = useGo();
  const change = useChangePassword();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [repeated, setRepeated] = useState('');
  const [asked, setAsked] = useState(false);
  const nextFault = faultOf(next, current);
  const repeatFault = repeated === next ? null : 'passwordDiffers';
  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (current === '' || nextFault !== null || repeatFault !== null || change.isPending) return;
    change.mutate({ currentPassword: current, newPassword: next }, { onSuccess: handleChanged });
  }
  function handleChanged() {
    showToast(t('passwordChanged'));
    go(paths.home(), { replace: true });
  }
  return (
    <main id="main" className={pageStyles.page}>
      <h1 className={pageStyles.title}>
        {t(me.passwordChangeRequired ? 'firstPassword' : 'changePassword')}
      </h1>
      {me.passwordChangeRequired && <p>{t('firstPasswordWhy')}</p>}
      <form className={styles.form} onSubmit={handleSubmit} noValidate>
        <input
          type="text"
          name="username"
          autoComplete="username"
          value={me.userName ?? ''}
          readOnly
          hidden
        />
        <PasswordField
          label={t('currentPassword')}
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
          error={asked && current === '' ? t('passwordMissing') : undefined}
          testId="password-current"
        />
        <PasswordField
          label={t('nextPassword')}
          hint={t('nextPasswordHint', { n: shortestPassword })}
          autoComplete="new-password"
          value={next}
          onChange={setNext}
          error={asked && nextFault ? t(nextFault, { n: shortestPassword }) : undefined}
          testId="password-next"
        />
        <PasswordField
          label={t('repeatPassword')}
          autoComplete="new-password"
          value={repeated}
          onChange={setRepeated}
          error={asked && repeatFault ? t(repeatFault) : undefined}
          testId="password-repeat"
        />
        {change.error && <FormProblem>{problemText(change.error)}</FormProblem>}
        <Button
          type="submit"
          tone="primary"
          size="primary"
          wide
          busy={change.isPending}
          testId="password-submit"
        >
          {t('changePassword')}
        </Button>
      </form>
    </main>
  );
}

/** Only what can be said without asking the server; it knows more. */
function faultOf(next: string, current: string): 'passwordShort' | 'passwordSame' | null {
  if ([...next].length < shortestPassword) return 'passwordShort';
  return next === current ? 'passwordSame' : null;
}
