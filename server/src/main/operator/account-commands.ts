import { checkPassword, userNameOf } from '@hopso/shared/identity';
import { foldText, type Rejection, type Result } from '@hopso/shared/kernel';
import { dayOf, type Unit } from '@hopso/shared/organisation';
import { eq } from 'drizzle-orm';
import { createIdentity, type Identity } from '#identity';
import { createOrganisation, type Organisation } from '#organisation';
import { systemClock } from '#platform/clock';
import { DataDirLockedError, type Db, openDatabase, openSqliteBeside } from '#platform/database';
import { OperatorFault } from './fault.ts';
import type { Operation } from './settings.ts';

/** Who acts, in the journal. */
const OPERATOR = 'operator';
const LONGEST_NAME = 100;

export interface AdministratorOptions {
  readonly username?: string | undefined;
  readonly name?: string | undefined;
  readonly unit?: string | undefined;
  readonly 'password-stdin'?: boolean | undefined;
}

interface Accounts {
  readonly db: Db;
  readonly identity: Identity;
  readonly organisation: Organisation;
}

/** Creates a person with an administrator's account, beside a running server too. */
export async function createAdministrator(
  operation: Operation,
  options: AdministratorOptions,
): Promise<number> {
  const { terminal, texts } = operation;
  const userName = userNameIn(operation, await given(operation, options.username, texts.askUserName));
  const name = (await given(operation, options.name, texts.askName)).trim().normalize('NFC');
  if (name === '' || name.length > LONGEST_NAME) throw new OperatorFault(texts.nameInvalid, 2);
  const password = options['password-stdin'] ? await passwordFor(operation, userName) : undefined;
  return withAccounts(operation, async (accounts) => {
    const { identity, organisation } = accounts;
    await requireFree(operation, accounts.db, userName);
    const unit = await unitFor(operation, organisation, options.unit);
    const person = { name, post: texts.administratorPost, unitId: unit.id, phone: null };
    const { personId } = accept(operation, await organisation.addPerson(OPERATOR, person));
    const roles = [{ role: 'administrator', unitId: null }] as const;
    const account = { personId, userName, roles, ...(password === undefined ? {} : { password }) };
    const created = accept(operation, await identity.createAccount(OPERATOR, account));
    terminal.say(texts.adminCreated(userName, unit.name));
    if (password === undefined) terminal.say(texts.passwordOnce(created.initialPassword));
    return 0;
  });
}

/** Gives an account a new password, which is printed once; a server that runs ends its sign-ins within a second. */
export async function resetPassword(operation: Operation, typed: string): Promise<number> {
  const { terminal, texts } = operation;
  return withAccounts(operation, async ({ identity }) => {
    const reset = await identity.resetPasswordOf(OPERATOR, typed);
    if (!reset.ok && reset.error.code === 'not-found') throw new OperatorFault(texts.noSuchUser(typed));
    const { account, initialPassword } = accept(operation, reset);
    terminal.say(texts.passwordReset(account.userName));
    terminal.say(texts.passwordOnce(initialPassword));
    return 0;
  });
}

async function withAccounts(
  operation: Operation,
  work: (accounts: Accounts) => Promise<number>,
): Promise<number> {
  const { db, close } = await openToWrite(operation);
  try {
    const identity = createIdentity({
      db,
      clock: systemClock,
      logger: operation.logger,
      secure: true,
      meetings: { isParticipant: () => false, isDesk: () => false, isInRunningMeeting: () => false },
    });
    const afterDeactivation = async () => {};
    return await work({
      db,
      identity,
      organisation: createOrganisation({ db, clock: systemClock, afterDeactivation }),
    });
  } finally {
    await close();
  }
}

/** Takes the data folder when it is free, so that a new one is set up; beside a server it only writes rows. */
async function openToWrite({ database, logger }: Operation): Promise<{ db: Db; close(): Promise<void> }> {
  try {
    return await openDatabase(database, { logger });
  } catch (cause) {
    if (!(cause instanceof DataDirLockedError) || database.engine !== 'sqlite') throw cause;
    return openSqliteBeside(database.dataDir, { logger });
  }
}

async function given(
  { terminal, texts }: Operation,
  option: string | undefined,
  question: string,
): Promise<string> {
  if (option !== undefined) return option;
  if (!terminal.canAsk) throw new OperatorFault(texts.needsOptions, 2);
  const answer = await terminal.readLine(question, false);
  if (answer === null) throw new OperatorFault(texts.cancelled);
  return answer;
}

function userNameIn({ texts }: Operation, typed: string): string {
  const userName = userNameOf(typed);
  if (!userName.ok) throw new OperatorFault(texts.userNameInvalid, 2);
  return userName.value;
}

async function passwordFor(operation: Operation, userName: string): Promise<string> {
  const { terminal, texts } = operation;
  const password = await terminal.readLine(texts.askPassword, true);
  if (password === null || password === '') throw new OperatorFault(texts.noPassword);
  if (terminal.canAsk && (await terminal.readLine(texts.askPasswordAgain, true)) !== password) {
    throw new OperatorFault(texts.passwordsDiffer);
  }
  accept(operation, checkPassword(password, [userName]));
  return password;
}

/** Asked before the person is added: a person without the account would be left otherwise. */
async function requireFree({ texts }: Operation, { read, t }: Db, userName: string): Promise<void> {
  const taken = await read.select().from(t.users).where(eq(t.users.username, userName));
  if (taken.length > 0) throw new OperatorFault(texts.userNameUsed(userName));
}

/** The unit of that name or code, made when there is none; left out, the one root unit there is. */
async function unitFor(
  operation: Operation,
  organisation: Organisation,
  wanted: string | undefined,
): Promise<Unit> {
  const { texts } = operation;
  const units = await organisation.unitsOn(dayOf(systemClock.now()));
  if (wanted !== undefined && wanted.trim() !== '') {
    const code = unitCode(wanted);
    const found = units.filter(
      (unit) => unit.code === wanted || unit.code === code || unitCode(unit.name) === code,
    );
    if (found.length > 1) throw new OperatorFault(texts.chooseUnit(found.map(labelOf)), 2);
    return found[0] ?? addUnit(organisation, wanted.trim().normalize('NFC'));
  }
  const roots = units.filter(({ parentId }) => parentId === null);
  if (roots.length > 1) throw new OperatorFault(texts.chooseUnit(roots.map(labelOf)), 2);
  return roots[0] ?? addUnit(organisation, texts.systemUnit);
}

const labelOf = ({ name, code }: Unit) => `${name} (${code})`;

/** A unit made here is known by its name; official codes come with the official list. */
const unitCode = (name: string) =>
  foldText(name.trim())
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40);

async function addUnit(organisation: Organisation, name: string): Promise<Unit> {
  const validFrom = dayOf(systemClock.now());
  const code = unitCode(name);
  const unit = { code, name, level: 'agency', parentCode: null, validFrom, validTo: null } as const;
  const ids = await organisation.importUnits(OPERATOR, [unit]);
  const added = await organisation.unit(ids.get(`${code}@${validFrom}`) ?? '');
  if (added === undefined) throw new Error('The unit was added and is not there.');
  return added;
}

/** The value, or a fault in the operator's words. */
function accept<T>({ texts }: Operation, result: Result<T>): T {
  if (result.ok) return result.value;
  throw new OperatorFault(sentenceOf(texts, result.error));
}

function sentenceOf(texts: Operation['texts'], { code, params }: Rejection): string {
  switch (code) {
    case 'identity/user-name-invalid':
      return texts.userNameInvalid;
    case 'identity/password-short':
      return texts.passwordShort(Number(params?.least));
    case 'identity/password-long':
      return texts.passwordLong(Number(params?.most));
    case 'identity/password-common':
      return texts.passwordCommon;
    default:
      return texts.refused(code);
  }
}
