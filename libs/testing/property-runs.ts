/** How often a property is tried; PROPERTY_RUNS cuts it, as mutation testing does, which runs each of them for many mutants. */
export const propertyRuns = (usual: number): { readonly numRuns: number } => {
  const few = Number(process.env['PROPERTY_RUNS']);
  return { numRuns: few > 0 ? Math.min(few, usual) : usual };
};
