import { ADMIN_READER, createAdminRole, dropFunctions, grant, repeatable } from '@rectify/event-store';

/** The owner's function: it reads tables that the administrator's role does not. Counts and instants, no row. */
const technicalFacts = /* sql */ `
CREATE FUNCTION technical_facts() RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object(
    'mode', (SELECT mode FROM install),
    'postgres', current_setting('server_version'),
    'migrations', (SELECT count(*) FROM migrations),
    'databaseBytes', pg_database_size(current_database()),
    'streams', (SELECT jsonb_object_agg(kind, (SELECT count(*) FROM heads WHERE starts_with(stream, kind || '/')))
                FROM unnest(ARRAY['campaign', 'directory', 'template', 'calendar']) AS kind),
    'events', (SELECT coalesce(sum(version), 0) FROM heads),
    'lastExportAt', (SELECT max(bytes::jsonb ->> 'at') FROM access_log
                     WHERE bytes::jsonb -> 'read' ->> 'surface' = 'export'),
    'accounts', jsonb_build_object(
      'ready', (SELECT count(*) FROM account WHERE ready AND disabled_at IS NULL),
      'disabled', (SELECT count(*) FROM account WHERE disabled_at IS NOT NULL),
      'withSecondFactor', (SELECT count(*) FROM totp),
      'sessions', (SELECT count(*) FROM web_session),
      'tokens', (SELECT count(*) FROM access_token WHERE expires_at > now())))
$$;
REVOKE ALL ON FUNCTION technical_facts() FROM PUBLIC;`;

/** Behind everything whose tables it counts. */
export const TechnicalFactsFunction = repeatable('TechnicalFacts', '1767225600090', [
  createAdminRole,
  dropFunctions('technical_facts'),
  technicalFacts,
  grant('EXECUTE ON FUNCTION technical_facts()', ADMIN_READER),
]);
