import type { Problem } from '#platform/api';
import { problemText } from '#platform/i18n';
import { showToast } from '#ui';

/** A refusal where no form is left to show it in. */
export const sayProblem = (problem: Problem): void => showToast(problemText(problem), { tone: 'danger' });
