import acts from './acts.zh-CN.json';
import app from './app.zh-CN.json';
import calendar from './calendar.zh-CN.json';
import campaign from './campaign.zh-CN.json';
import events from './events.zh-CN.json';
import forms from './forms.zh-CN.json';
import http from './http.zh-CN.json';
import link from './link.zh-CN.json';
import list from './list.zh-CN.json';
import lookBack from './look-back.zh-CN.json';
import outside from './outside.zh-CN.json';
import reading from './reading.zh-CN.json';
import rectification from './rectification.zh-CN.json';
import refusals from './refusals.zh-CN.json';
import settings from './settings.zh-CN.json';
import tabs from './tabs.zh-CN.json';
import terms from './terms.zh-CN.json';

/** Simplified Chinese, the first language: its keys are the catalogue's. */
export const zhCN = {
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
