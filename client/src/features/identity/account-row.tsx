import type { Account } from '@hopso/shared/identity';
import type { ReactNode } from 'react';
import { formatTime, useTranslation } from '#platform/i18n';
import { Badge, Button, IconButton, Menu } from '#ui';
import {
  IconDotsVertical,
  IconKey,
  IconLock,
  IconLogout,
  IconMinus,
  IconPencil,
  IconSettings,
  IconUserCheck,
} from '#ui/icons';
import { roleSentence } from './account-roles.ts';
import styles from './account-row.module.css';

export type AccountAct = 'roles' | 'edit' | 'reset' | 'endSignIns' | 'disable' | 'enable' | 'unlock';

interface AccountRowProps {
  readonly account: Account;
  readonly isSelf: boolean;
  readonly unitName: (unitId: string) => string | undefined;
  readonly onAct: (act: AccountAct, account: Account) => void;
}

/** A person's account: who, with which rights, in which state, and what can be done about it. */
export function AccountRow({ account, isSelf, unitName, onAct }: AccountRowProps) {
  const { t } = useTranslation('admin');
  const { name, post, unit, userName, roles, lockedUntil } = account;
  return (
    <li className={styles.row} data-testid={`account-${userName}`}>
      <div className={styles.who}>
        <span className={styles.name}>{name}</span>
        <span className={styles.note}>{`${post} · ${unit}`}</span>
        <span className={styles.user}>{userName}</span>
      </div>
      <div className={styles.rights}>
        {roles.length === 0 && <span className={styles.note}>{t('account.noRoles')}</span>}
        {roles.map((grant) => (
          <span key={`${grant.role} ${grant.unitId}`}>{roleSentence(t, grant, unitName)}</span>
        ))}
        <States account={account} isSelf={isSelf} />
      </div>
      <div className={styles.acts}>
        {lockedUntil !== null && (
          <Button
            tone="soft"
            icon={<IconUserCheck aria-hidden="true" />}
            onClick={() => onAct('unlock', account)}
            testId="account-unlock"
          >
            {t('account.unlock')}
          </Button>
        )}
        <ActsMenu account={account} isSelf={isSelf} onAct={onAct} />
      </div>
    </li>
  );
}

function States({ account, isSelf }: Pick<AccountRowProps, 'account' | 'isSelf'>) {
  const { t } = useTranslation('admin');
  const { disabled, mustChange, lockedUntil } = account;
  return (
    <span className={styles.states}>
      {isSelf && <Badge tone="info">{t('account.self')}</Badge>}
      {disabled && (
        <Badge icon={<IconMinus aria-hidden="true" />} testId="account-disabled">
          {t('account.disabled')}
        </Badge>
      )}
      {lockedUntil !== null && (
        <Badge tone="notice" icon={<IconLock aria-hidden="true" />}>
          {t('account.locked', { gio: formatTime(lockedUntil) })}
        </Badge>
      )}
      {mustChange && <Badge tone="notice">{t('account.mustChange')}</Badge>}
    </span>
  );
}

/** What would shut the administrator out is not offered on the own account; the user menu has its gentler form. */
const ownActs: readonly AccountAct[] = ['roles', 'edit'];

function ActsMenu({ account, isSelf, onAct }: Omit<AccountRowProps, 'unitName'>) {
  const { t } = useTranslation('admin');
  const acts: ReadonlyArray<{ act: AccountAct; icon: ReactNode }> = [
    { act: 'roles', icon: <IconSettings /> },
    { act: 'edit', icon: <IconPencil /> },
    { act: 'reset', icon: <IconKey /> },
    { act: 'endSignIns', icon: <IconLogout /> },
    account.disabled ? { act: 'enable', icon: <IconUserCheck /> } : { act: 'disable', icon: <IconMinus /> },
  ];
  return (
    <Menu
      trigger={
        <IconButton
          label={t('actions', { name: account.name })}
          icon={<IconDotsVertical />}
          testId={`account-menu-${account.userName}`}
        />
      }
      sections={[
        {
          key: 'acts',
          entries: acts
            .filter(({ act }) => !isSelf || ownActs.includes(act))
            .map(({ act, icon }) => ({
              key: act,
              label: t(`account.${act}`),
              icon,
              onSelect: () => onAct(act, account),
              testId: `account-${act}`,
            })),
        },
      ]}
    />
  );
}
