-- Mail that brings no link: to the address that an account had, when it gets another one.
alter table mail drop constraint mail_kind_known;
alter table mail add constraint mail_kind_known check (kind in ('reset', 'invitation', 'email_changed'));
