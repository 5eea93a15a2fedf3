export { openBlobFolder, readBlobFolder } from './blob-folder.ts';
export {
  BlobMissingError,
  type BlobReading,
  type BlobStore,
  type ByteRange,
  type StagedBlob,
  type StoredBlob,
} from './blob-store.ts';
