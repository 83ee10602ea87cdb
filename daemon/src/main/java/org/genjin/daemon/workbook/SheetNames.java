package org.genjin.daemon.workbook;

import java.text.Normalizer;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.words.Text;

/** Names of customers' sheets: the number first, so that they are unique and stay so when the name changes. */
final class SheetNames {

    private static final int MOST = 31;

    private SheetNames() {}

    /** As formulas and links name a sheet. */
    static String quoted(String sheet) {
        return "'" + sheet.replace("'", "''") + "'";
    }

    static String of(CustomerRow customer) {
        String name = Normalizer.normalize(customer.name(), Normalizer.Form.NFKC)
                .replaceAll("[\\[\\]:*?/\\\\'\\p{Cntrl}\\p{Cf}]", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return Text.fit((customer.id() + " " + name).strip(), MOST).strip();
    }
}
