package org.genjin.daemon.workbook.rules;

/** What stands of a customer in another place than the overview; its row has the customer's number. */
public record Elsewhere(Place place, FoundRow row) {}
