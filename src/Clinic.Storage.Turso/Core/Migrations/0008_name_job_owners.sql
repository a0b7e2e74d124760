-- Which process ran a job last: whoever looks after a clinic asks who runs the jobs, also between two runs.

-- forward

ALTER TABLE jobs ADD COLUMN last_owner TEXT;

-- rollback

ALTER TABLE jobs DROP COLUMN last_owner;
