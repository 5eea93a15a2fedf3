export { type Annotations, type AnnotationsOptions, createAnnotations } from './annotations.ts';
export type { NotedPaper, NotesMeetings, NotesStanding } from './meetings.ts';
export { notesOnPapers, type VisibleNote } from './notes-on-papers.ts';
export { annotationsOfRooms } from './of-rooms.ts';
export type { Told } from './save-acts.ts';
