alter table sessions
    add column self_paced boolean not null default false,
    add column language text,
    add column interpretation text[] not null default '{}';
