import type { Seat } from '@hopso/shared/organisation';
import { useTranslation } from '#platform/i18n';
import { Badge, Button, IconButton, Menu } from '#ui';
import { IconDotsVertical, IconLogout, IconMinus, IconTransfer, IconUserCheck } from '#ui/icons';
import { formatCalendarDay } from './days.ts';
import styles from './seat-list.module.css';

export type SeatAct = 'appoint' | 'vacate' | 'end';

interface SeatListProps {
  readonly seats: readonly Seat[];
  readonly onAct: (act: SeatAct, seat: Seat) => void;
}

/** The seats in the committee's order, each with who holds it. */
export function SeatList({ seats, onAct }: SeatListProps) {
  return (
    <ol className={styles.list}>
      {seats.map((seat, index) => (
        <SeatRow key={seat.id} number={index + 1} seat={seat} onAct={onAct} />
      ))}
    </ol>
  );
}

interface SeatRowProps {
  readonly number: number;
  readonly seat: Seat;
  readonly onAct: SeatListProps['onAct'];
}

function SeatRow({ number, seat, onAct }: SeatRowProps) {
  const { t } = useTranslation('admin');
  const { title, isChair, holder, validTo } = seat;
  // Said once where the holding lasts as long as the seat.
  const isOwnSpan = holder === null || holder.validFrom !== seat.validFrom || holder.validTo !== validTo;
  return (
    <li className={styles.row} data-testid={`seat-${number}`}>
      <span className={styles.number}>{number}</span>
      <div className={styles.seat}>
        <span className={styles.title}>
          {title}
          {isChair && <Badge tone="info">{t('committee.chairSeat')}</Badge>}
        </span>
        {isOwnSpan && validTo !== null && (
          <span className={styles.note}>
            {t('day.fromTo', { tu: formatCalendarDay(seat.validFrom), den: formatCalendarDay(validTo) })}
          </span>
        )}
      </div>
      <div className={styles.holder}>
        {holder === null ? (
          <Badge tone="notice">{t('committee.vacant')}</Badge>
        ) : (
          <>
            <span className={styles.name}>{holder.name}</span>
            <span className={styles.note}>{`${holder.post} · ${holder.unit}`}</span>
            <span className={styles.note}>
              {holder.validTo === null
                ? t('committee.holderSince', { ngay: formatCalendarDay(holder.validFrom) })
                : t('committee.holderUntil', {
                    tu: formatCalendarDay(holder.validFrom),
                    den: formatCalendarDay(holder.validTo),
                  })}
            </span>
          </>
        )}
      </div>
      <div className={styles.acts}>
        {holder === null && (
          <Button
            tone="soft"
            icon={<IconUserCheck aria-hidden="true" />}
            onClick={() => onAct('appoint', seat)}
            testId="seat-appoint-open"
          >
            {t('committee.appoint')}
          </Button>
        )}
        <SeatMenu seat={seat} onAct={onAct} />
      </div>
    </li>
  );
}

function SeatMenu({ seat, onAct }: Omit<SeatRowProps, 'number'>) {
  const { t } = useTranslation('admin');
  const ofHolder =
    seat.holder === null
      ? []
      : [
          {
            key: 'appoint',
            label: t('committee.replace'),
            icon: <IconTransfer />,
            onSelect: () => onAct('appoint', seat),
            testId: 'seat-replace',
          },
          {
            key: 'vacate',
            label: t('committee.vacate'),
            icon: <IconLogout />,
            onSelect: () => onAct('vacate', seat),
            testId: 'seat-vacate-open',
          },
        ];
  const end = {
    key: 'end',
    label: t('committee.endSeat'),
    icon: <IconMinus />,
    onSelect: () => onAct('end', seat),
    testId: 'seat-end-open',
  };
  return (
    <Menu
      trigger={
        <IconButton
          label={t('actions', { name: seat.title })}
          icon={<IconDotsVertical />}
          testId="seat-menu"
        />
      }
      sections={[{ key: 'acts', entries: [...ofHolder, end] }]}
    />
  );
}
