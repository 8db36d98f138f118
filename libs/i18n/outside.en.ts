import app from './app.en.json';
import http from './http.en.json';

/** What is said before anybody has signed in: these come alone, the rest with the pages behind. */
export const outsideEn = { ...app, ...http };
