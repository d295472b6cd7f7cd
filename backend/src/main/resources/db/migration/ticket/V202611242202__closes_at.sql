-- When a silent case is closed, by the policy under which its solution was promised; null in resolutions from before, which go by the
-- setting for all.
alter table resolution add column closes_at timestamptz;
