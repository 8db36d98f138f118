import acts from './acts.en.json';
import app from './app.en.json';
import calendar from './calendar.en.json';
import campaign from './campaign.en.json';
import events from './events.en.json';
import forms from './forms.en.json';
import http from './http.en.json';
import link from './link.en.json';
import list from './list.en.json';
import lookBack from './look-back.en.json';
import outside from './outside.en.json';
import reading from './reading.en.json';
import rectification from './rectification.en.json';
import refusals from './refusals.en.json';
import settings from './settings.en.json';
import tabs from './tabs.en.json';
import terms from './terms.en.json';

export const en = {
  ...acts,
  ...app,
  ...calendar,
  ...campaign,
  ...events,
  ...forms,
  ...http,
  ...link,
  ...list,
  ...lookBack,
  ...outside,
  ...reading,
  ...rectification,
  ...refusals,
  ...settings,
  ...tabs,
  ...terms,
};
