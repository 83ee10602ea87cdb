package org.genjin.daemon.workbook.keeping;

import java.util.function.Predicate;

/**
 * What is wished of owners' workbooks. Asked each time it is needed.
 *
 * @param passwords with what they are locked
 * @param all whether each customer of the owner is to have a sheet, in as many workbooks as that takes; else the most valuable in one
 */
public record SheetWishes(SheetPasswords passwords, Predicate<String> all) {

    /** Not locked, the most valuable customers in one. */
    public static final SheetWishes NONE = new SheetWishes(SheetPasswords.NONE, _ -> false);
}
