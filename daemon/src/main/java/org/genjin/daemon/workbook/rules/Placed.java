package org.genjin.daemon.workbook.rules;

/** What a person has to look at again in another place than the overview. */
public record Placed(Place place, long customer, Remark remark) {}
