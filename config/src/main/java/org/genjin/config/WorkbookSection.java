package org.genjin.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@code workbook}, which may stand at the top and at an owner. Used once. */
final class WorkbookSection {

    static final String KEY = "workbook";

    private final Function<String, Secret> secrets;
    private final Map<String, Optional<Secret>> own = new HashMap<>();

    /** @param secrets makes a secret of a reference, or throws {@link IllegalArgumentException} */
    WorkbookSection(Function<String, Secret> secrets) {
        this.secrets = secrets;
    }

    /** An owner's section. */
    void owner(String address, SectionReader owner) {
        SectionReader it = section(owner);
        if (it.has("password")) {
            own.put(address, password(it));
        }
    }

    WorkbookPasswords passwords(SectionReader top) {
        return new WorkbookPasswords(password(section(top)), own);
    }

    private static SectionReader section(SectionReader within) {
        return within.section(KEY, "password");
    }

    /** A password written here by mistake is never repeated in a message. */
    private Optional<Secret> password(SectionReader it) {
        return it.value(
                "password", Optional.empty(), "env:NAME, file:PATH or none, never the password itself",
                text -> text.equals("none") ? Optional.empty() : Optional.of(secrets.apply(text)));
    }
}
