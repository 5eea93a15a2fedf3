import type { getWallFile } from '@hopso/shared/paper';
import { type LedPlace, SCREEN_HEADER } from '@hopso/shared/protocol';
import type { PaperView } from '@hopso/shared/session';
import { useCallback, useMemo } from 'react';
import { PresentedStrokes, usePlaceName, WallPage } from '#paper';
import { addressOf, endpoint } from '#platform/api';
import { useTranslation } from '#platform/i18n';
import { inkKey, useLive } from '#platform/live-store';
import styles from './hall.module.css';

const file = endpoint<typeof getWallFile>('get', '/api/meetings/:meeting/papers/:paper/wall-file');

interface PaperSceneProps {
  readonly meeting: string;
  readonly token: string;
  readonly paper: PaperView;
  readonly place: LedPlace;
}

/** The page that is led to, for the whole hall. */
export function PaperScene({ meeting, token, paper, place }: PaperSceneProps) {
  const { t } = useTranslation('follow');
  const nameOf = usePlaceName();
  const { version, page } = place;
  const { id, bytes, versions } = paper;
  const shown = useMemo(() => {
    const url = addressOf(file.path, { meeting, paper: id }, { version });
    const size = versions.find((one) => one.version === version)?.bytes ?? bytes;
    return { url, bytes: size, headers: { [SCREEN_HEADER]: token } };
  }, [meeting, id, version, bytes, versions, token]);
  const label = t('wall.page', { title: paper.title, trang: nameOf(place, { [id]: paper }) });
  const drawn = useLive(({ ink }) => ink[inkKey(id, version)])?.strokes;
  const overlay = useCallback(
    (transform: readonly number[]) => {
      const strokes = drawn?.filter((stroke) => stroke.page === page) ?? [];
      return strokes.length > 0 && <PresentedStrokes {...{ strokes, transform }} />;
    },
    [drawn, page],
  );
  return (
    <>
      <WallPage file={shown} page={page} label={label} overlay={overlay} />
      <p className={styles.pageName} data-testid="hall-page-name">
        {label}
      </p>
    </>
  );
}
