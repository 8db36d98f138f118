/** The six steps of a launch, in their order. Every one has the template's defaults: any may be gone to once that is chosen. */
export const steps = ['template', 'scope', 'items', 'dates', 'burden', 'check'] as const;
export type Step = (typeof steps)[number];

/** As the address names it, from 1. */
export const stepOf = (number: string): Step => steps[Number(number) - 1] ?? steps[0];
export const numberOf = (step: Step): string => String(steps.indexOf(step) + 1);
