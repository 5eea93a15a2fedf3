import { useState } from 'react';
import { useTranslation } from '#platform/i18n';
import { Button } from '#ui';
import styles from './offline-home-screen.module.css';

const key = 'hopso.home-screen';

/** How one adds it: `ios` and `android` differ in where the entry stands; null where it is there, or not a tablet. */
function wayOfThisDevice(): 'ios' | 'android' | null {
  if (matchMedia('(display-mode: standalone)').matches) return null;
  const { userAgent, maxTouchPoints } = navigator;
  // An iPad says that it is a Mac; no Mac has a touch screen.
  if (/iPhone|iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)) return 'ios';
  return /Android/.test(userAgent) ? 'android' : null;
}

/** On a tablet or phone, until it is put away: how to have the application on the home screen, and why. */
export function HomeScreenCard() {
  const { t } = useTranslation('offline');
  const [way, setWay] = useState(() => (localStorage.getItem(key) === null ? wayOfThisDevice() : null));
  if (way === null) return null;
  function handleLater() {
    localStorage.setItem(key, 'later');
    setWay(null);
  }
  return (
    <section className={styles.card} aria-labelledby="home-screen-title" data-testid="home-screen">
      {way === 'ios' && <Picture label={t('homeScreen.picture')} entry={t('homeScreen.add')} />}
      <div className={styles.words}>
        <h2 id="home-screen-title" className={styles.title}>
          {t('homeScreen.title')}
        </h2>
        <p>{t('homeScreen.why')}</p>
        {way === 'ios' ? (
          <ol className={styles.steps}>
            <li>{t('homeScreen.ios1')}</li>
            <li>{t('homeScreen.ios2')}</li>
          </ol>
        ) : (
          <p>{t('homeScreen.android')}</p>
        )}
        <Button tone="soft" onClick={handleLater} testId="home-screen-later">
          {t('homeScreen.later')}
        </Button>
      </div>
    </section>
  );
}

interface PictureProps {
  readonly label: string;
  readonly entry: string;
}

/** The share button as iPads draw it, and the line in the list that it opens. */
function Picture({ label, entry }: PictureProps) {
  return (
    <svg className={styles.picture} viewBox="0 0 220 120" role="img" aria-label={label}>
      <rect className={styles.key} x="86" y="4" width="48" height="44" rx="10" />
      <path className={styles.line} d="M110 32V12m-7 7 7-7 7 7M102 22h-4v18h24V22h-4" />
      <path className={styles.arrow} d="M110 54v12m-5-5 5 5 5-5" />
      <rect className={styles.key} x="4" y="72" width="212" height="44" rx="10" />
      <text className={styles.entry} x="16" y="99">
        {entry}
      </text>
      <path className={styles.line} d="M190 84h18v20h-18zM199 89v10m-5-5h10" />
    </svg>
  );
}
