alter table registrations
    add column pending_for text,           -- with PENDING: ADDRESS or APPROVAL
    add column answer_by timestamptz;      -- until when the person must answer, if they are asked

-- ISO 8601; for so long a free place is offered. Null: it is given at once.
alter table activities add column place_offers text;
