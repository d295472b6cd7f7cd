-- How far up a contact stands on the customer's side; null: nobody said, which counts as OTHER.
alter table contact add column level text
    check (level in ('EXECUTIVE', 'OPERATIONS_HEAD', 'OPERATIONS_ENGINEER', 'OTHER'));
