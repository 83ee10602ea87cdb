package org.genjin.daemon.workbook;

import java.util.Locale;
import org.genjin.daemon.customer.CustomerId;

/**
 * Something that is missing or doubtful in the standardised table.
 *
 * @param value that is in doubt; "" for what is missing
 */
public record Doubt(CustomerId customer, String name, Kind kind, String value) {

    /** What is the matter. */
    public enum Kind {
        NO_COUNTRY,
        NO_CONTACT,
        NO_NAME,
        NO_EMAIL,
        ODD_EMAIL,
        NO_PHONE,
        ODD_PHONE,
        /** None of those that the dropdown offers. */
        ODD_TYPE,
        /** None of those that the dropdown offers. */
        ODD_SOURCE,
        /** Another customer has the address as well. */
        SHARED_EMAIL,
        /** Another customer is called the same. */
        SAME_NAME;

        /** The name in JSON. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
