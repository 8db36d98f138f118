import type { EducationView, SelfCheckListView } from '@rectify/contracts';
import {
  mayRead,
  selfChecks,
  selfCheckText,
  type Campaign,
  type CivilDate,
  type Directory,
  type Scope,
} from '@rectify/domain';
import type { Shows } from './shown-counts';

/** The checks of a day; rows only for readers of the records. */
export const selfChecksView = (
  checked: { readonly campaign: Campaign; readonly directory: Directory; readonly today: CivilDate },
  {
    areShown,
    shows,
    asOf,
  }: { readonly areShown: boolean; readonly shows: Shows; readonly asOf: CivilDate | null },
): SelfCheckListView => ({
  items: selfChecks(checked).map(({ code, verdict, reason, rows }) => ({
    code,
    text: selfCheckText(code),
    verdict,
    reason,
    count: shows.single(rows.length),
    rows: areShown ? [...rows] : [],
  })),
  asOf,
});

/** Activities with numbers of people, the pledge's text with counts of signatures, and rules made. */
export const educationView = (
  { unitId: unit, activities, pledge, rulesMade }: Campaign,
  scope: Scope,
): EducationView => ({
  activities: Object.values(activities).map((each) => ({ ...each, held: each.held && { ...each.held } })),
  pledge: pledge && {
    version: pledge.version,
    text: pledge.text,
    basisHash: pledge.hash,
    draftedOn: pledge.draftedOn,
    owed: pledge.people.length,
    signed: pledge.people.filter((person) => pledge.signed[person]?.hash === pledge.hash).length,
    compared: pledge.people.filter((person) => pledge.compared[person]?.hash === pledge.hash).length,
  },
  rulesMade: rulesMade.map((rule) => ({
    ...rule,
    retired: rule.retired && {
      on: rule.retired.on,
      reason: mayRead('F1', scope, { unit }) ? rule.retired.reason : '',
    },
  })),
});
