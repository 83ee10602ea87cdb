package org.genjin.daemon.customerlist.rules;

/**
 * One column and what it was taken for.
 *
 * @param index from 0
 * @param header what it is called; "" if nothing
 * @param person which of the people of a row it tells of, from 0; 0 where there is one
 */
record Column(int index, String header, Role role, int person) {

    Column as(Role other) {
        return new Column(index, header, other, person);
    }

    Column of(int other) {
        return new Column(index, header, role, other);
    }
}
