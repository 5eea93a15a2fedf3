import type { FaultKind, IntegrityFault, Verification } from '#audit';
import type { BackupDamage } from '#platform/backup';
import type { Texts } from './texts.ts';

const number = new Intl.NumberFormat('en-GB');
const time = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'short',
  timeStyle: 'medium',
  timeZone: 'Asia/Ho_Chi_Minh',
});

const faults: Readonly<Record<FaultKind, string>> = {
  'record-order': 'an event is missing or doubled',
  'record-head': "the event's data are not those that were sealed",
  'record-details': 'the content of the event was changed',
  'record-chain': 'the event does not continue the recorded chain',
  'record-tail': "the record ends elsewhere than the meeting's row says",
  'record-cut': 'the record was cut here: checkpoints know of later events',
  'record-rewritten': 'the record was rewritten: it contradicts a checkpoint',
  'record-erased': 'the content of the event was erased and the record does not say so',
  'record-ownerless': 'there is a record but no meeting',
  'meeting-missing': 'checkpoints know the meeting, but it was deleted',
  'command-places': 'an accepted command points to events that are not its own',
  'event-unclaimed': 'the event belongs to no accepted command',
  'checkpoint-missing': 'there is no checkpoint file',
  'checkpoint-unreadable': 'the line is no checkpoint',
  'checkpoint-chain':
    'the line does not follow the one before: one of them was changed, or lines were taken out',
  'checkpoint-root': 'the last line does not agree with those before it',
  'paper-missing': 'the file of the paper is gone',
  'paper-altered': 'the file of the paper was changed',
};

const damages: Readonly<Record<BackupDamage, string>> = {
  'not-an-archive': 'it is no backup, or it is broken',
  'cut-off': 'its end is missing',
  'contents-unreadable': 'its list of contents cannot be read',
  'foreign-entry': 'it holds a foreign file',
  'entry-twice': 'it holds a file twice',
  'entry-missing': 'a file is missing',
  'entry-changed': 'a file was changed',
  'entry-unlisted': 'it holds a file that is not in its list',
  'no-database': 'it has no database',
  'database-broken': 'its database is broken',
};

function whereOf({ meeting, seq, line, paper, sha256, command }: IntegrityFault): string {
  const parts = [
    meeting && `meeting ${meeting}`,
    seq && `event ${seq}`,
    line && `line ${line} of checkpoints.jsonl`,
    paper && `paper ${paper}`,
    sha256 && `file ${sha256}`,
    command && `command ${command}`,
  ];
  return parts.filter(Boolean).join(', ');
}

export const en: Texts = {
  help: `Usage: npm run hopso -- <command>

  backup FILE                back up the whole system into a new file; the server may go on running
  restore FILE [--force]     restore a backup; the server must be stopped
                             --force: move the present data to a folder before-restore-…
  verify [--json]            check the integrity of all data; the server may go on running
  migrate                    bring the database up to this version
  create-admin               create an administrator's account
                             --username NAME  --name "FULL NAME"  [--unit "UNIT"]  [--password-stdin]
  reset-password NAME        give an account a new password
  help                       this text

Commands read the server's environment: DATA_DIR, DATABASE_URL.
Exit status: 0 = done; 1 = not done, or faults found; 2 = not called as it should be.`,
  unknownCommand: (command) => `There is no command "${command}".`,
  badArguments: (reason) => `The arguments cannot be used: ${reason}`,
  needsFile: 'Name one file.',
  needsUserName: 'Name one user.',
  noArguments: 'This command takes no arguments.',

  settings: (problems) => `The settings cannot be used:\n${problems}`,
  locked: (dataDir) => `The data folder ${dataDir} is in use by a running server. Stop it first.`,
  databaseNewer: 'The database belongs to a newer version of Họp Số. Use that version.',
  migrationChanged: 'The database was migrated by a step that differs from the one of this version.',
  pending: 'The database needs migrations first: npm run hopso -- migrate',
  unsafeDatabase: (reason) => `The database does not keep data safely: ${reason}`,
  noConnection: 'The database cannot be reached. Check DATABASE_URL.',
  noData: (dataDir) => `There are no data in ${dataDir}. Check DATA_DIR; for a new system run create-admin.`,
  diskFull: 'The disk is full. Nothing was changed.',
  noFile: (path) => `${path} is not there.`,
  noPermission: (path) => `No permission to read or write ${path}.`,
  unexpected: (message) => `Unexpected failure: ${message}`,
  cancelled: 'Stopped; nothing was changed.',

  backupExists: (file) => `${file} exists already. A backup never overwrites; choose another name.`,
  backupDone: (file, bytes, papers) =>
    `Backed up to ${file}: ${number.format(bytes)} bytes, ${number.format(papers)} papers.\n` +
    'It holds meeting papers and personal data: keep it as you keep those.',
  backupDamaged: (damage, entry) =>
    `The backup cannot be used: ${damages[damage]}${entry === undefined ? '' : ` (${entry})`}. ` +
    'Nothing was changed; use another one.',
  otherEngine: (backup, installation) =>
    `The backup is of ${backup}, this installation uses ${installation}. Set or unset DATABASE_URL accordingly.`,
  folderNotEmpty: (dataDir) =>
    `There are data in ${dataDir}. Add --force to move them to a folder before-restore-… and restore.`,
  databaseNotEmpty:
    'There are data in the PostgreSQL database. Create an empty one and name it in DATABASE_URL.',
  restoreDone: (dataDir, createdAt, version) =>
    `Restored to ${dataDir} the backup of ${time.format(createdAt)} (version ${version}).\n` +
    'Everybody must sign in again; hall screens need new links.',
  restoreAside: (folder) => `The data that were there before are in ${folder}.`,

  verified: ({ meetings, events, papers, checkpoints }: Verification) =>
    `Checked ${number.format(meetings)} meetings, ${number.format(events)} events, ` +
    `${number.format(papers)} papers, ${number.format(checkpoints.lines)} checkpoints` +
    `${checkpoints.lastAt === null ? '' : ` (the last of ${time.format(checkpoints.lastAt)})`}.`,
  tornCheckpoint:
    'The last checkpoint was not finished because the server was cut off; it will write it anew.',
  whole: 'The data are whole.',
  found: (count) => `${number.format(count)} FAULTS FOUND:`,
  fault: (fault) => {
    const where = whereOf(fault);
    return `- ${where === '' ? '' : `${where}: `}${faults[fault.kind]} [${fault.kind}]`;
  },
  adviseFaults:
    'Leave everything as it is, copy the data folder elsewhere and compare it with the latest backup before mending.',

  migrated: (engine, steps) => `The ${engine} database is at step ${steps}, as this version needs it.`,

  askUserName: 'User name: ',
  askName: 'Full name: ',
  askPassword: 'Password (not shown): ',
  askPasswordAgain: 'Password again: ',
  passwordsDiffer: 'The two passwords are not the same.',
  noPassword: 'No password on standard input.',
  needsOptions: '--username and --name are needed.',
  systemUnit: 'Quản trị hệ thống',
  administratorPost: 'Quản trị hệ thống',
  chooseUnit: (units) => `Choose a unit with --unit. There are: ${units.join('; ')}.`,
  adminCreated: (userName, unit) => `Created the administrator's account ${userName} (unit: ${unit}).`,
  passwordOnce: (password) =>
    `First password, shown only once: ${password}\nIt must be changed at the first sign-in.`,
  passwordReset: (userName) => `Gave ${userName} a new password; all sign-ins of this account have ended.`,
  noSuchUser: (userName) => `There is no account ${userName}.`,
  userNameInvalid: 'A user name has 3–40 Latin letters, digits or the signs . _ -',
  userNameUsed: (userName) => `The user name ${userName} is taken.`,
  passwordShort: (least) => `The password must have at least ${least} characters.`,
  passwordLong: (most) => `The password may have at most ${most} characters.`,
  passwordCommon: 'The password is too easy to guess.',
  nameInvalid: 'The full name must have 1 to 100 characters.',
  refused: (code) => `Refused (${code}).`,
};
