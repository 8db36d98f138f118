// `@jest/globals`, as far as the specs use it: the words of jest-words.cjs, found when they are used.
for (const word of ['describe', 'expect', 'it', 'jest', 'test'])
  Object.defineProperty(exports, word, { enumerable: true, get: () => globalThis[word] });
