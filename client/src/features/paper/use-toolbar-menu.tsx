import { useTranslation } from '#platform/i18n';
import type { MenuSection } from '#ui';
import {
  IconArrowsHorizontal,
  IconColumns2,
  IconDownload,
  IconFileText,
  IconLayoutSidebar,
  IconRotateClockwise,
  IconTextRecognition,
  IconZoomIn,
  IconZoomOut,
} from '#ui/icons';
import type { ReaderToolbarProps } from './reader-toolbar.tsx';
import { zoomLimits } from './use-reader.ts';

/** What stands under "Thêm": on a phone also what the toolbar has no room for. */
export function useToolbarMenu(props: ReaderToolbarProps): readonly MenuSection[] {
  const { isNarrow, onPanel, onTurn, split, reader, words } = props;
  const { t } = useTranslation(['reader', 'meeting']);
  const { zoom, zoomTo } = reader;
  const glance = {
    key: 'panel',
    label: t('panel.title'),
    icon: <IconLayoutSidebar />,
    onSelect: onPanel,
    testId: 'pages-panel-open',
  };
  const zooming = [
    {
      key: 'in',
      label: t('paper.zoomIn', { ns: 'meeting' }),
      icon: <IconZoomIn />,
      onSelect: () => zoomTo(zoom + zoomLimits.step),
      testId: 'zoom-in',
    },
    {
      key: 'out',
      label: t('paper.zoomOut', { ns: 'meeting' }),
      icon: <IconZoomOut />,
      onSelect: () => zoomTo(zoom - zoomLimits.step),
      testId: 'zoom-out',
    },
    {
      key: 'fit',
      label: t('paper.fitWidth', { ns: 'meeting' }),
      icon: <IconArrowsHorizontal />,
      onSelect: () => zoomTo(100),
      testId: 'zoom-fit',
    },
  ];
  const turning = {
    key: 'turn',
    label: t('turn'),
    icon: <IconRotateClockwise />,
    onSelect: onTurn,
    testId: 'page-turn',
  };
  const splitting = {
    key: 'split',
    label: split?.isSplit === true ? t('split.close') : t('split.open'),
    icon: <IconColumns2 />,
    onSelect: () => split?.toggle(),
    testId: 'reader-split',
  };
  const downloading = {
    key: 'download',
    label: t('download'),
    icon: <IconDownload />,
    onSelect: () => props.onDownload?.(),
    testId: 'paper-download',
  };
  const wording = words && [
    {
      key: 'text',
      label: t('words.read'),
      icon: <IconFileText />,
      onSelect: () => words.readAsText(reader.page),
      testId: 'text-panel-open',
    },
    {
      key: 'select',
      label: words.isSelecting ? t('words.stopSelecting') : t('words.select'),
      icon: <IconTextRecognition />,
      onSelect: words.toggleSelecting,
      testId: 'words-select',
    },
  ];
  return [
    {
      key: 'view',
      entries: [
        ...(isNarrow ? [glance, ...zooming] : []),
        turning,
        ...(wording ?? []),
        ...(split === null || split === undefined ? [] : [splitting]),
        ...(props.onDownload === undefined ? [] : [downloading]),
      ],
    },
  ];
}
