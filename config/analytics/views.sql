-- Tables and views for PostgreSQL 12 or later. Run it once before the sinks start, and again after an upgrade:
--
--   psql -f config/analytics/views.sql
--
-- The sinks fill the two tables, and add a column for each further field of the records. The views use only fields that no
-- privacy setting excludes. The pupil's id is the only personal data in them. Days and months are in UTC.
BEGIN;

CREATE TABLE IF NOT EXISTS completed (
  sessionid text PRIMARY KEY,
  organisation text,
  status text,
  startdate timestamp,
  enddate timestamp,
  user_userid text,
  test_testid text,
  test_testversionid text,
  test_name text,
  test_subject text,
  result_createddate timestamp,
  result_level text,
  result_duration text,
  result_durationseconds bigint
);

CREATE TABLE IF NOT EXISTS in_progress (
  sessionid text PRIMARY KEY,
  organisation text,
  status text,
  startdate timestamp,
  user_userid text,
  test_testid text,
  test_testversionid text,
  test_name text,
  test_subject text
);

COMMENT ON TABLE completed IS 'The topic of completed sessions as a table: one row for each session.';
COMMENT ON TABLE in_progress IS 'The topic of sessions in progress as a table: a tombstone deletes the row of its session.';

-- A session may be in both tables: either it has just completed and the sink of the in-progress topic is behind, or it
-- was restarted after it had completed. A session in both tables is open if its latest start is after its end.
CREATE OR REPLACE VIEW open_session AS
SELECT
  sessionid AS session_id,
  organisation,
  startdate AT TIME ZONE 'UTC' AS started_at,
  now() - startdate AT TIME ZONE 'UTC' AS open_for,
  user_userid AS pupil_id,
  test_testid AS test_id,
  test_testversionid AS test_version_id,
  test_name,
  test_subject AS subject
FROM in_progress
WHERE NOT EXISTS (
  SELECT FROM completed
  WHERE completed.sessionid = in_progress.sessionid AND completed.enddate >= in_progress.startdate
);

COMMENT ON VIEW open_session IS 'Sessions that pupils have started and not finished: one row each.';
COMMENT ON COLUMN open_session.session_id IS 'Identifies the session.';
COMMENT ON COLUMN open_session.organisation IS 'The organisation by its name in the connector''s settings.';
COMMENT ON COLUMN open_session.started_at IS 'When the pupil started.';
COMMENT ON COLUMN open_session.open_for IS 'The time since the pupil started. A session that was abandoned stays open.';
COMMENT ON COLUMN open_session.pupil_id IS 'Identifies the pupil, or the pseudonym of that id. Personal data.';
COMMENT ON COLUMN open_session.test_id IS 'Identifies the assessment.';
COMMENT ON COLUMN open_session.test_version_id IS 'Identifies the version of the assessment; null if not known.';
COMMENT ON COLUMN open_session.test_name IS 'What the assessment is called; null if not known.';
COMMENT ON COLUMN open_session.subject IS 'The school subject, such as English; null if not known.';

CREATE OR REPLACE VIEW session AS
SELECT
  sessionid AS session_id,
  organisation,
  'COMPLETED' AS status,
  startdate AT TIME ZONE 'UTC' AS started_at,
  enddate AT TIME ZONE 'UTC' AS ended_at,
  user_userid AS pupil_id,
  test_testid AS test_id,
  test_testversionid AS test_version_id,
  test_name,
  test_subject AS subject,
  result_level AS level,
  result_durationseconds AS duration_seconds,
  result_createddate AT TIME ZONE 'UTC' AS result_at,
  (result_level IS NOT NULL OR result_duration IS NOT NULL OR result_createddate IS NOT NULL) AS has_result
FROM completed
WHERE NOT EXISTS (SELECT FROM open_session WHERE open_session.session_id = completed.sessionid)
UNION ALL
SELECT
  session_id, organisation, 'IN_PROGRESS', started_at, NULL, pupil_id, test_id, test_version_id, test_name, subject,
  NULL, NULL, NULL, false
FROM open_session;

COMMENT ON VIEW session IS 'Every session, open or completed: one row each.';
COMMENT ON COLUMN session.session_id IS 'Identifies the session.';
COMMENT ON COLUMN session.organisation IS 'The organisation by its name in the connector''s settings.';
COMMENT ON COLUMN session.status IS 'COMPLETED or IN_PROGRESS.';
COMMENT ON COLUMN session.started_at IS 'When the pupil started.';
COMMENT ON COLUMN session.ended_at IS 'When the pupil finished; null while the session is open.';
COMMENT ON COLUMN session.pupil_id IS 'Identifies the pupil, or the pseudonym of that id. Personal data.';
COMMENT ON COLUMN session.test_id IS 'Identifies the assessment.';
COMMENT ON COLUMN session.test_version_id IS 'Identifies the version of the assessment; null if not known.';
COMMENT ON COLUMN session.test_name IS 'What the assessment is called; null if not known.';
COMMENT ON COLUMN session.subject IS 'The school subject, such as English; null if not known.';
COMMENT ON COLUMN session.level IS 'The level that the pupil reached, such as L1 - Lower; null without a result.';
COMMENT ON COLUMN session.duration_seconds IS 'How long the pupil took, in whole seconds; null if not known.';
COMMENT ON COLUMN session.result_at IS 'When the result was created; null without a result.';
COMMENT ON COLUMN session.has_result IS 'Whether the session has a result.';

CREATE OR REPLACE VIEW level_by_subject_month AS
SELECT
  subject,
  date_trunc('month', ended_at AT TIME ZONE 'UTC')::date AS month,
  level,
  count(*) AS sessions
FROM session
WHERE level IS NOT NULL
GROUP BY 1, 2, 3;

COMMENT ON VIEW level_by_subject_month IS 'Sessions by subject, month and level: one row each.';
COMMENT ON COLUMN level_by_subject_month.subject IS 'The school subject, such as English; null if not known.';
COMMENT ON COLUMN level_by_subject_month.month IS 'The first day of the month in which the sessions ended.';
COMMENT ON COLUMN level_by_subject_month.level IS 'The level that pupils reached, such as L1 - Lower.';
COMMENT ON COLUMN level_by_subject_month.sessions IS 'Number of sessions.';

CREATE OR REPLACE VIEW duration_by_subject AS
SELECT
  subject,
  count(*) AS sessions,
  round((percentile_cont(0.10) WITHIN GROUP (ORDER BY duration_seconds))::numeric) AS p10_seconds,
  round((percentile_cont(0.25) WITHIN GROUP (ORDER BY duration_seconds))::numeric) AS p25_seconds,
  round((percentile_cont(0.50) WITHIN GROUP (ORDER BY duration_seconds))::numeric) AS median_seconds,
  round((percentile_cont(0.75) WITHIN GROUP (ORDER BY duration_seconds))::numeric) AS p75_seconds,
  round((percentile_cont(0.90) WITHIN GROUP (ORDER BY duration_seconds))::numeric) AS p90_seconds
FROM session
WHERE duration_seconds IS NOT NULL
GROUP BY subject;

COMMENT ON VIEW duration_by_subject IS 'How long pupils took by subject, in whole seconds. Quantiles are interpolated.';
COMMENT ON COLUMN duration_by_subject.subject IS 'The school subject, such as English; null if not known.';
COMMENT ON COLUMN duration_by_subject.sessions IS 'Number of sessions with a duration.';
COMMENT ON COLUMN duration_by_subject.p10_seconds IS 'One pupil in ten took less time than this.';
COMMENT ON COLUMN duration_by_subject.p25_seconds IS 'One pupil in four took less time than this.';
COMMENT ON COLUMN duration_by_subject.median_seconds IS 'Half of the pupils took less time than this.';
COMMENT ON COLUMN duration_by_subject.p75_seconds IS 'One pupil in four took more time than this.';
COMMENT ON COLUMN duration_by_subject.p90_seconds IS 'One pupil in ten took more time than this.';

CREATE OR REPLACE VIEW sessions_without_result AS
SELECT session_id, organisation, ended_at, now() - ended_at AS waiting_for, pupil_id, test_id, subject
FROM session
WHERE status = 'COMPLETED' AND NOT has_result;

COMMENT ON VIEW sessions_without_result IS 'Completed sessions whose result the API has not shown: one row each.';
COMMENT ON COLUMN sessions_without_result.session_id IS 'Identifies the session.';
COMMENT ON COLUMN sessions_without_result.organisation IS 'The organisation by its name in the connector''s settings.';
COMMENT ON COLUMN sessions_without_result.ended_at IS 'When the pupil finished.';
COMMENT ON COLUMN sessions_without_result.waiting_for IS 'The time since the pupil finished. A result that comes later'
  ' than the connector''s lookback.ms does not arrive here.';
COMMENT ON COLUMN sessions_without_result.pupil_id IS 'Identifies the pupil, or that id''s pseudonym. Personal data.';
COMMENT ON COLUMN sessions_without_result.test_id IS 'Identifies the assessment.';
COMMENT ON COLUMN sessions_without_result.subject IS 'The school subject, such as English; null if not known.';

CREATE OR REPLACE VIEW sessions_by_organisation AS
SELECT
  organisation,
  count(*) AS sessions,
  count(*) FILTER (WHERE status = 'COMPLETED') AS completed,
  count(*) FILTER (WHERE status = 'IN_PROGRESS') AS open,
  count(*) FILTER (WHERE status = 'COMPLETED' AND NOT has_result) AS without_result,
  count(DISTINCT pupil_id) AS pupils,
  min(started_at) AS first_started_at,
  max(started_at) AS last_started_at
FROM session
GROUP BY organisation;

COMMENT ON VIEW sessions_by_organisation IS 'Sessions and pupils of each organisation: one row each.';
COMMENT ON COLUMN sessions_by_organisation.organisation IS 'The organisation by its name in the connector''s settings.';
COMMENT ON COLUMN sessions_by_organisation.sessions IS 'Number of sessions, open or completed.';
COMMENT ON COLUMN sessions_by_organisation.completed IS 'Number of completed sessions.';
COMMENT ON COLUMN sessions_by_organisation.open IS 'Number of open sessions.';
COMMENT ON COLUMN sessions_by_organisation.without_result IS 'Number of completed sessions without a result.';
COMMENT ON COLUMN sessions_by_organisation.pupils IS 'Number of pupils who took these sessions.';
COMMENT ON COLUMN sessions_by_organisation.first_started_at IS 'When the earliest session started.';
COMMENT ON COLUMN sessions_by_organisation.last_started_at IS 'When the latest session started.';

-- Counts as the API does: completed sessions by their end, sessions in progress by their start.
CREATE OR REPLACE VIEW sessions_per_day AS
SELECT
  CASE status WHEN 'COMPLETED' THEN 'completed' ELSE 'in-progress' END AS stream,
  organisation,
  (coalesce(ended_at, started_at) AT TIME ZONE 'UTC')::date AS day,
  count(*) AS sessions
FROM session
GROUP BY 1, 2, 3;

COMMENT ON VIEW sessions_per_day IS 'Sessions of each stream by day, to compare with the API''s counts.';
COMMENT ON COLUMN sessions_per_day.stream IS 'completed (counted by the end of sessions) or in-progress (counted by their start).';
COMMENT ON COLUMN sessions_per_day.organisation IS 'The organisation by its name in the connector''s settings.';
COMMENT ON COLUMN sessions_per_day.day IS 'The day in UTC. Days without sessions have no row.';
COMMENT ON COLUMN sessions_per_day.sessions IS 'Number of sessions.';

CREATE OR REPLACE VIEW sessions_per_month AS
SELECT stream, organisation, date_trunc('month', day)::date AS month, sum(sessions)::bigint AS sessions
FROM sessions_per_day
GROUP BY 1, 2, 3;

COMMENT ON VIEW sessions_per_month IS 'Sessions of each stream by month, to compare with the API''s counts.';
COMMENT ON COLUMN sessions_per_month.stream IS 'completed (counted by the end of sessions) or in-progress (counted by their start).';
COMMENT ON COLUMN sessions_per_month.organisation IS 'The organisation by its name in the connector''s settings.';
COMMENT ON COLUMN sessions_per_month.month IS 'The first day of the month in UTC. Months without sessions have no row.';
COMMENT ON COLUMN sessions_per_month.sessions IS 'Number of sessions.';

COMMIT;
