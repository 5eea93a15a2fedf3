import { useFullView } from '#agenda';
import { ConnectionPill } from '#meeting';
import { formatDateTime, useTranslation } from '#platform/i18n';
import { useMine } from '#platform/live-store';
import { Link, paths } from '#platform/navigation';
import { buttonClass, Tabs } from '#ui';
import { IconArrowLeft, IconDeviceDesktop } from '#ui/icons';
import { AgendaPanel } from './agenda-panel.tsx';
import { InfoPanel } from './info-panel.tsx';
import { PeoplePanel } from './people-panel.tsx';
import styles from './prepare-screen.module.css';
import { PublishPanel } from './publish-panel.tsx';

export type Step = 'info' | 'agenda' | 'people' | 'publish';

interface PrepareScreenProps {
  readonly step: Step;
  readonly onStep: (step: Step) => void;
}

/** The four steps of a preparation, in any order, each saved by itself. */
export function PrepareScreen({ step, onStep }: PrepareScreenProps) {
  const { t } = useTranslation('prepare');
  const view = useFullView();
  const selfId = useMine((mine) => mine.personId) ?? '';
  const { meeting } = view;
  const isPublished = meeting.phase !== 'draft';
  return (
    <div className={styles.screen}>
      <header className={styles.header}>
        <Link href={paths.home()} className={buttonClass('on-header')} testId="prepare-home">
          <IconArrowLeft aria-hidden="true" />
          <span className="visually-hidden">{t('header.back')}</span>
        </Link>
        <div className={styles.titles}>
          <h1 className={styles.title}>{meeting.title}</h1>
          <p className={styles.line}>
            {t(`phase.${meeting.phase}`)} · {formatDateTime(meeting.startsAt)} · {meeting.place}
          </p>
        </div>
        <ConnectionPill />
        {isPublished && (
          <Link href={paths.desk(meeting.id)} className={buttonClass('on-header')} testId="prepare-desk">
            <IconDeviceDesktop aria-hidden="true" />
            {t('header.desk')}
          </Link>
        )}
      </header>
      <main id="main" className={styles.main}>
        <div className={styles.column}>
          <Tabs
            label={t('title')}
            value={step}
            onChange={onStep}
            tabs={[
              {
                key: 'info',
                label: t('step.info'),
                panel: <InfoPanel view={view} />,
                testId: 'prepare-tab-info',
              },
              {
                key: 'agenda',
                label: t('step.agenda'),
                panel: <AgendaPanel view={view} selfId={selfId} />,
                testId: 'prepare-tab-agenda',
              },
              {
                key: 'people',
                label: t('step.people', { n: view.participantOrder.length }),
                panel: <PeoplePanel view={view} />,
                testId: 'prepare-tab-people',
              },
              {
                key: 'publish',
                label: t(isPublished ? 'step.published' : 'step.publish'),
                panel: <PublishPanel view={view} onStep={onStep} />,
                testId: 'prepare-tab-publish',
              },
            ]}
          />
        </div>
      </main>
    </div>
  );
}
