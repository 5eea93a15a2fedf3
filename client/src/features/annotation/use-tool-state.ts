import { useSyncExternalStore } from 'react';
import { ToolBox, type ToolState } from './tool-box.ts';

/** The tools of this device. */
export const toolBox = new ToolBox(localStorage);

/** The hand that holds the tablet; style sheets mirror by it. */
function showHand(): void {
  document.documentElement.dataset.hand = toolBox.state().isLeftHanded ? 'left' : 'right';
}
toolBox.subscribe(showHand);
showHand();

export const useToolState = (): ToolState => useSyncExternalStore(toolBox.subscribe, toolBox.state);
