/**
 * How large the heap of each of our processes may grow, in MiB; beyond it the process ends and is started again. The
 * worker has two heaps of that size, its own and that of the thread in which its workflows run.
 */
export const HEAP_MIB = { api: 512, worker: 384, web: 256 } as const;

type Bounded = keyof typeof HEAP_MIB;

/** What is said to node before the entry's name; nothing for a process that ends by itself. */
export const heapBound = (name: string): readonly string[] =>
  isBounded(name) ? [`--max-old-space-size=${HEAP_MIB[name]}`] : [];

const isBounded = (name: string): name is Bounded => name in HEAP_MIB;
