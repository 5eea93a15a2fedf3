export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'neutral' | 'danger';
  readonly undo?: () => void;
}

interface ToastOptions {
  readonly tone?: Toast['tone'];
  /** Offers "undo" while the toast stands. */
  readonly undo?: () => void;
}

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function publish(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Shows a sentence for eight seconds, longer while it is hovered or holds the focus. */
export function showToast(text: string, { tone = 'neutral', undo }: ToastOptions = {}): void {
  lastId += 1;
  const toast: Toast = { id: lastId, text, tone, ...(undo && { undo }) };
  publish([...toasts.slice(-2), toast]);
}

export function dismissToast(id: number): void {
  publish(toasts.filter((toast) => toast.id !== id));
}

export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const currentToasts = (): readonly Toast[] => toasts;
