import type { Rejection } from '@hopso/shared/kernel';
import type { CommandAnswer } from '@hopso/shared/protocol';
import type { Command } from '@hopso/shared/session';
import { Problem } from '#platform/api';
import type { MeetingSocket } from '#platform/socket';
import type { MeetingLive } from './meeting-live.ts';

export type CommandReceipt = Extract<CommandAnswer, { ok: true }>;

/** `sending`: on its way; `retrying`: no answer yet, the same order is being sent again. */
type DeliveryStage = 'sending' | 'retrying';

export interface RunOptions {
  readonly onStage?: (stage: DeliveryStage) => void;
  /** How long an order without an answer is sent again before it is given up as unknown. */
  readonly giveUpAfterMs?: number;
  /** An order given while disconnected is sent as soon as the connection is back. The caller shows that it waits. */
  readonly waitsForConnection?: boolean;
  readonly signal?: AbortSignal;
}

const usualPatienceMs = 15_000;
const pauseMs = 700;

/**
 * Sends an order and waits for its verdict. The id is minted once, so that sending again cannot act twice.
 * An order given while disconnected is refused at once: nothing is queued behind the person's back.
 * @throws Problem with the refusal's code; `net/offline` when it was never sent; `command/unknown` when it was
 * sent and the verdict never came.
 */
export async function runCommand(
  live: MeetingLive,
  socket: MeetingSocket,
  command: Command,
  { onStage, giveUpAfterMs = usualPatienceMs, waitsForConnection = false, signal }: RunOptions = {},
): Promise<CommandReceipt> {
  if (!isConnected(live) && !waitsForConnection) throw new Problem('net/offline');
  const id = newCommandId();
  const deadline = performance.now() + giveUpAfterMs;
  onStage?.('sending');
  while (true) {
    const answer = await attempt(live, socket, id, command);
    if (answer?.ok) return answer;
    if (answer !== null) throw problemOf(answer.problem);
    if (performance.now() >= deadline || signal?.aborted) throw new Problem('command/unknown');
    onStage?.('retrying');
    await connectedAgain(live, deadline);
  }
}

async function attempt(
  live: MeetingLive,
  socket: MeetingSocket,
  id: string,
  command: Command,
): Promise<CommandAnswer | null> {
  if (!isConnected(live)) return null;
  try {
    return await socket.command({ meeting: live.meeting, id, command: { ...command } });
  } catch {
    return null;
  }
}

const problemOf = ({ code, params }: Rejection): Problem =>
  new Problem(code, { status: 409, ...(params !== undefined && { params }) });

const isConnected = (live: MeetingLive): boolean =>
  live.state.connection === 'live' || live.state.connection === 'catching-up';

/** Resolves a moment after the connection stands, or at the deadline. */
function connectedAgain(live: MeetingLive, deadline: number): Promise<void> {
  return new Promise((resolve) => {
    function check() {
      if (isConnected(live) || performance.now() >= deadline) resolve();
      else setTimeout(check, pauseMs);
    }
    setTimeout(check, pauseMs);
  });
}

/** Random even where `crypto.randomUUID` is missing: pages over plain HTTP in a meeting room. */
function newCommandId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
