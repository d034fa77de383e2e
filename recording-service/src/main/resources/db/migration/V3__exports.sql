-- Of whom this service has said what it holds: the answer stands in Kafka until it is taken back, and so does this.
create table exported (
    registration uuid primary key
);
