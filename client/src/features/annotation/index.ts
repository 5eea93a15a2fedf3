export { AnnotationProvider, useSyncStatus } from './annotation-provider.tsx';
export type { NotePlace } from './my-notes.tsx';
export { NotesButton } from './notes-button.tsx';
export { penActivity } from './pen-activity.ts';
export { RemarksButton } from './remarks-button.tsx';
export { NoteTray } from './tray/note-tray.tsx';
export { unsentActs } from './unsent-acts.ts';
export { useNoteLayers } from './use-note-layers.tsx';
