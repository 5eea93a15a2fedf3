import { type ReactNode, useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from '#platform/i18n';
import { classes, IconButton } from '#ui';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconChevronDown,
  IconChevronUp,
  IconEraser,
  IconHandFinger,
  IconHandFingerOff,
  IconHighlight,
  IconNote,
  IconPencil,
  IconPointer,
  IconSettings,
  IconTextRecognition,
  IconTypography,
} from '#ui/icons';
import type { Notebook } from './notebook.ts';
import styles from './tool-bar.module.css';
import { areLabelsOn, type Tool, tools } from './tool-box.ts';
import { ToolOptions, ToolSettings } from './tool-options.tsx';
import { toolBox, useToolState } from './use-tool-state.ts';
import { useUndoKeys } from './use-undo-keys.ts';

const pictures: Record<Tool, ReactNode> = {
  view: <IconPointer aria-hidden="true" />,
  pen: <IconPencil aria-hidden="true" />,
  marker: <IconHighlight aria-hidden="true" />,
  highlight: <IconTextRecognition aria-hidden="true" />,
  note: <IconNote aria-hidden="true" />,
  text: <IconTypography aria-hidden="true" />,
  eraser: <IconEraser aria-hidden="true" />,
};

/** The tools at the edge of the paper; a second tap on one opens its colours and widths. */
export function ToolBar({ notebook, meeting }: { readonly notebook: Notebook; readonly meeting: string }) {
  const { t } = useTranslation('annotation');
  const state = useToolState();
  const [options, setOptions] = useState<Tool | 'settings' | null>(null);
  const [isFolded, setFolded] = useState(true);
  const steps = useSyncExternalStore(notebook.acts.subscribe, notebook.acts.steps);
  const close = useCallback(() => setOptions(null), []);
  useUndoKeys(notebook);
  useEffect(() => toolBox.openedIn(meeting), [meeting]);
  // A pen that lies in the hand on one paper is laid down before another is opened.
  useEffect(() => () => toolBox.change({ tool: 'view' }), []);
  const hasLabels = areLabelsOn(state);
  function choose(tool: Tool) {
    const hasOptions = tool !== 'view' && tool !== 'eraser';
    setOptions(state.tool === tool && hasOptions && options !== tool ? tool : null);
    toolBox.change({ tool });
  }
  const button = (label: string, picture: ReactNode) => (
    <>
      {picture}
      {hasLabels && <span aria-hidden="true">{label}</span>}
    </>
  );
  return (
    <div
      className={classes(styles.bar, hasLabels && styles.labelled, isFolded && styles.folded)}
      data-testid="tools"
    >
      <div className={styles.tools} role="toolbar" aria-label={t('tools')} aria-orientation="vertical">
        {tools.map((tool) => (
          <button
            key={tool}
            type="button"
            className={styles.tool}
            aria-pressed={state.tool === tool}
            aria-label={t(`tool.${tool}`)}
            title={t(`tool.${tool}`)}
            data-testid={`tool-${tool}`}
            onClick={() => choose(tool)}
          >
            {button(t(`short.${tool}`), pictures[tool])}
            {tool !== 'view' && tool !== 'eraser' && (
              <span className={classes(styles.nib, styles[`ink-${state.colours[tool]}`])} />
            )}
          </button>
        ))}
        <div className={styles.steps}>
          <IconButton
            label={t('undo')}
            icon={<IconArrowBackUp />}
            disabled={!steps.canUndo}
            onClick={() => notebook.acts.undo()}
            testId="note-undo"
          />
          <IconButton
            label={t('redo')}
            icon={<IconArrowForwardUp />}
            disabled={!steps.canRedo}
            onClick={() => notebook.acts.redo()}
            testId="note-redo"
          />
        </div>
        {state.hasSeenPen && (
          <button
            type="button"
            className={styles.tool}
            aria-pressed={!state.isPenOnly}
            aria-label={t('settings.fingerDraws')}
            title={t('settings.fingerDraws')}
            data-testid="finger-draws"
            onClick={() => toolBox.change({ isPenOnly: !state.isPenOnly })}
          >
            {button(
              t('short.finger'),
              state.isPenOnly ? (
                <IconHandFingerOff aria-hidden="true" />
              ) : (
                <IconHandFinger aria-hidden="true" />
              ),
            )}
          </button>
        )}
        <button
          type="button"
          className={styles.tool}
          aria-expanded={options === 'settings'}
          aria-label={t('settings.title')}
          title={t('settings.title')}
          data-testid="tools-settings"
          onClick={() => setOptions(options === 'settings' ? null : 'settings')}
        >
          {button(t('short.settings'), <IconSettings aria-hidden="true" />)}
        </button>
      </div>
      <p className={styles.private}>{t('private')}</p>
      <div className={styles.fold}>
        <IconButton
          label={t(isFolded ? 'unfold' : 'fold')}
          icon={isFolded ? <IconChevronUp /> : <IconChevronDown />}
          aria-expanded={!isFolded}
          onClick={() => setFolded(!isFolded)}
          testId="tools-fold"
        />
      </div>
      {options === 'settings' && <ToolSettings onClose={close} />}
      {options !== null && options !== 'settings' && <ToolOptions tool={options} onClose={close} />}
    </div>
  );
}
