-- The tables of config/analytics, filled from the JSON of the API: neither the connector nor a sink has a part in it.
BEGIN;

TRUNCATE completed, in_progress;

CREATE TEMPORARY TABLE api (organisation, session) ON COMMIT DROP AS VALUES $ROWS;

INSERT INTO completed
SELECT
  session ->> 'sessionId',
  organisation,
  session ->> 'status',
  (session ->> 'startDate')::timestamptz AT TIME ZONE 'UTC',
  (session ->> 'endDate')::timestamptz AT TIME ZONE 'UTC',
  session #>> '{user,userId}',
  session #>> '{test,testId}',
  session #>> '{test,testVersionId}',
  session #>> '{test,name}',
  session #>> '{test,subject}',
  (session #>> '{result,createdDate}')::timestamptz AT TIME ZONE 'UTC',
  session #>> '{result,level}',
  session #>> '{result,duration}',
  trunc(extract(epoch FROM (session #>> '{result,duration}')::interval))
FROM api WHERE session ->> 'status' = 'COMPLETED';

INSERT INTO in_progress
SELECT
  session ->> 'sessionId',
  organisation,
  session ->> 'status',
  (session ->> 'startDate')::timestamptz AT TIME ZONE 'UTC',
  session #>> '{user,userId}',
  session #>> '{test,testId}',
  session #>> '{test,testVersionId}',
  session #>> '{test,name}',
  session #>> '{test,subject}'
FROM api WHERE session ->> 'status' = 'IN_PROGRESS';

COMMIT;
