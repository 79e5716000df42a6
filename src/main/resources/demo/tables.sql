-- What the demo alone keeps; no installation has it.
create table if not exists interviews.demo_mail (
    id          bigint generated always as identity primary key,
    received_at timestamptz not null,
    sender      text not null,
    recipient   text not null,
    subject     text not null,
    message_id  text,
    source      bytea not null -- the mail as it came
);
create index if not exists demo_mail_recipient on interviews.demo_mail (recipient, id);
