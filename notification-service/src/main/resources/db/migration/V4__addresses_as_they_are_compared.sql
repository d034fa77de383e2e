-- As registration-service compares addresses (AddressKey). In SQL that can be said of ASCII only: an address with another
-- domain that was known before is found once its contact is told again.
alter table contacts add column address_key text;
update contacts set address_key = lower(email);
alter table contacts alter column address_key set not null;
drop index contacts_by_address;
create index contacts_by_address on contacts (address_key);
