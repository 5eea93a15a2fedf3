export { PaperPreview } from './paper-preview.tsx';
export { PaperReader } from './paper-reader.tsx';
export { PaperUploads } from './paper-uploads.tsx';
export { useUploads } from './use-uploads.ts';
