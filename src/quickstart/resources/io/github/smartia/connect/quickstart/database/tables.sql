-- Tables and views have the names and the columns of config/analytics where both have them. All times are in UTC.
CREATE TABLE completed (
  sessionid VARCHAR PRIMARY KEY,
  organisation VARCHAR NOT NULL,
  status VARCHAR NOT NULL,
  startdate TIMESTAMP NOT NULL,
  enddate TIMESTAMP NOT NULL,
  user_userid VARCHAR NOT NULL,
  test_testid VARCHAR NOT NULL,
  test_testversionid VARCHAR,
  test_name VARCHAR,
  test_subject VARCHAR,
  result_createddate TIMESTAMP,
  result_level VARCHAR,
  result_duration VARCHAR,
  result_durationseconds BIGINT
);

CREATE TABLE in_progress (
  sessionid VARCHAR PRIMARY KEY,
  organisation VARCHAR NOT NULL,
  status VARCHAR NOT NULL,
  startdate TIMESTAMP NOT NULL,
  user_userid VARCHAR NOT NULL,
  test_testid VARCHAR NOT NULL,
  test_testversionid VARCHAR,
  test_name VARCHAR,
  test_subject VARCHAR
);

-- The tombstone of a session may arrive after the session that it closes.
CREATE VIEW open_session AS
SELECT
  sessionid AS session_id,
  organisation,
  startdate AS started_at,
  user_userid AS pupil_id,
  test_name,
  test_subject AS subject
FROM in_progress
WHERE NOT EXISTS (
  FROM completed WHERE completed.sessionid = in_progress.sessionid AND completed.enddate >= in_progress.startdate
);

CREATE VIEW session AS
SELECT
  sessionid AS session_id,
  organisation,
  status,
  startdate AS started_at,
  enddate AS ended_at,
  user_userid AS pupil_id,
  test_name,
  test_subject AS subject,
  result_level AS level,
  result_durationseconds AS duration_seconds
FROM completed
WHERE NOT EXISTS (FROM open_session WHERE open_session.session_id = completed.sessionid)
UNION ALL
SELECT session_id, organisation, 'IN_PROGRESS', started_at, NULL, pupil_id, test_name, subject, NULL, NULL
FROM open_session;

CREATE VIEW sessions_per_day AS
SELECT ended_at::DATE AS day, count(*) AS sessions
FROM session
WHERE ended_at IS NOT NULL
GROUP BY ALL;

CREATE VIEW level_by_subject_month AS
SELECT subject, date_trunc('month', ended_at)::DATE AS month, level, count(*) AS sessions
FROM session
WHERE level IS NOT NULL
GROUP BY ALL;

CREATE VIEW duration_by_subject AS
SELECT
  subject,
  count(*) AS sessions,
  quantile_cont(duration_seconds, 0.25) AS p25_seconds,
  quantile_cont(duration_seconds, 0.50) AS median_seconds,
  quantile_cont(duration_seconds, 0.75) AS p75_seconds
FROM session
WHERE duration_seconds IS NOT NULL
GROUP BY subject;

-- In steps of five minutes.
CREATE VIEW sessions_by_minutes AS
SELECT subject, duration_seconds // 300 * 5 AS minutes, count(*) AS sessions
FROM session
WHERE duration_seconds IS NOT NULL
GROUP BY ALL;

-- Who started longer ago has probably left without finishing.
CREATE VIEW pupil_at_work AS
SELECT pupil_id, subject, started_at
FROM open_session
WHERE started_at > now() AT TIME ZONE 'UTC' - INTERVAL 3 HOURS;

CREATE VIEW total AS
SELECT
  (SELECT count(*) FROM session WHERE status = 'COMPLETED') AS completed,
  (SELECT count(*) FROM open_session) AS open,
  (SELECT count(*) FROM pupil_at_work) AS at_work;
