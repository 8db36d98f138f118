import outside from './outside.zh-CN.json';

/** What is said before anybody has signed in: these come alone, the rest with the pages behind. */
export const outsideZh = outside;
