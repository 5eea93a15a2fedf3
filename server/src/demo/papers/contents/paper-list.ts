import type { PaperSource } from '../paper.ts';
import { draftResolution } from './draft-resolution.ts';
import { eGovernmentReport, revisedEGovernmentReport } from './e-government-report.ts';
import { economicReport } from './economic-report.ts';
import { investmentAnnex } from './investment-annex.ts';
import { landPriceDossier } from './land-price-dossier.ts';
import { landPriceSubmission } from './land-price-submission.ts';
import { marchMinutes } from './march-minutes.ts';
import { personnelSubmission } from './personnel-submission.ts';
import { planSubmission } from './plan-submission.ts';
import { sessionAgenda } from './session-agenda.ts';

/** The ten papers of the demo session in the order of its agenda, and the new version of one. */
export const PAPER_SOURCES: readonly PaperSource[] = [
  sessionAgenda,
  marchMinutes,
  economicReport,
  planSubmission,
  draftResolution,
  investmentAnnex,
  eGovernmentReport,
  revisedEGovernmentReport,
  landPriceSubmission,
  landPriceDossier,
  personnelSubmission,
];
