import { type Random, seededRandom } from '../random.ts';
import { DISTRICTS, type District, districtName } from './districts.ts';
import { type ChangeKind, type ChangeReason, type ProjectStage, reasonFor } from './investment-changes.ts';
import { LOCAL_NAMES, type ProjectTemplate, SECTORS, type Sector } from './investment-templates.ts';
import { KEY_PROJECTS } from './key-projects.ts';
import { vn } from './numbers.ts';

export type FundingSource = 'balance' | 'land' | 'lottery' | 'central';

/** The sources of funds, with the short form that fits a column. */
export const FUNDING_SOURCES: readonly { key: FundingSource; name: string; short: string }[] = [
  { key: 'balance', name: 'Vốn cân đối ngân sách địa phương', short: 'Cân đối NSĐP' },
  { key: 'land', name: 'Vốn đầu tư từ nguồn thu sử dụng đất', short: 'Thu sử dụng đất' },
  { key: 'lottery', name: 'Vốn đầu tư từ nguồn thu xổ số kiến thiết', short: 'Xổ số kiến thiết' },
  { key: 'central', name: 'Vốn ngân sách trung ương bổ sung có mục tiêu', short: 'NSTW bổ sung' },
];

/** One invented project of the medium-term plan. Money is in million đồng. */
export interface Project {
  name: string;
  sector: string;
  district: District;
  investor: string;
  scale: string;
  years: string;
  source: FundingSource;
  totalCost: number;
  planned: number;
  change: number;
  changeKind: ChangeKind;
  reason?: ChangeReason;
  decision: string;
}

const SEED = 20210428;

let cached: readonly Project[] | undefined;

/** Returns the 1,248 projects of the plan, key projects first in their sectors, always the same. */
export function investmentProjects(): readonly Project[] {
  cached ??= generate();
  return cached;
}

function generate(): Project[] {
  const random = seededRandom(SEED);
  const names = new Set<string>();
  return SECTORS.flatMap((sector) => {
    const key = KEY_PROJECTS.filter((project) => project.sector === sector.key);
    const rest = Array.from({ length: sector.projects - key.length }, () => invent(sector, random, names));
    return [...key, ...rest];
  });
}

function invent(sector: Sector, random: Random, names: Set<string>): Project {
  const district = random.pick(DISTRICTS);
  const template = random.pick(sector.templates);
  const name = uniqueName(template, district, random, names);
  const provincial = random.next() < 0.3;
  const totalCost = roundTo(randomBetween(template.cost, random), 10);
  const start = random.integer(2018, 2023);
  const stage = start < 2021 ? 'underway' : 'planned';
  const share = start < 2021 ? 0.35 + random.next() * 0.35 : 0.7 + random.next() * 0.28;
  return {
    name,
    sector: sector.key,
    district,
    investor: provincial ? sector.provincialInvestor : `Ban QLDA ĐTXD ${districtName(district)}`,
    scale: fill(template.scale, district, random),
    years: yearsOf(start, totalCost, random),
    source: sourceFor(sector.key, random),
    totalCost,
    decision: decisionNumber(start, provincial, random),
    ...changeOf(roundTo(totalCost * share, 10), totalCost, sector.key, stage, random),
  };
}

function uniqueName(
  template: ProjectTemplate,
  district: District,
  random: Random,
  names: Set<string>,
): string {
  for (;;) {
    const name = fill(template.name, district, random);
    const inFull = `${name}/${district.name}`;
    if (!names.has(inFull)) {
      names.add(inFull);
      return name;
    }
  }
}

function fill(pattern: string, district: District, random: Random): string {
  const commune = random.pick(district.communes);
  const others = district.communes.filter((name) => name !== commune);
  return pattern.replace(/\{(\w+)(?::([\d.]+)-([\d.]+))?\}/g, (_, key: string, low: string, high: string) => {
    if (key === 'commune') return commune;
    if (key === 'second') return random.pick(others);
    if (key === 'proper') return random.pick(LOCAL_NAMES);
    const drawn = Number(low) + random.next() * (Number(high) - Number(low));
    return key === 'd' ? vn(drawn, 1) : vn(Math.round(drawn));
  });
}

function randomBetween([low, high]: readonly [number, number], random: Random): number {
  // Squared: many small projects and few large ones, as in a real plan.
  return low + random.next() ** 2 * (high - low);
}

function roundTo(value: number, unit: number): number {
  return Math.round(value / unit) * unit;
}

function sourceFor(sector: string, random: Random): FundingSource {
  const social = sector === 'education' || sector === 'health' || sector === 'culture';
  const draw = random.next();
  if (social) return draw < 0.72 ? 'lottery' : 'balance';
  if (draw < 0.5) return 'balance';
  return draw < 0.82 ? 'land' : 'central';
}

function decisionNumber(start: number, provincial: boolean, random: Random): string {
  const number = random.integer(312, 4890);
  const day = vn(random.integer(10, 28));
  const month = random.integer(3, 12);
  const year = Math.min(start - 1, 2020);
  const monthText = month < 3 ? `0${month}` : String(month);
  return `Quyết định số ${number}/QĐ-UBND ngày ${day}/${monthText}/${year} của UBND ${provincial ? 'tỉnh' : 'cấp huyện'}`;
}

/** Every project of the plan still receives money in 2021–2025, so none ends before 2021. */
function yearsOf(start: number, totalCost: number, random: Random): string {
  const end = start + (totalCost > 40_000 ? 3 : random.integer(1, 2));
  return `${start}–${Math.min(Math.max(end, 2021), 2025)}`;
}

function changeOf(
  planned: number,
  totalCost: number,
  sector: string,
  stage: ProjectStage,
  random: Random,
): Pick<Project, 'planned' | 'change' | 'changeKind' | 'reason'> {
  const draw = random.next();
  if (draw < 0.64) return { planned, change: 0, changeKind: 'unchanged' };
  if (draw < 0.785) {
    const change = Math.min(roundTo(planned * (0.06 + random.next() * 0.2), 10), totalCost - planned);
    if (change >= 10)
      return { planned, change, changeKind: 'raised', reason: reasonFor('raised', sector, stage, random) };
    return { planned, change: 0, changeKind: 'unchanged' };
  }
  if (draw < 0.92 || stage === 'underway') {
    const change = -roundTo(planned * (0.1 + random.next() * 0.32), 10);
    return { planned, change, changeKind: 'lowered', reason: reasonFor('lowered', sector, stage, random) };
  }
  return {
    planned: 0,
    change: planned,
    changeKind: 'added',
    reason: reasonFor('added', sector, stage, random),
  };
}
