import { annotationColours } from '@hopso/shared/annotation';
import { useEffect, useRef } from 'react';
import { useTranslation } from '#platform/i18n';
import { classes, Switch } from '#ui';
import styles from './tool-bar.module.css';
import { areLabelsOn, type ColouredTool, type Tool, widthsOf } from './tool-box.ts';
import { toolBox, useToolState } from './use-tool-state.ts';

/** Dots that stand for the three widths, CSS pixels. */
const dots = [6, 12, 20] as const;

/** Colours and widths of a tool. */
export function ToolOptions({ tool, onClose }: { readonly tool: Tool; readonly onClose: () => void }) {
  const { t } = useTranslation('annotation');
  const { colours, widths } = useToolState();
  const name = t(`tool.${tool}`);
  const coloured: ColouredTool | null = tool === 'view' || tool === 'eraser' ? null : tool;
  return (
    <OptionsBox label={t('options.title', { tool: name })} onClose={onClose}>
      {coloured !== null && (
        <div className={styles.row}>
          {annotationColours.map((colour) => (
            <button
              key={colour}
              type="button"
              className={classes(styles.choice, styles[`ink-${colour}`])}
              aria-pressed={colours[coloured] === colour}
              aria-label={t(`colour.${colour}`)}
              data-testid={`colour-${colour}`}
              onClick={() => toolBox.change({ colours: { ...colours, [coloured]: colour } })}
            >
              <span className={styles.dot} style={{ width: 26, height: 26 }} />
            </button>
          ))}
        </div>
      )}
      {widthsOf[tool] !== undefined && (
        <div className={styles.row}>
          {dots.map((size, index) => (
            <button
              key={size}
              type="button"
              className={styles.choice}
              aria-pressed={(widths[tool] ?? 1) === index}
              aria-label={t(`width.${index as 0 | 1 | 2}`)}
              data-testid={`width-${index}`}
              onClick={() => toolBox.change({ widths: { ...widths, [tool]: index } })}
            >
              <span className={styles.dot} style={{ width: size, height: size }} />
            </button>
          ))}
        </div>
      )}
    </OptionsBox>
  );
}

/** How the tools stand and whom they listen to. */
export function ToolSettings({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('annotation');
  const state = useToolState();
  return (
    <OptionsBox label={t('settings.title')} onClose={onClose}>
      <Switch
        label={t('settings.labels')}
        value={areLabelsOn(state)}
        onChange={(hasLabels) => toolBox.change({ hasLabels })}
        testId="tools-labels"
      />
      <Switch
        label={t('settings.leftHanded')}
        value={state.isLeftHanded}
        onChange={(isLeftHanded) => toolBox.change({ isLeftHanded })}
        testId="tools-left-handed"
      />
      <Switch
        label={t('settings.fingerDraws')}
        value={!state.isPenOnly}
        onChange={(draws) => toolBox.change({ isPenOnly: !draws })}
        testId="tools-finger"
      />
    </OptionsBox>
  );
}

interface OptionsBoxProps {
  readonly label: string;
  readonly onClose: () => void;
  readonly children: React.ReactNode;
}

/** Stands beside the tools until something else is pressed. */
function OptionsBox({ label, onClose, children }: OptionsBoxProps) {
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    function handlePress(event: Event) {
      if (!box.current?.parentElement?.contains(event.target as Node)) onClose();
    }
    document.addEventListener('pointerdown', handlePress);
    return () => document.removeEventListener('pointerdown', handlePress);
  }, [onClose]);
  return (
    <fieldset
      ref={box}
      className={styles.options}
      aria-label={label}
      data-testid="tool-options"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      {children}
    </fieldset>
  );
}
