import { randomUUID } from 'node:crypto';
import { type Account, checkPassword, type RoleGrant, userNameOf } from '@hopso/shared/identity';
import { foldText, ok, type Result, refuse } from '@hopso/shared/kernel';
import { eq } from 'drizzle-orm';
import type { Clock } from '#platform/clock';
import type { Db, Row } from '#platform/database';
import { accountHolders, type Holder, holderById, holderByUserName, replaceRoles } from './account-rows.ts';
import { checkRoles, isLastAdministrator, mayCreate } from './account-rules.ts';
import { recordAudit } from './audit.ts';
import type { FailureLimits } from './failure-limits.ts';
import type { PasswordHasher } from './password-hash.ts';
import { newInitialPassword } from './secrets.ts';
import { deleteSignInsOf, rolesOf } from './sign-in-rows.ts';
import type { SignIns } from './sign-ins.ts';

export interface AccountsOptions {
  readonly db: Db;
  readonly clock: Clock;
  readonly hasher: PasswordHasher;
  readonly limits: FailureLimits;
  readonly signIns: SignIns;
}

export interface NewAccount {
  readonly personId: string;
  readonly userName: string;
  readonly roles: readonly RoleGrant[];
  /** Left out: one is made up and must be changed at the first sign-in. */
  readonly password?: string;
}

/** Accounts as the administrator changes them. Every change is in the journal; none shows a hash. */
export class Accounts {
  readonly #o: AccountsOptions;

  constructor(options: AccountsOptions) {
    this.#o = options;
  }

  /** Every account by name; every word of `search` is found in name, post, unit or user name, marks aside. */
  async list(search: string): Promise<Account[]> {
    const { db } = this.#o;
    const words = foldText(search).split(/\s+/).filter(Boolean);
    const found = (await accountHolders(db.read, db.t)).filter(({ name, post, unit, user }) => {
      const text = foldText(`${name} ${post} ${unit} ${user.username}`);
      return words.every((word) => text.includes(word));
    });
    const roles = await rolesOf(
      db.read,
      db.t,
      found.map(({ personId }) => personId),
    );
    const accounts = await Promise.all(
      found.map((holder) => this.#present(holder, holder.user, roles.get(holder.personId) ?? [])),
    );
    const { compare } = new Intl.Collator('vi');
    return accounts.sort((a, b) => compare(a.name, b.name));
  }

  /**
   * [I1] [I14] Gives a person an account; a made-up password is in the answer and nowhere else.
   * Refuses `not-found` (person), `identity/has-account`, `identity/user-name-invalid`, `identity/user-name-used`,
   * what `checkPassword` refuses, and the refusals of roles.
   */
  async create(
    actorId: string,
    { personId, userName, roles, password }: NewAccount,
  ): Promise<Result<{ account: Account; initialPassword: string }>> {
    const { db, clock, hasher } = this.#o;
    const name = userNameOf(userName);
    if (!name.ok) return name;
    const initialPassword = password ?? newInitialPassword();
    const strong = checkPassword(initialPassword, [name.value]);
    if (!strong.ok) return strong;
    const hash = await hasher.hash(initialPassword);
    if (!hash.ok) return hash;
    const at = clock.now();
    const created = await db.write(async (q): Promise<Result<undefined>> => {
      const possible = await mayCreate(q, db.t, { personId, userName: name.value, roles });
      if (!possible.ok) return possible;
      await q.insert(db.t.users).values({
        personId,
        username: name.value,
        passwordHash: hash.value,
        mustChange: password === undefined,
        disabled: false,
        createdAt: at,
        updatedAt: at,
      });
      await replaceRoles(q, db.t, personId, roles, randomUUID);
      const detail = { userName: name.value, roles: roles.map(({ role, unitId }) => ({ role, unitId })) };
      await recordAudit(q, db.t, {
        at,
        actorId,
        action: 'identity.account-created',
        object: personId,
        detail,
      });
      return ok(undefined);
    });
    return created.ok ? this.#withPassword(personId, initialPassword) : created;
  }

  /** Refuses `not-found`, `identity/user-name-invalid`, `identity/user-name-used`, `identity/last-administrator`. */
  async edit(
    actorId: string,
    personId: string,
    changes: { readonly userName?: string | undefined; readonly disabled?: boolean | undefined },
  ): Promise<Result<Account>> {
    const { db, clock, signIns } = this.#o;
    const at = clock.now();
    const edited = await db.write(async (q): Promise<Result<undefined>> => {
      const user = (await holderById(q, db.t, personId))?.user;
      if (!user) return refuse('not-found');
      const disabled = changes.disabled ?? user.disabled;
      if (disabled && (await isLastAdministrator(q, db.t, personId)))
        return refuse('identity/last-administrator');
      const userName = changes.userName === undefined ? ok(user.username) : userNameOf(changes.userName);
      if (!userName.ok) return userName;
      const other = await holderByUserName(q, db.t, userName.value);
      if (other !== undefined && other.personId !== personId) return refuse('identity/user-name-used');
      await q
        .update(db.t.users)
        .set({ username: userName.value, disabled, updatedAt: at })
        .where(eq(db.t.users.personId, personId));
      if (disabled) await deleteSignInsOf(q, db.t, personId);
      const detail = { userName: userName.value, disabled };
      await recordAudit(q, db.t, {
        at,
        actorId,
        action: 'identity.account-edited',
        object: personId,
        detail,
      });
      return ok(undefined);
    });
    if (!edited.ok) return edited;
    if (changes.disabled === true) signIns.forgetPerson(personId);
    return this.find(personId);
  }

  /** [I8] [I13] [I14] Refuses `not-found`, `identity/last-administrator`, and the refusals of roles. */
  async setRoles(actorId: string, personId: string, roles: readonly RoleGrant[]): Promise<Result<Account>> {
    const { db, clock, signIns } = this.#o;
    const set = await db.write(async (q): Promise<Result<undefined>> => {
      if (!(await holderById(q, db.t, personId))?.user) return refuse('not-found');
      const valid = await checkRoles(q, db.t, roles);
      if (!valid.ok) return valid;
      const stays = roles.some(({ role }) => role === 'administrator');
      if (!stays && (await isLastAdministrator(q, db.t, personId)))
        return refuse('identity/last-administrator');
      const before = (await rolesOf(q, db.t, [personId])).get(personId) ?? [];
      await replaceRoles(q, db.t, personId, roles, randomUUID);
      await deleteSignInsOf(q, db.t, personId);
      const facts = (grants: readonly RoleGrant[]) => grants.map(({ role, unitId }) => ({ role, unitId }));
      const detail = { from: facts(before), to: facts(roles) };
      const entry = { at: clock.now(), actorId, action: 'identity.roles-set', object: personId, detail };
      await recordAudit(q, db.t, entry);
      return ok(undefined);
    });
    if (!set.ok) return set;
    signIns.forgetPerson(personId);
    return this.find(personId);
  }

  /** [I3] [I8] A new made-up password; also ends the waiting. Refuses `not-found`. */
  async resetPassword(
    actorId: string,
    personId: string,
  ): Promise<Result<{ account: Account; initialPassword: string }>> {
    const { db, clock, hasher, limits, signIns } = this.#o;
    const initialPassword = newInitialPassword();
    const hash = await hasher.hash(initialPassword);
    if (!hash.ok) return hash;
    const at = clock.now();
    const userName = await db.write(async (q) => {
      const [row] = await q
        .update(db.t.users)
        .set({ passwordHash: hash.value, mustChange: true, updatedAt: at })
        .where(eq(db.t.users.personId, personId))
        .returning({ userName: db.t.users.username });
      if (row === undefined) return null;
      await deleteSignInsOf(q, db.t, personId);
      await recordAudit(q, db.t, { at, actorId, action: 'identity.password-reset', object: personId });
      return row.userName;
    });
    if (userName === null) return refuse('not-found');
    signIns.forgetPerson(personId);
    await limits.forgive(userName);
    return this.#withPassword(personId, initialPassword);
  }

  /** Ends the waiting after failures. Refuses `not-found`. */
  async unlock(actorId: string, personId: string, meetingId?: string): Promise<Result<undefined>> {
    const { db, clock, limits } = this.#o;
    const user = (await holderById(db.read, db.t, personId))?.user;
    if (!user) return refuse('not-found');
    await limits.forgive(user.username);
    const detail = meetingId === undefined ? {} : { meetingId };
    const entry = { at: clock.now(), actorId, action: 'identity.account-unlocked', object: personId, detail };
    await db.write((q) => recordAudit(q, db.t, entry));
    return ok(undefined);
  }

  /** Ends every sign-in of the person. */
  async endSignIns(actorId: string, personId: string): Promise<void> {
    const { db, clock, signIns } = this.#o;
    await db.write(async (q) => {
      await deleteSignInsOf(q, db.t, personId);
      const entry = { at: clock.now(), actorId, action: 'identity.sign-ins-ended', object: personId };
      await recordAudit(q, db.t, entry);
    });
    signIns.forgetPerson(personId);
  }

  /** Refuses `not-found` for a person without an account. */
  async find(personId: string): Promise<Result<Account>> {
    const { db } = this.#o;
    const holder = await holderById(db.read, db.t, personId);
    if (!holder?.user) return refuse('not-found');
    const roles = (await rolesOf(db.read, db.t, [personId])).get(personId) ?? [];
    return ok(await this.#present(holder, holder.user, roles));
  }

  async #withPassword(
    personId: string,
    initialPassword: string,
  ): Promise<Result<{ account: Account; initialPassword: string }>> {
    const account = await this.find(personId);
    return account.ok ? ok({ account: account.value, initialPassword }) : account;
  }

  async #present(
    { personId, name, post, unitId, unit }: Holder,
    user: Row<'users'>,
    roles: readonly RoleGrant[],
  ): Promise<Account> {
    const { clock, limits } = this.#o;
    const waitMs = await limits.waitingMs(user.username);
    return {
      personId,
      userName: user.username,
      name,
      post,
      unitId,
      unit,
      disabled: user.disabled,
      mustChange: user.mustChange,
      lockedUntil: waitMs > 0 ? clock.now() + waitMs : null,
      roles: [...roles],
    };
  }
}
