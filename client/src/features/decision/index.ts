export { ConclusionEditor } from './conclusion-editor.tsx';
export { OutcomePicker } from './outcome-picker.tsx';
