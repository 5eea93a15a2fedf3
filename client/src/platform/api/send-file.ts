import { reportSignedOut } from './call.ts';
import { Problem, problemFrom } from './problem.ts';

interface SendFileOptions {
  /** Share of the bytes that left this device, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Sends a file as the body of a request. `fetch` cannot say how much of a body has gone; this can.
 * @returns the body of the success
 * @throws Problem for every refusal or failure to reach the server
 */
export function sendFile<T>(
  address: string,
  file: File,
  { onProgress, signal }: SendFileOptions = {},
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'application/pdf');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name.normalize('NFC')));
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress?.(total === 0 ? 1 : loaded / total),
    );
    request.addEventListener('load', () => {
      const body = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300 && body !== null) return resolve(body as T);
      const problem = problemFrom(request.status, body);
      if (problem.code === 'auth/required') reportSignedOut();
      return reject(problem);
    });
    request.addEventListener('error', () => reject(new Problem('net/offline')));
    request.addEventListener('abort', () =>
      reject(new DOMException('The upload was stopped.', 'AbortError')),
    );
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
