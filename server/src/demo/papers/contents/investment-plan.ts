import {
  FUNDING_SOURCES,
  type FundingSource,
  investmentProjects,
  type Project,
} from './investment-projects.ts';
import { sum } from './numbers.ts';

/** Totals of the plan, million đồng. */
export interface PlanTotals {
  projects: number;
  planned: number;
  raised: number;
  lowered: number;
  adjusted: number;
}

/** Returns the totals over some of the projects. */
export function totalsOf(projects: readonly Project[]): PlanTotals {
  const planned = sum(projects, (project) => project.planned);
  const raised = sum(projects, (project) => Math.max(project.change, 0));
  const lowered = sum(projects, (project) => Math.max(-project.change, 0));
  return { projects: projects.length, planned, raised, lowered, adjusted: planned + raised - lowered };
}

// The capital of each source stays as the People's Council fixed it; what is not given to projects is the reserve.
const CAPITAL: Record<FundingSource, number> = {
  balance: 9_510_000,
  land: 4_470_000,
  lottery: 5_150_000,
  central: 3_580_000,
};

export interface SourceLine {
  name: string;
  capital: number;
  totals: PlanTotals;
  reserveBefore: number;
  reserveAfter: number;
}

/** Returns, for each funding source, its capital, what projects take of it and the reserve before and after. */
export function sourceLines(): SourceLine[] {
  return FUNDING_SOURCES.map(({ key, name }) => {
    const totals = totalsOf(investmentProjects().filter((project) => project.source === key));
    const capital = CAPITAL[key];
    return {
      name,
      capital,
      totals,
      reserveBefore: capital - totals.planned,
      reserveAfter: capital - totals.adjusted,
    };
  });
}

export interface PlanSummary {
  capital: number;
  totals: PlanTotals;
  reserveBefore: number;
  reserveAfter: number;
  raisedProjects: number;
  loweredProjects: number;
  addedProjects: number;
  unchangedProjects: number;
}

/** Returns the figures that submission report, draft resolution, economic report and annex all quote. */
export function planSummary(): PlanSummary {
  const projects = investmentProjects();
  const lines = sourceLines();
  const countOf = (kind: Project['changeKind']) =>
    projects.filter((project) => project.changeKind === kind).length;
  return {
    capital: sum(lines, (line) => line.capital),
    totals: totalsOf(projects),
    reserveBefore: sum(lines, (line) => line.reserveBefore),
    reserveAfter: sum(lines, (line) => line.reserveAfter),
    raisedProjects: countOf('raised'),
    loweredProjects: countOf('lowered'),
    addedProjects: countOf('added'),
    unchangedProjects: countOf('unchanged'),
  };
}
