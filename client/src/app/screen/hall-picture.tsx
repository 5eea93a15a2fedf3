import type { MeetingView } from '@hopso/shared/session';
import { lazy, Suspense } from 'react';
import { useNow } from '#platform/clock';
import { formatTime, loadArea, useTranslation } from '#platform/i18n';
import { useLive } from '#platform/live-store';
import styles from './hall.module.css';
import { BreakScene, EndedScene, ItemScene, PostponedScene, WelcomeScene } from './phase-scenes.tsx';
import { type Scene, sceneOf } from './scene.ts';
import { useHallCode } from './use-hall.ts';
import { ResultScene, VoteClosedScene, VoteOpenScene } from './vote-scenes.tsx';

// pdf.js is fetched when the first page is led to.
const PaperScene = lazy(async () => {
  const [part] = await Promise.all([import('./paper-scene.tsx'), loadArea('follow'), loadArea('reader')]);
  return { default: part.PaperScene };
});

interface HallPictureProps {
  readonly view: MeetingView;
  readonly meeting: string;
  readonly token: string;
}

/** The whole wall: the scene, and below it what holds throughout. */
export function HallPicture({ view, meeting, token }: HallPictureProps) {
  const place = useLive(({ led }) => led?.place ?? null);
  const scene = sceneOf(view, place);
  if (scene.kind === 'blank') return <Blank />;
  return (
    <div className={styles.picture} data-testid={`hall-${scene.kind}`}>
      <div className={styles.scene} key={keyOf(scene)}>
        <SceneOf {...{ scene, view, meeting, token }} />
      </div>
      <Foot view={view} meeting={meeting} token={token} />
    </div>
  );
}

/** A scene that only goes on (the next page) is not drawn anew. */
function keyOf(scene: Scene): string {
  if ('vote' in scene) return `${scene.kind} ${scene.vote.id}`;
  if (scene.kind === 'paper') return `paper ${scene.paper.id}`;
  return JSON.stringify(scene);
}

function SceneOf({
  scene,
  view,
  meeting,
  token,
}: HallPictureProps & { readonly scene: Exclude<Scene, { kind: 'blank' }> }) {
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
    case 'paper':
      return (
        <Suspense fallback={null}>
          <PaperScene {...{ meeting, token }} paper={scene.paper} place={scene.place} />
        </Suspense>
      );
    case 'voteOpen':
      return <VoteOpenScene view={view} vote={scene.vote} />;
    case 'voteClosed':
      return <VoteClosedScene view={view} vote={scene.vote} />;
    case 'result':
      return <ResultScene view={view} vote={scene.vote} />;
  }
}

/** Of a secret item nothing is on the wall, not even who is there. */
function Blank() {
  const { t } = useTranslation('screen');
  return (
    <div className={styles.picture} data-testid="hall-blank">
      <p className={styles.body}>{t('secretItem')}</p>
    </div>
  );
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
