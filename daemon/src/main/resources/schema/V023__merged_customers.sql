-- What was kept of customers that were merged is asked for with the customer they are now.

create index if not exists customer_merged_into on customer (merged_into);
