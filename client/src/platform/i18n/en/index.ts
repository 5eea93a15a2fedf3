import admin from './admin.json' with { type: 'json' };
import auth from './auth.json' with { type: 'json' };
import common from './common.json' with { type: 'json' };
import desk from './desk.json' with { type: 'json' };
import home from './home.json' with { type: 'json' };
import meeting from './meeting.json' with { type: 'json' };
import prepare from './prepare.json' with { type: 'json' };
import problem from './problem.json' with { type: 'json' };
import result from './result.json' with { type: 'json' };
import screen from './screen.json' with { type: 'json' };
import voting from './voting.json' with { type: 'json' };

/** English, complete; one chunk that only its readers load. */
export const english = { admin, auth, common, desk, home, meeting, prepare, problem, result, screen, voting };
