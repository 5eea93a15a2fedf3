import type { MeetingView } from '@hopso/shared/session';
import { QuorumPill } from '#attendance';
import { ConnectionPill, elapsedMs, OrderButton, useOrder } from '#meeting';
import { useNow } from '#platform/clock';
import { formatClock, formatTime, meetingWords, useTranslation } from '#platform/i18n';
import { paths, useGo, useLink } from '#platform/navigation';
import { Button, IconButton, Menu, type MenuSection } from '#ui';
import {
  IconArrowLeft,
  IconDotsVertical,
  IconEye,
  IconFileText,
  IconKeyboard,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  IconTransfer,
  IconUserCheck,
} from '#ui/icons';
import styles from './desk-header.module.css';
import type { DeskDialog } from './desk-screen.tsx';

interface DeskHeaderProps {
  readonly view: MeetingView;
  readonly onDialog: (dialog: DeskDialog) => void;
  readonly onQuorum: () => void;
}

/** What is held, how it stands, who is here, and the three acts that change its phase. */
export function DeskHeader({ view, onDialog, onQuorum }: DeskHeaderProps) {
  const { t } = useTranslation('desk');
  const { title, presidingName, place, gathering } = view.meeting;
  const { ChuToa } = meetingWords(gathering);
  const home = useLink(paths.home());
  return (
    <header className={styles.header}>
      <a {...home} className={styles.back} title={t('header.back')} data-testid="desk-back">
        <IconArrowLeft aria-hidden="true" />
        <span className="visually-hidden">{t('header.back')}</span>
      </a>
      <div className={styles.titles}>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.line}>
          <PhaseClock meeting={view.meeting} />
          {` · ${place}`}
          {presidingName !== null && ` · ${ChuToa}: ${presidingName}`}
        </p>
      </div>
      <QuorumPill view={view} onPress={onQuorum} />
      <ConnectionPill />
      <div className={styles.acts}>
        <PhaseActs view={view} onDialog={onDialog} />
        <More view={view} onDialog={onDialog} />
      </div>
    </header>
  );
}

/** "Đang họp 1:22:05"; before the start the announced time. */
function PhaseClock({ meeting }: { readonly meeting: MeetingView['meeting'] }) {
  const { t } = useTranslation('desk');
  const now = useNow();
  const elapsed = elapsedMs(meeting, now);
  return (
    <span className={styles.phase} data-testid="desk-phase">
      {t(`phase.${meeting.phase}`)} {elapsed === null && formatTime(meeting.startsAt)}
      {elapsed !== null && meeting.phase === 'inSession' && formatClock(elapsed)}
    </span>
  );
}

type ActsProps = Omit<DeskHeaderProps, 'onQuorum'>;

function PhaseActs({ view, onDialog }: ActsProps) {
  const { t } = useTranslation('desk');
  const order = useOrder();
  const { phase, gathering } = view.meeting;
  const { hop } = meetingWords(gathering);
  if (phase === 'published') {
    return (
      <Button
        tone="primary"
        icon={<IconPlayerPlay aria-hidden="true" />}
        onClick={() => onDialog(view.quorum?.isMet === false ? 'quorum' : 'start')}
        testId="desk-start"
      >
        {t('act.start', { hop })}
      </Button>
    );
  }
  if (phase !== 'inSession' && phase !== 'paused') return null;
  return (
    <>
      {phase === 'inSession' ? (
        <OrderButton
          order="PauseMeeting"
          tone="outline"
          icon={<IconPlayerPause aria-hidden="true" />}
          onPress={() => onDialog('pause')}
          testId="desk-pause"
        >
          {t('act.pause')}
        </OrderButton>
      ) : (
        <OrderButton
          order="ResumeMeeting"
          tone="primary"
          icon={<IconPlayerPlay aria-hidden="true" />}
          onPress={() => void order({ type: 'ResumeMeeting' })}
          testId="desk-resume"
        >
          {t('act.resume', { hop })}
        </OrderButton>
      )}
      <OrderButton
        order="EndMeeting"
        tone="outline"
        icon={<IconPlayerStop aria-hidden="true" />}
        onPress={() => onDialog('end')}
        aria-label={t('act.end', { hop })}
        testId="desk-end"
      >
        {t('act.endShort')}
      </OrderButton>
    </>
  );
}

function More({ view, onDialog }: ActsProps) {
  const { t } = useTranslation('desk');
  const go = useGo();
  const { id, phase, gathering } = view.meeting;
  const words = meetingWords(gathering);
  const isOver = phase === 'ended';
  const sections: MenuSection[] = [
    {
      key: 'conduct',
      entries: [
        ...(isOver
          ? []
          : [
              {
                key: 'hand-over',
                label: t('handOver.menu', { chuToa: words.chuToa }),
                icon: <IconTransfer />,
                onSelect: () => onDialog('hand-over'),
                testId: 'desk-hand-over',
              },
            ]),
        ...(phase === 'published' || phase === 'postponed'
          ? [
              {
                key: 'postpone',
                label: t('short.postpone'),
                icon: <IconPlayerPause />,
                onSelect: () => onDialog('postpone'),
                testId: 'desk-postpone',
              },
            ]
          : []),
        {
          key: 'seen-by',
          label: t('header.seenBy'),
          icon: <IconUserCheck />,
          onSelect: () => onDialog('seen-by'),
          testId: 'desk-seen-by',
        },
        {
          key: 'keys',
          label: t('keys.title'),
          icon: <IconKeyboard />,
          onSelect: () => onDialog('keys'),
          testId: 'desk-keys',
        },
      ],
    },
    {
      key: 'elsewhere',
      entries: [
        ...(isOver
          ? []
          : [
              {
                key: 'prepare',
                label: t('header.prepare'),
                icon: <IconPencil />,
                onSelect: () => go(paths.prepare(id)),
              },
            ]),
        {
          key: 'room',
          label: t('header.workspace'),
          icon: <IconEye />,
          onSelect: () => go(paths.meeting(id)),
        },
        {
          key: 'result',
          label: t('header.result'),
          icon: <IconFileText />,
          onSelect: () => go(paths.result(id)),
        },
      ],
    },
  ];
  return (
    <Menu
      sections={sections}
      trigger={
        <IconButton onHeader label={t('header.more')} icon={<IconDotsVertical />} testId="desk-more" />
      }
    />
  );
}
