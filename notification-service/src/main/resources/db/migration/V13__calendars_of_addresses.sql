-- The calendar of all that the address is registered for, as it was told with the links of that address.
alter table registrations add column calendar uuid;
