-- Whether nothing of the file could be read from this rejection on.
ALTER TABLE import_rejections ADD COLUMN ends_file BOOLEAN DEFAULT FALSE NOT NULL;
