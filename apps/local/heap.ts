/**
 * How large the heap of each of our processes may grow, in MiB; beyond it the process ends and is started again. The
 * worker has two heaps of that size, its own and that of the thread in which its workflows run.
 *
 * Under a bound V8 also lets a heap grow by less between two major collections, and has three times as many. Where
 * people wait for each answer it grows as it would without one: fourfold. There the first major collection also comes
 * late, and the young generation is twice as large, so that less of what a request leaves behind grows old: marking
 * takes a core from the answers of a fifth of a second.
 */
const HEAPS: Readonly<Record<string, readonly string[]>> = {
  api: [
    '--max-old-space-size=512',
    '--initial-old-space-size=224',
    '--heap-growing-percent=300',
    '--max-semi-space-size=32',
  ],
  worker: ['--max-old-space-size=384'],
  web: ['--max-old-space-size=256'],
};

/** What is said to node before the entry's name; nothing for a process that ends by itself. */
export const heapBound = (name: string): readonly string[] => HEAPS[name] ?? [];
