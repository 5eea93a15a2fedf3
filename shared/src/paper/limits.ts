/** What a paper may be at most; said before sending by the client, enforced while receiving by the server. */
export const paperLimits = { bytes: 100 * 1024 * 1024, pages: 5_000 } as const;

/** Carries a file's name, percent-encoded UTF-8, with its bytes. */
export const FILE_NAME_HEADER = 'x-file-name';
