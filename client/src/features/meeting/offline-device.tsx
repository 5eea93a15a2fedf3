import { type ReactNode, useEffect, useState } from 'react';
import { useMe } from '#identity';
import { useTranslation } from '#platform/i18n';
import { openVault, useAppCopy } from '#platform/offline';
import { Dialog } from '#ui';
import { IconAlertTriangle, IconCircleCheck } from '#ui/icons';
import styles from './offline-device.module.css';

const megabyte = 1024 * 1024;

interface DeviceFacts {
  readonly papers: number;
  readonly usedMb: number;
  readonly quotaMb: number;
  readonly stays: boolean;
}

/** "Thiết bị của tôi": what this device keeps, whether it will stay, and what is missing for use without network. */
export function DeviceDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('offline');
  const { status } = useAppCopy();
  const facts = useDeviceFacts();
  const appText = { ready: 'appReady', pending: 'appPending', impossible: 'appImpossible' } as const;
  return (
    <Dialog open title={t('device.title')} onClose={onClose} testId="device-dialog">
      <dl className={styles.facts}>
        <Fact name={t('device.app')} isGood={status === 'ready'} testId="device-app">
          {t(`device.${appText[status]}`)}
          {status === 'impossible' && <span className={styles.hint}>{t('device.appImpossibleHint')}</span>}
        </Fact>
        {facts === 'none' && (
          <Fact name={t('device.storage')} isGood={false} testId="device-storage">
            {t('device.none')}
          </Fact>
        )}
        {facts !== null && facts !== 'none' && (
          <>
            <Fact name={t('device.storage')} isGood testId="device-storage">
              {t('device.papers', { n: facts.papers })}
              {facts.quotaMb > 0 && (
                <span className={styles.hint}>
                  {t('device.used', { dung: facts.usedMb, tong: facts.quotaMb })}
                </span>
              )}
            </Fact>
            <Fact name={t('device.stay')} isGood={facts.stays} testId="device-stay">
              {t(facts.stays ? 'device.staying' : 'device.losable')}
            </Fact>
          </>
        )}
      </dl>
      <p className={styles.hint}>{t('device.lease')}</p>
    </Dialog>
  );
}

interface FactProps {
  readonly name: string;
  readonly isGood: boolean;
  readonly children: ReactNode;
  readonly testId: string;
}

function Fact({ name, isGood, children, testId }: FactProps) {
  return (
    <div className={styles.fact} data-testid={testId}>
      {isGood ? (
        <IconCircleCheck className={styles.good} aria-hidden="true" />
      ) : (
        <IconAlertTriangle className={styles.notice} aria-hidden="true" />
      )}
      <dt>{name}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}

/** Null until they are known; `none` where the browser keeps nothing. */
function useDeviceFacts(): DeviceFacts | 'none' | null {
  const { personId } = useMe();
  const [facts, setFacts] = useState<DeviceFacts | 'none' | null>(null);
  useEffect(() => {
    let isLeft = false;
    readFacts(personId).then(
      (found) => isLeft || setFacts(found),
      () => isLeft || setFacts('none'),
    );
    return () => {
      isLeft = true;
    };
  }, [personId]);
  return facts;
}

async function readFacts(person: string): Promise<DeviceFacts> {
  const papers = (await (await openVault(person)).files()).length;
  // Missing over plain HTTP.
  const { storage } = navigator as { readonly storage?: StorageManager };
  const [estimate, stays] = await Promise.all([storage?.estimate(), storage?.persisted()]);
  return {
    papers,
    usedMb: Math.ceil((estimate?.usage ?? 0) / megabyte),
    quotaMb: Math.floor((estimate?.quota ?? 0) / megabyte),
    stays: stays === true,
  };
}
