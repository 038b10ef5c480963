-- The hub: what offices have signed and left here for each other. `agreement-viewer hub init URL`
-- carries this out in one transaction, as the owner of the database; it can be carried out again.
--
-- `change` is append-only. Agencies' roles may insert and select; what an insert has to hold is
-- checked below, whoever inserts. The server cannot check signatures: readers do, and take nothing
-- of a chain beyond the last change that its writer signed.

CREATE SCHEMA IF NOT EXISTS agreement_viewer;
SET LOCAL search_path = agreement_viewer, pg_temp;

CREATE TABLE IF NOT EXISTS hub (version integer PRIMARY KEY);

CREATE TABLE IF NOT EXISTS party (              -- who takes part in a programme, and its role here
    agreement text COLLATE "C" NOT NULL,
    agency    text COLLATE "C" NOT NULL,
    role      name NOT NULL,
    PRIMARY KEY (agreement, agency)
);

CREATE OR REPLACE VIEW own_party WITH (security_barrier) AS
    SELECT agreement, agency FROM party
    WHERE pg_has_role(session_user, to_regrole(quote_ident(role)), 'MEMBER');

CREATE TABLE IF NOT EXISTS change (
    row       bigint GENERATED ALWAYS AS IDENTITY,  -- about the order of arrival
    agreement text COLLATE "C" NOT NULL,
    id        text COLLATE "C" NOT NULL,        -- SHA-256 of body, in hex
    agency    text COLLATE "C" NOT NULL,        -- whose writer it is
    writer    text COLLATE "C" NOT NULL,
    seq       bigint NOT NULL,
    prev      text COLLATE "C",
    body      text COLLATE "C" NOT NULL,        -- the change's canonical JSON
    PRIMARY KEY (agreement, id),                -- agreement in all keys: it can be partitioned by
    CHECK (id ~ '^[0-9a-f]{64}$' AND octet_length(body) <= 4194304)
);
CREATE INDEX IF NOT EXISTS change_chain ON change (agreement, writer, seq);

-- What follows on changes is kept by their trigger alone.
CREATE TABLE IF NOT EXISTS writer (             -- each chain, and the agency that began it
    agreement text COLLATE "C" NOT NULL,
    writer    text COLLATE "C" NOT NULL,
    agency    text COLLATE "C" NOT NULL,
    seq       bigint NOT NULL,                  -- of its last change
    changes   bigint NOT NULL,                  -- more than seq after a fork
    PRIMARY KEY (agreement, writer)
);
CREATE TABLE IF NOT EXISTS redaction (
    agreement text COLLATE "C" NOT NULL,
    id        text COLLATE "C" NOT NULL,        -- of the change that loses its words
    item      text COLLATE "C" NOT NULL,
    digest    text COLLATE "C" NOT NULL,        -- of what is left of it
    PRIMARY KEY (agreement, id, item, digest)
);

CREATE TABLE IF NOT EXISTS head (               -- how far each writer stands for its chain
    agreement text COLLATE "C" NOT NULL,
    agency    text COLLATE "C" NOT NULL,
    writer    text COLLATE "C" NOT NULL,
    seq       bigint NOT NULL,
    id        text COLLATE "C" NOT NULL,
    signature bytea NOT NULL CHECK (octet_length(signature) = 64),
    PRIMARY KEY (agreement, writer, seq, id)
);
CREATE TABLE IF NOT EXISTS agreement_file (
    agreement text COLLATE "C" NOT NULL,
    agency    text COLLATE "C" NOT NULL,
    digest    text COLLATE "C" NOT NULL,
    bytes     bytea NOT NULL CHECK (octet_length(bytes) <= 1048576),
    PRIMARY KEY (agreement, digest)
);
CREATE TABLE IF NOT EXISTS evidence (           -- files, in pieces of up to a megabyte
    agreement text COLLATE "C" NOT NULL,
    agency    text COLLATE "C" NOT NULL,
    sha256    text COLLATE "C" NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    size      bigint NOT NULL CHECK (size BETWEEN 0 AND 209715200),
    piece     integer NOT NULL CHECK (piece BETWEEN 0 AND 200),
    bytes     bytea NOT NULL CHECK (octet_length(bytes) <= 1048576),
    PRIMARY KEY (agreement, sha256, agency, piece),
    CHECK (octet_length(bytes) = least(1048576, size - 1048576 * piece::bigint))
);
ALTER TABLE evidence ALTER COLUMN bytes SET STORAGE EXTERNAL;  -- most are packed already

-- What is left of a redacted change: its envelope, and the ids that counting and undo go by.
-- ledger/redaction.py says the same; the digest in the redaction shows that the two agree.
CREATE OR REPLACE FUNCTION is_id(told jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(jsonb_typeof(told) = 'string' AND told #>> '{}' ~ '^[0-9a-f]{64}$', false)
$$;
CREATE OR REPLACE FUNCTION left_of(body text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE SET search_path = agreement_viewer, pg_temp AS $$
DECLARE
    told jsonb := body::jsonb;
    parts text[] := regexp_match(
        body, '^(\{"agreement":"[^"]*","at":"[^"]*","body":)\{.*\}(,"by":\{.*,)("replaces":\[.*)$');
    kept text := '';
    saw text;
BEGIN
    IF told->>'kind' = 'redact' AND is_id(told->'body'->'left') THEN
        kept := kept || ',"left":' || (told->'body'->'left')::text;
    END IF;
    IF is_id(told->'body'->'restores') THEN
        kept := kept || ',"restores":' || (told->'body'->'restores')::text;
    END IF;
    IF jsonb_typeof(told->'body'->'saw') = 'array' THEN
        SELECT string_agg(named::text, ',' ORDER BY place) INTO saw
        FROM jsonb_array_elements(told->'body'->'saw') WITH ORDINALITY AS t(named, place)
        WHERE is_id(named);
        IF saw IS NOT NULL THEN
            kept := kept || ',"saw":[' || saw || ']';
        END IF;
    END IF;
    RETURN parts[1] || '{' || substr(kept, 2) || '}' || parts[2] || '"redacted":true,' || parts[3];
END $$;
CREATE OR REPLACE FUNCTION digest_of(body text) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT encode(sha256(convert_to(body, 'UTF8')), 'hex')
$$;

-- Nothing is altered or deleted, by its owner neither; but what a redaction names loses its words.
CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger is append-only';
END $$;
CREATE OR REPLACE FUNCTION refuse_update() RETURNS trigger
    LANGUAGE plpgsql SET search_path = agreement_viewer, pg_temp AS $$
BEGIN
    IF to_jsonb(NEW) - 'body' = to_jsonb(OLD) - 'body' AND NEW.body = left_of(OLD.body)
        AND EXISTS (
            SELECT 1 FROM redaction AS r
            WHERE r.agreement = OLD.agreement AND r.id = OLD.id
            AND r.item = OLD.body::jsonb->>'item'
            AND r.digest = digest_of(NEW.body))
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the ledger is append-only';
END $$;
CREATE OR REPLACE TRIGGER change_no_update BEFORE UPDATE ON change
    FOR EACH ROW EXECUTE FUNCTION refuse_update();
CREATE OR REPLACE TRIGGER change_no_delete BEFORE DELETE OR TRUNCATE ON change
    EXECUTE FUNCTION refuse();
CREATE OR REPLACE TRIGGER head_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON head
    EXECUTE FUNCTION refuse();

-- Each insert is looked at as a whole, once its rows are in.
CREATE OR REPLACE FUNCTION check_changes() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = agreement_viewer, pg_temp AS $$
DECLARE
    bad record;
BEGIN
    IF NOT EXISTS (SELECT 1 FROM new) THEN
        RETURN NULL;
    END IF;
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'inserts are taken in read committed transactions alone';
    END IF;
    -- A redaction and what it names, arriving at once, would not see each other.
    IF EXISTS (SELECT 1 FROM new WHERE strpos(body, '"kind":"redact"') > 0) THEN
        PERFORM pg_advisory_xact_lock(hashtext('agreement_viewer'), 1);
    ELSE
        PERFORM pg_advisory_xact_lock_shared(hashtext('agreement_viewer'), 1);
    END IF;
    SELECT * INTO bad FROM (
        SELECT n.id, CASE
            WHEN told->>'agreement' IS DISTINCT FROM n.agreement
                OR told->>'writer' IS DISTINCT FROM n.writer
                OR told->>'seq' IS DISTINCT FROM n.seq::text
                OR told->>'prev' IS DISTINCT FROM n.prev
            THEN 'its columns are not what its bytes say'
            WHEN coalesce(told->'by'->>'unit', '-') NOT IN (n.agency, '')
            THEN 'it is recorded in the name of another agency'
            WHEN told->'redacted' IS NULL AND digest_of(n.body) <> n.id
            THEN 'its id is not the SHA-256 of its bytes'
            WHEN n.seq < 1 OR (n.seq = 1) <> (n.prev IS NULL)
            THEN 'only the first of a chain has no predecessor'
        END AS reason
        FROM new AS n CROSS JOIN LATERAL (SELECT n.body::jsonb AS told OFFSET 0) AS read
    ) AS judged WHERE reason IS NOT NULL
    LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'change % is refused: %', left(bad.id, 12), bad.reason;
    END IF;

    SELECT n.id INTO bad FROM new AS n
    WHERE n.prev IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM change AS before
        WHERE before.agreement = n.agreement AND before.id = n.prev
        AND before.writer = n.writer AND before.seq = n.seq - 1)
    LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'change % is refused: its predecessor is not here', left(bad.id, 12);
    END IF;

    INSERT INTO writer AS w (agreement, writer, agency, seq, changes)
        SELECT agreement, writer, min(agency), max(seq), count(*) FROM new
        GROUP BY agreement, writer ORDER BY agreement, writer
        ON CONFLICT (agreement, writer) DO UPDATE
        SET seq = greatest(w.seq, excluded.seq), changes = w.changes + excluded.changes;
    SELECT n.id INTO bad FROM new AS n JOIN writer AS w USING (agreement, writer)
    WHERE w.agency <> n.agency LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'change % is refused: its writer belongs to another agency',
            left(bad.id, 12);
    END IF;

    INSERT INTO redaction
        SELECT n.agreement, told->'replaces'->>0, told->>'item', told->'body'->>'left'
        FROM new AS n CROSS JOIN LATERAL (SELECT n.body::jsonb AS told OFFSET 0) AS read
        WHERE strpos(n.body, '"kind":"redact"') > 0 AND told->>'kind' = 'redact'
        AND is_id(told->'replaces'->0) AND is_id(told->'body'->'left')
        ON CONFLICT DO NOTHING;
    PERFORM blank(agreement, array_agg(id)) FROM (
        SELECT n.agreement, r.id FROM new AS n JOIN redaction AS r USING (agreement, id)
        UNION
        SELECT n.agreement, n.body::jsonb->'replaces'->>0 FROM new AS n
        WHERE strpos(n.body, '"kind":"redact"') > 0
    ) AS named GROUP BY agreement;

    PERFORM pg_notify('agreement_viewer', agreement) FROM (SELECT DISTINCT agreement FROM new) AS n;
    RETURN NULL;
END $$;

-- Blank what redactions rightly name; its files go, and so do the kept reports of closed periods,
-- any of which may show it: they can be made again.
CREATE OR REPLACE FUNCTION blank(its_agreement text, ids text[]) RETURNS void
    LANGUAGE plpgsql SET search_path = agreement_viewer, pg_temp AS $$
DECLARE
    files text[];
BEGIN
    WITH spoken AS (
        SELECT c.id, c.body FROM change AS c JOIN redaction AS r USING (agreement, id)
        WHERE c.agreement = its_agreement AND c.id = ANY (ids)
        AND c.body::jsonb->'redacted' IS NULL
        AND r.item = c.body::jsonb->>'item' AND r.digest = digest_of(left_of(c.body))
    ), blanked AS (
        UPDATE change AS c SET body = left_of(c.body) FROM spoken AS s
        WHERE c.agreement = its_agreement AND c.id = s.id
    )
    SELECT array_agg(file) INTO files FROM (
        SELECT jsonb_path_query(body::jsonb, 'lax $.**.sha256') #>> '{}' AS file FROM spoken
        UNION
        SELECT c.body::jsonb #>> '{body,pdf,sha256}' FROM change AS c
        WHERE c.agreement = its_agreement AND EXISTS (SELECT 1 FROM spoken)
        AND strpos(c.body, '"kind":"close"') > 0
    ) AS named;
    DELETE FROM evidence AS e
    WHERE e.agreement = its_agreement AND e.sha256 = ANY (files)
    AND NOT EXISTS (
        SELECT 1 FROM change AS c WHERE c.agreement = its_agreement
        AND strpos(c.body, '"kind":"set"') > 0 AND strpos(c.body, e.sha256) > 0);
END $$;

CREATE OR REPLACE TRIGGER change_check AFTER INSERT ON change
    REFERENCING NEW TABLE AS new FOR EACH STATEMENT EXECUTE FUNCTION check_changes();

-- A change that comes blanked needs the redaction by the end of the transaction: it follows it.
CREATE OR REPLACE FUNCTION check_blanked() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = agreement_viewer, pg_temp AS $$
BEGIN
    IF NEW.body::jsonb->'redacted' IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM redaction AS r
        WHERE r.agreement = NEW.agreement AND r.id = NEW.id
        AND r.item = NEW.body::jsonb->>'item' AND r.digest = digest_of(NEW.body))
    THEN
        RAISE EXCEPTION 'change % is refused: its id is not the SHA-256 of its bytes',
            left(NEW.id, 12);
    END IF;
    RETURN NULL;
END $$;
DROP TRIGGER IF EXISTS change_blanked ON change;
CREATE CONSTRAINT TRIGGER change_blanked AFTER INSERT ON change
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (strpos(NEW.body, '"redacted":') > 0) EXECUTE FUNCTION check_blanked();

CREATE OR REPLACE FUNCTION check_head() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = agreement_viewer, pg_temp AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM change AS c
        WHERE c.agreement = NEW.agreement AND c.id = NEW.id AND c.writer = NEW.writer
        AND c.seq = NEW.seq AND c.agency = NEW.agency)
    THEN
        RAISE EXCEPTION 'head % is refused: it is of no change of its agency', left(NEW.id, 12);
    END IF;
    PERFORM pg_notify('agreement_viewer', NEW.agreement);
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER head_check AFTER INSERT ON head
    FOR EACH ROW EXECUTE FUNCTION check_head();

-- Each agency sees the programmes that it takes part in, and inserts under its own name alone.
DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['change', 'head', 'agreement_file', 'evidence'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('DROP POLICY IF EXISTS leaving ON %I', name);
        EXECUTE format('CREATE POLICY leaving ON %I FOR INSERT WITH CHECK'
            ' ((agreement, agency) IN (SELECT agreement, agency FROM own_party))', name);
    END LOOP;
    FOREACH name IN ARRAY ARRAY['change', 'head', 'agreement_file', 'evidence', 'writer'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('DROP POLICY IF EXISTS reading ON %I', name);
        EXECUTE format('CREATE POLICY reading ON %I FOR SELECT USING'
            ' (agreement IN (SELECT agreement FROM own_party))', name);
    END LOOP;
END $$;

REVOKE ALL ON ALL TABLES IN SCHEMA agreement_viewer FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA agreement_viewer FROM PUBLIC;
INSERT INTO hub VALUES (1) ON CONFLICT DO NOTHING;
