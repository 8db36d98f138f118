import {
  attendedOn,
  calendarFor,
  campaignsAskedBy,
  calendarDecider,
  campaignDecider,
  civilDateOf,
  directoryDecider,
  templateDecider,
  type Actor,
  type Calendar,
  type CampaignContext,
  type Decision,
  type Directory,
  type Message,
  type UnitId,
} from '@rectify/domain';
import { campaignStream } from '@rectify/read-models';
import { CALENDAR, DIRECTORY, streamOf, templateStream } from './aggregates';
import type { Target } from './application';
import type { Known } from './streams';

/** As it is attended today: whoever is away is stood in for wherever a holder is resolved. */
export const directoryNow = (known: Known): Directory =>
  attendedOn(known.folded('directory', DIRECTORY).state, civilDateOf(known.now));

/** The calendar by which a unit's campaigns are reckoned. */
export const calendarOf = (known: Known, unitId: UnitId): Calendar =>
  calendarFor(known.folded('calendar', CALENDAR).state, known.folded('directory', DIRECTORY).state, unitId);

/** What the commands of a unit's campaign and what settles behind them rest on. */
export const campaignContext = (actor: Actor, known: Known, unitId: UnitId): CampaignContext => ({
  now: known.now,
  actor,
  directory: directoryNow(known),
  calendar: calendarOf(known, unitId),
});

/** The aggregate's own decision on what is known. */
export const judge = (
  target: Target,
  actor: Actor,
  known: Known,
  signOffHash?: string,
): Decision<Message> => {
  const stream = streamOf(target);
  const directory = known.folded('directory', DIRECTORY).state;
  const context = { now: known.now, actor, directory };
  switch (target.aggregate) {
    case 'campaign': {
      const { command } = target;
      const { state } = known.folded('campaign', stream);
      const unitId = command.type === 'LaunchCampaign' ? command.data.unitId : state.unitId;
      const resting = {
        ...campaignContext(actor, known, unitId),
        ...(signOffHash === undefined ? {} : { signOffHash }),
      };
      const launching =
        command.type === 'LaunchCampaign'
          ? { ...resting, template: known.folded('template', templateStream(command.data.template)).state }
          : resting;
      const linked = Object.fromEntries(
        campaignsAskedBy(state, command).map((id) => [
          id,
          known.folded('campaign', campaignStream(id)).state,
        ]),
      );
      return campaignDecider.decide(state, command, { ...launching, linked });
    }
    case 'directory':
      return directoryDecider.decide(directory, target.command, context);
    case 'template':
      return templateDecider.decide(known.folded('template', stream).state, target.command, context);
    case 'calendar':
      return calendarDecider.decide(known.folded('calendar', stream).state, target.command, context);
  }
};
