import { parseArgs } from 'node:util';
import { createAdministrator, resetPassword } from './account-commands.ts';
import { backup, migrate, restore, verify } from './data-commands.ts';
import { OperatorFault } from './fault.ts';
import { sentenceFor } from './sentences.ts';
import { type Operation, operationOf } from './settings.ts';
import type { Terminal } from './terminal.ts';
import { type Texts, textsFor } from './texts.ts';

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

/**
 * Runs one operator's command and returns the exit status: 0 done, 1 not done or faults found, 2 not called as it
 * should be. Faults an operator can mend are said in one sentence.
 */
export async function runOperator(args: readonly string[], terminal: Terminal): Promise<number> {
  const texts = textsFor(terminal.environment);
  try {
    return await dispatch(args, terminal, texts);
  } catch (cause) {
    const { sentence, exitCode } = sentenceFor(cause, texts, terminal.environment);
    terminal.note(sentence);
    return exitCode;
  }
}

async function dispatch(args: readonly string[], terminal: Terminal, texts: Texts): Promise<number> {
  const [command, ...rest] = args;
  switch (command) {
    case 'backup': {
      const { positionals } = parsed(rest, {}, texts);
      return backup(operationOf(terminal), only(positionals, texts.needsFile));
    }
    case 'restore': {
      const { values, positionals } = parsed(rest, { force: { type: 'boolean' } }, texts);
      return restore(operationOf(terminal), only(positionals, texts.needsFile), values.force === true);
    }
    case 'verify': {
      const { values, positionals } = parsed(rest, { json: { type: 'boolean' } }, texts);
      return verify(without(positionals, texts, terminal), values.json === true);
    }
    case 'migrate':
      return migrate(without(parsed(rest, {}, texts).positionals, texts, terminal));
    case 'create-admin': {
      const { values, positionals } = parsed(rest, ADMINISTRATOR, texts);
      return createAdministrator(without(positionals, texts, terminal), values);
    }
    case 'reset-password': {
      const { positionals } = parsed(rest, {}, texts);
      return resetPassword(operationOf(terminal), only(positionals, texts.needsUserName));
    }
    case 'help':
    case '--help':
      terminal.say(texts.help);
      return 0;
    default:
      if (command !== undefined) terminal.note(texts.unknownCommand(command));
      terminal.note(texts.help);
      return 2;
  }
}

const ADMINISTRATOR = {
  username: { type: 'string' },
  name: { type: 'string' },
  unit: { type: 'string' },
  'password-stdin': { type: 'boolean' },
} as const;

function parsed<const O extends Options>(args: readonly string[], options: O, texts: Texts) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (cause) {
    const [reason = ''] = cause instanceof Error ? cause.message.split('. ') : [];
    throw new OperatorFault(texts.badArguments(reason), 2);
  }
}

function only(positionals: readonly string[], sentence: string): string {
  const [one, ...others] = positionals;
  if (one === undefined || one === '' || others.length > 0) throw new OperatorFault(sentence, 2);
  return one;
}

function without(positionals: readonly string[], texts: Texts, terminal: Terminal): Operation {
  if (positionals.length > 0) throw new OperatorFault(texts.noArguments, 2);
  return operationOf(terminal);
}
