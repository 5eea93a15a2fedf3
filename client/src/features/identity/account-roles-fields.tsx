import type { RoleGrant } from '@hopso/shared/identity';
import { UnitField } from '#organisation';
import { useTranslation } from '#platform/i18n';
import { Button, IconButton, SelectField } from '#ui';
import { IconPlus, IconTrash } from '#ui/icons';
import { lacksUnit, roles, scopeOf, withRole } from './account-roles.ts';
import styles from './account-roles-fields.module.css';

interface AccountRolesFieldsProps {
  readonly value: readonly RoleGrant[];
  readonly onChange: (grants: readonly RoleGrant[]) => void;
  readonly fault: (text: string | null) => string | undefined;
}

/** The rights one below the other: which, and for which unit. */
export function AccountRolesFields({ value, onChange, fault }: AccountRolesFieldsProps) {
  const { t } = useTranslation('admin');
  const replace = (at: number, grant: RoleGrant) =>
    onChange(value.map((old, index) => (index === at ? grant : old)));
  return (
    <fieldset className={styles.rights}>
      <legend className={styles.legend}>{t('roles.group')}</legend>
      {value.map((grant, index) => (
        // Rights have no identity of their own; they are only ever appended and taken away.
        <GrantFields
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is all that tells two empty rows apart
          key={index}
          number={index + 1}
          grant={grant}
          fault={fault}
          onChange={(next) => replace(index, next)}
          onRemove={() => onChange(value.filter((_, at) => at !== index))}
        />
      ))}
      <div>
        <Button
          icon={<IconPlus aria-hidden="true" />}
          onClick={() => onChange([...value, { role: 'member', unitId: null }])}
          testId="account-role-add"
        >
          {t('roles.add')}
        </Button>
      </div>
    </fieldset>
  );
}

interface GrantFieldsProps {
  readonly number: number;
  readonly grant: RoleGrant;
  readonly fault: AccountRolesFieldsProps['fault'];
  readonly onChange: (grant: RoleGrant) => void;
  readonly onRemove: () => void;
}

function GrantFields({ number, grant, fault, onChange, onRemove }: GrantFieldsProps) {
  const { t } = useTranslation('admin');
  const scope = scopeOf[grant.role];
  return (
    <div className={styles.right}>
      <div className={styles.fields}>
        <SelectField
          label={t('roles.role', { n: number })}
          hint={t(`roleHint.${grant.role}`)}
          options={roles.map((role) => ({ value: role, label: t(`roleName.${role}`) }))}
          value={grant.role}
          onChange={(role) => role && onChange(withRole(grant, role))}
          testId={`account-role-${number}`}
        />
        {scope !== 'everywhere' && (
          <UnitField
            label={t('roles.unit')}
            required={scope === 'unit'}
            {...(scope === 'either' && { noneLabel: t('roles.everywhere') })}
            error={fault(lacksUnit(grant) ? t('roles.unitMissing') : null)}
            value={grant.unitId}
            onChange={(unitId) => onChange({ ...grant, unitId })}
            testId={`account-role-unit-${number}`}
          />
        )}
      </div>
      <IconButton
        label={t('roles.remove', { n: number })}
        icon={<IconTrash />}
        onClick={onRemove}
        testId={`account-role-remove-${number}`}
      />
    </div>
  );
}
