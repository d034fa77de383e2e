-- What organisers have mails of an activity say instead of the standard text; null: the standard text.
create table texts (
    activity uuid not null,
    template text not null,
    language text not null,
    subject text,
    heading text,
    lead text,
    more text,
    changed_at timestamptz not null default now(),
    primary key (activity, template, language)
);
