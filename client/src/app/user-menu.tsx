import { lazy, Suspense, useState } from 'react';
import { isAdministrator, useMe, useSignOut } from '#identity';
import { countUnsent } from '#meeting';
import { currentLanguage, problemText, setLanguage, useTranslation } from '#platform/i18n';
import { paths, useGo } from '#platform/navigation';
import {
  Button,
  ConfirmDialog,
  Menu,
  type MenuSection,
  setTextSize,
  showToast,
  textSize,
  textSizes,
} from '#ui';
import { IconChevronDown, IconDeviceTablet, IconLogout, IconPencil, IconSettings, IconUser } from '#ui/icons';
import styles from './user-menu.module.css';

const DeviceDialog = lazy(async () => ({
  default: (await import('#pages/meeting/offline-device')).DeviceDialog,
}));
const LeaveDialog = lazy(async () => ({
  default: (await import('#pages/meeting/offline-leave')).LeaveDialog,
}));

/** The person's own settings and the ways out. */
export function UserMenu() {
  const { t } = useTranslation();
  const me = useMe();
  const { sections, isConfirming, stopConfirming, leaveEverywhere, ...device } = useSections();
  return (
    <>
      <Menu
        sections={sections}
        trigger={
          <Button
            tone="on-header"
            icon={<IconUser />}
            testId="user-menu"
            aria-label={t('menu.open', { name: me.name })}
          >
            <span className={styles.name}>{me.name}</span>
            <IconChevronDown className={styles.chevron} aria-hidden="true" />
          </Button>
        }
      />
      <ConfirmDialog
        open={isConfirming}
        title={t('menu.signOutAllTitle')}
        action={t('menu.signOutAll')}
        onConfirm={leaveEverywhere}
        onClose={stopConfirming}
        testId="sign-out-everywhere-confirm"
      >
        <p>{t('menu.signOutAllEffect')}</p>
      </ConfirmDialog>
      <Suspense fallback={null}>
        {device.showsDevice && <DeviceDialog onClose={device.hideDevice} />}
        {device.unsent > 0 && (
          <LeaveDialog count={device.unsent} onLeave={device.leaveAnyway} onClose={device.stopLeaving} />
        )}
      </Suspense>
    </>
  );
}

function useSections() {
  const { t } = useTranslation();
  const me = useMe();
  const go = useGo();
  const signOut = useSignOut();
  const [isConfirming, setConfirming] = useState(false);
  const [unsent, setUnsent] = useState(0);
  const [showsDevice, setShowsDevice] = useState(false);
  const [size, setSize] = useState(textSize);
  async function leave(where: 'here' | 'everywhere') {
    await signOut.mutateAsync(where).then(
      () => location.replace(paths.signIn()),
      (problem) => showToast(problemText(problem), { tone: 'danger' }),
    );
  }
  /** What was written and not sent is named before it goes. */
  async function handleLeave() {
    const waiting = await countUnsent(me.personId);
    if (waiting > 0) setUnsent(waiting);
    else await leave('here');
  }
  function handleSize(chosen: string) {
    const next = textSizes.find((percent) => String(percent) === chosen) ?? 100;
    setTextSize(next);
    setSize(next);
  }
  const administration = {
    key: 'admin',
    label: t('menu.administration'),
    icon: <IconSettings />,
    onSelect: () => go(paths.admin()),
    testId: 'menu-admin',
  };
  const sections: MenuSection[] = [
    {
      key: 'account',
      title: `${me.post} · ${me.unit}`,
      entries: [
        ...(isAdministrator(me) ? [administration] : []),
        ...(me.userName === null
          ? []
          : [
              {
                key: 'password',
                label: t('menu.password'),
                icon: <IconPencil />,
                onSelect: () => go(paths.password()),
                testId: 'menu-password',
              },
            ]),
        {
          key: 'device',
          label: t('menu.device'),
          icon: <IconDeviceTablet />,
          onSelect: () => setShowsDevice(true),
          testId: 'menu-device',
        },
      ],
    },
    {
      key: 'language',
      title: t('menu.language'),
      value: currentLanguage(),
      onChange: (language) => void setLanguage(language === 'en' ? 'en' : 'vi'),
      options: [
        { value: 'vi', label: t('menu.languageVi'), testId: 'language-vi' },
        { value: 'en', label: t('menu.languageEn'), testId: 'language-en' },
      ],
    },
    {
      key: 'size',
      title: t('menu.textSize'),
      value: String(size),
      onChange: handleSize,
      options: textSizes.map((percent) => ({
        value: String(percent),
        label: t('menu.textSizePercent', { percent }),
        testId: `text-size-${percent}`,
      })),
    },
    {
      key: 'leave',
      entries: [
        {
          key: 'here',
          label: t('menu.signOut'),
          icon: <IconLogout />,
          onSelect: () => void handleLeave(),
          testId: 'sign-out',
        },
        {
          key: 'everywhere',
          label: t('menu.signOutAll'),
          icon: <IconLogout />,
          onSelect: () => setConfirming(true),
          testId: 'sign-out-everywhere',
        },
      ],
    },
  ];
  return {
    sections,
    isConfirming,
    stopConfirming: () => setConfirming(false),
    leaveEverywhere: () => leave('everywhere'),
    unsent,
    stopLeaving: () => setUnsent(0),
    leaveAnyway: () => leave('here'),
    showsDevice,
    hideDevice: () => setShowsDevice(false),
  };
}
