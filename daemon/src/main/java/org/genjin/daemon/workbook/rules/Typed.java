package org.genjin.daemon.workbook.rules;

/**
 * A value that a person typed.
 *
 * @param before what stood there
 */
record Typed(Place place, int line, String value, String before) {}
