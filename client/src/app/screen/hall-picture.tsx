import type { MeetingView } from '@hopso/shared/session';
import { useNow } from '#platform/clock';
import { formatTime, useTranslation } from '#platform/i18n';
import styles from './hall.module.css';
import { BreakScene, EndedScene, ItemScene, PostponedScene, WelcomeScene } from './phase-scenes.tsx';
import { sceneOf } from './scene.ts';
import { useHallCode } from './use-hall.ts';
import { ResultScene, VoteClosedScene, VoteOpenScene } from './vote-scenes.tsx';

interface HallPictureProps {
  readonly view: MeetingView;
  readonly meeting: string;
  readonly token: string;
}

/** The whole wall: the scene, and below it what holds throughout. */
export function HallPicture({ view, meeting, token }: HallPictureProps) {
  const scene = sceneOf(view);
  return (
    <div className={styles.picture} data-testid={`hall-${scene.kind}`}>
      <div
        className={styles.scene}
        key={'vote' in scene ? `${scene.kind} ${scene.vote.id}` : JSON.stringify(scene)}
      >
        <SceneOf scene={scene} view={view} />
      </div>
      <Foot view={view} meeting={meeting} token={token} />
    </div>
  );
}

function SceneOf({
  scene,
  view,
}: {
  readonly scene: ReturnType<typeof sceneOf>;
  readonly view: MeetingView;
}) {
  switch (scene.kind) {
    case 'welcome':
      return <WelcomeScene view={view} />;
    case 'break':
      return <BreakScene view={view} />;
    case 'ended':
      return <EndedScene view={view} />;
    case 'postponed':
      return <PostponedScene view={view} />;
    case 'item':
      return <ItemScene view={view} itemId={scene.itemId} />;
    case 'voteOpen':
      return <VoteOpenScene view={view} vote={scene.vote} />;
    case 'voteClosed':
      return <VoteClosedScene view={view} vote={scene.vote} />;
    case 'result':
      return <ResultScene view={view} vote={scene.vote} />;
  }
}

function Foot({ view, meeting, token }: HallPictureProps) {
  const { t } = useTranslation('screen');
  const code = useHallCode(meeting, token);
  const { quorum, counts } = view;
  const isOver = view.meeting.phase === 'ended' || view.meeting.phase === 'postponed';
  return (
    <footer className={styles.foot}>
      <span data-testid="hall-present">
        {quorum === null
          ? t('presentOf', { present: counts.present, total: counts.invited })
          : t('quorum', { present: quorum.present, total: quorum.total, needed: quorum.needed })}
      </span>
      {code !== null && !isOver && (
        <span className={styles.code}>
          {t('hallCode')} <strong data-testid="hall-code">{`${code.slice(0, 3)} ${code.slice(3)}`}</strong>
        </span>
      )}
      <WallClock />
    </footer>
  );
}

function WallClock() {
  const now = useNow();
  return <time className={styles.clock}>{formatTime(now)}</time>;
}
