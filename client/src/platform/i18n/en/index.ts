import access from './access.json' with { type: 'json' };
import admin from './admin.json' with { type: 'json' };
import annotation from './annotation.json' with { type: 'json' };
import auth from './auth.json' with { type: 'json' };
import common from './common.json' with { type: 'json' };
import copies from './copies.json' with { type: 'json' };
import desk from './desk.json' with { type: 'json' };
import document from './document.json' with { type: 'json' };
import follow from './follow.json' with { type: 'json' };
import home from './home.json' with { type: 'json' };
import meeting from './meeting.json' with { type: 'json' };
import offline from './offline.json' with { type: 'json' };
import prepare from './prepare.json' with { type: 'json' };
import problem from './problem.json' with { type: 'json' };
import reader from './reader.json' with { type: 'json' };
import result from './result.json' with { type: 'json' };
import screen from './screen.json' with { type: 'json' };
import search from './search.json' with { type: 'json' };
import version from './version.json' with { type: 'json' };
import voting from './voting.json' with { type: 'json' };

/** English, complete; one chunk that only its readers load. */
export const english = {
  access,
  admin,
  annotation,
  auth,
  common,
  copies,
  desk,
  document,
  follow,
  home,
  meeting,
  offline,
  prepare,
  problem,
  reader,
  result,
  screen,
  search,
  version,
  voting,
};
