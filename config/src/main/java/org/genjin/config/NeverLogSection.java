package org.genjin.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads {@code never-log}: what must not be stored at all. */
final class NeverLogSection {

    private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\p{M}\\p{N}-]+(\\.[\\p{L}\\p{M}\\p{N}-]+)+");

    private NeverLogSection() {}

    /** @param own the addresses of the mailboxes: every mail names one of them */
    static NeverLog read(SectionReader top, List<String> own) {
        SectionReader it = top.section("never-log", "folders", "addresses", "domains");
        NeverLog list = new NeverLog(
                entries(it, "folders", folder -> !folder.matches("[/.\\\\]*"), "must name folders such as Family"),
                entries(it, "addresses", NeverLogSection::isAddress,
                        "must be mail addresses, phone numbers or titles of chats; '@bank.example' belongs under domains"),
                entries(it, "domains", domain -> DOMAIN.matcher(domain).matches(), "must be domains such as bank.example"));
        for (String address : own) {
            String domain = address.substring(address.indexOf('@') + 1);
            if (list.addresses().contains(address)) {
                it.problem("addresses", "names your own mailbox " + address + ": nothing would be logged");
            }
            list.domains().stream().filter(name -> domain.equals(name) || domain.endsWith("." + name)).forEach(
                    name -> it.problem("domains", "has " + name + ", where your mailbox " + address + " is: nothing would be logged"));
        }
        return list;
    }

    /** An entry that means nothing would let through what somebody wants kept out: it is said. */
    private static List<String> entries(SectionReader section, String key, Predicate<String> right, String what) {
        List<String> entries = new ArrayList<>();
        for (String entry : section.texts(key)) {
            if (entry.isEmpty() || !right.test(entry)) {
                section.problem(key, what + ", not '" + entry + "'");
            } else if (!entries.contains(entry)) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private static boolean isAddress(String text) {
        int at = text.indexOf('@');
        // A chat may be called anything; what has an @ and no blank is meant to be an address.
        return at < 0 || text.contains(" ") || at > 0 && DOMAIN.matcher(text.substring(at + 1)).matches();
    }
}
