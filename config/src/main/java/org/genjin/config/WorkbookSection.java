package org.genjin.config;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.genjin.config.Workbooks.Kept;
import org.genjin.config.Workbooks.Sheets;

/** Reads {@code workbook}, which may stand at the top and at an owner. Used once. */
final class WorkbookSection {

    static final String KEY = "workbook";

    private final Function<String, Secret> secrets;
    private final Kept usual;
    private final Map<String, Kept> own = new HashMap<>();

    /** @param secrets makes a secret of a reference, or throws {@link IllegalArgumentException} */
    WorkbookSection(SectionReader top, Function<String, Secret> secrets) {
        this.secrets = secrets;
        this.usual = kept(top, Workbooks.USUAL.usual());
    }

    /** An owner's section. */
    void owner(String address, SectionReader owner) {
        own.put(address, kept(owner, usual));
    }

    Workbooks all() {
        return new Workbooks(usual, own);
    }

    private Kept kept(SectionReader within, Kept otherwise) {
        SectionReader it = within.section(KEY, "password", "sheets");
        Sheets sheets = it.value(
                "sheets", otherwise.sheets(), "best or all", text -> Sheets.valueOf(text.toUpperCase(Locale.ROOT)));
        return new Kept(password(it, otherwise.password()), sheets);
    }

    /** A password written here by mistake is never repeated in a message. */
    private Optional<Secret> password(SectionReader it, Optional<Secret> otherwise) {
        return it.value(
                "password", otherwise, "env:NAME, file:PATH or none, never the password itself",
                text -> text.equals("none") ? Optional.empty() : Optional.of(secrets.apply(text)));
    }
}
