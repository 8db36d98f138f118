import { actionSchema, catalogueEntry, commandPath, type ActionView } from '@rectify/contracts';
import type { Action, Id } from '@rectify/domain';

/** How to do something: the command's route with its schema, narrowed to what it can mean here. */
export const actionView = (aggregateId: Id, { command, defaults }: Action, isClue = false): ActionView => {
  const entry = catalogueEntry(command);
  if (!entry) throw new Error(`${command} is owed, but not offered`);
  return {
    command,
    method: 'POST',
    path: commandPath(entry, aggregateId),
    schema: actionSchema(command, defaults, isClue) as ActionView['schema'],
    defaults: defaults as ActionView['defaults'],
    reauth: entry.reauth,
  };
};
