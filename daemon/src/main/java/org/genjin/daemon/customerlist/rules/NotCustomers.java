package org.genjin.daemon.customerlist.rules;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.daemon.customer.Domains;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.customerlist.rules.Entry.Somebody;

/** Who stands in a list and is no customer: examples and tests, whom it calls supplier, colleague or private, we ourselves. */
final class NotCustomers {

    private static final int SHORT_REMARK = 40;
    private static final int LONG_REMARK = 100;
    /** The records that some systems keep of their own user. */
    private static final Set<String> OWN_RECORDS = Set.of("base.main_partner", "base.main_company", "base.partner_root", "base.partner_admin");
    private static final Pattern BRACKET = Pattern.compile("[(（\\[【]([^)）\\]】]*)[)）\\]】]");
    private static final Pattern BEFORE = Pattern.compile("^([^:：]{2,25})[:：]\\s*\\S.*$");
    private static final Pattern IN_FRONT = Pattern.compile("^([^-–—|/，,]{2,25}?)\\s+[-–—|/]\\s+\\S.*$");
    private static final Pattern BEHIND = Pattern.compile("^.*\\S\\s*(?:\\s[-–—|/]\\s|[，,])\\s*([^-–—|/，,]{2,25})$");
    /** Chinese address providers: nobody abroad has an address there. */
    private static final Set<String> AT_HOME = Set.of("qq", "163", "126", "foxmail", "sina", "sohu", "139", "189", "yeah", "aliyun");

    private final Us us;

    NotCustomers(Us us) {
        this.us = us;
    }

    /** @param around titles of the sheet, where our own name often stands */
    Optional<Question.Kind> why(Entry entry, boolean addressBook, String around) {
        if (isExample(entry)) {
            return Optional.of(Question.Kind.EXAMPLE);
        }
        if (isOurselves(entry, around)) {
            return Optional.of(Question.Kind.OURSELVES);
        }
        boolean customer = isCalled(entry, "customer");
        if (!customer && isOther(entry)) {
            return Optional.of(Question.Kind.NOT_CUSTOMER);
        }
        if (!customer && (isCalled(entry, "private") || isNamed(entry, "private") || addressBook && isPrivate(entry))) {
            return Optional.of(Question.Kind.PRIVATE);
        }
        boolean machine = !entry.addresses().isEmpty() && entry.addresses().stream().allMatch(MailAddresses::isMachine)
                && entry.company.isEmpty() && entry.phones().isEmpty();
        return machine ? Optional.of(Question.Kind.MACHINE) : Optional.empty();
    }

    /** {@code 老婆}, {@code Mum}: all that a person without a company is called. */
    private static boolean isNamed(Entry entry, String what) {
        return entry.company.isEmpty() && entry.people.size() == 1 && WordLists.is(what, entry.people.getFirst().name);
    }

    private static boolean isExample(Entry entry) {
        List<String> names = new ArrayList<>(entry.otherNames);
        names.add(entry.company);
        entry.people.forEach(it -> names.add(it.name));
        boolean named = WordLists.is("example", entry.number)
                || names.stream().anyMatch(it -> WordLists.is("nonsense", it) && !it.isBlank())
                || entry.kinds.stream().anyMatch(it -> WordLists.is("example", it) || WordLists.is("nonsense", it))
                || WordLists.of("nocompany").contains(CompanyNames.core(entry.company))
                || isIntroduced(entry.company)
                || bracketsSayExample(entry.company) || names.stream().anyMatch(NotCustomers::bracketsSayExample);
        boolean nonsense = entry.addresses().stream().anyMatch(it -> {
            String local = it.substring(0, it.indexOf('@'));
            String label = it.substring(it.indexOf('@') + 1).split("\\.", 2)[0];
            return local.equals(label) && WordLists.is("nonsense", local);
        });
        boolean begins = WordLists.of("example").stream().anyMatch(it -> it.codePointCount(0, it.length()) > 1
                && Character.isIdeographic(it.codePointAt(0)) && entry.company.startsWith(it));
        return named || nonsense || begins || entry.notes.stream().anyMatch(it -> WordLists.is("example", it)) || entry.notes.stream().anyMatch(NotCustomers::isExampleRemark);
    }

    /** {@code (example line, please keep)}, {@code 请勿删除}: a remark to whoever fills in the list. */
    private static boolean isExampleRemark(String note) {
        if (note.length() > 80) {
            return false;
        }
        String folded = " " + Names.folded(note) + " ";
        boolean said = WordLists.of("exampleremark").stream()
                .anyMatch(it -> folded.contains(Character.isIdeographic(it.codePointAt(0)) ? it : " " + it + " "));
        return said && (note.strip().matches("(?s)[(（].*") || saysExample(note) || WordLists.is("exampleremark", note));
    }

    /** {@code e.g. Acme}, {@code 例：…}, {@code z. B. Muster}. */
    private static boolean isIntroduced(String name) {
        return INTRODUCED.matcher(name).matches();
    }

    private static final Pattern INTRODUCED = Pattern.compile("(?iu)^(?:e\\.\\s?g\\.?|eg[.:]|for example|example[:：]|sample[:：]|z\\.\\s?b\\.|bsp\\.|beispiel[:：]|p\\.\\s?ej\\.|ej\\.|ejemplo[:：]|esempio[:：]|p\\.\\s?ex\\.|par ex\\.|exemple[:：]|exemplo[:：]"
                + "|например|напр\\.|пример[:：]|مثال|مثلا|例[:：子如]|例\\s|示例|örn\\.|es\\.|np\\.)(?:\\s|[:：]|\\b|$).*");

    private static boolean bracketsSayExample(String name) {
        return brackets(name).stream().anyMatch(NotCustomers::saysExample);
    }

    private static List<String> brackets(String name) {
        List<String> found = new ArrayList<>();
        Matcher bracket = BRACKET.matcher(name);
        while (bracket.find()) {
            found.add(bracket.group(1));
        }
        return found;
    }

    /**
     * What somebody wrote beside a company's name to say who they are: {@code Lieferant: X}, {@code 我司 – X},
     * {@code X – forwarder}, {@code X (货代)}, {@code intern}.
     */
    private static List<String> named(String company) {
        List<String> said = new ArrayList<>(brackets(company));
        said.add(company);
        Matcher before = BEFORE.matcher(company);
        if (before.matches()) {
            said.add(before.group(1));
        }
        Matcher inFront = IN_FRONT.matcher(company);
        if (inFront.matches() && !WordLists.is("freightword", inFront.group(1))) {
            said.add(inFront.group(1));
        }
        Matcher behind = BEHIND.matcher(company);
        if (behind.matches()) {
            said.add(behind.group(1));
        }
        String[] words = company.split(" ", 3);
        if (words.length == 3 && WordLists.is("supplier", words[0])) {
            said.add(words[0]); // Lieferant Sägewerk Brenner
        }
        return said;
    }

    private static boolean saysExample(String text) {
        String folded = Names.folded(text);
        return WordLists.of("example").contains(folded)
                || List.of(folded.split(" ", -1)).stream().anyMatch(it -> it.length() > 3 && WordLists.of("example").contains(it))
                || folded.codePoints().anyMatch(Character::isIdeographic) && WordLists.of("example").stream()
                        .anyMatch(it -> it.length() > 1 && Character.isIdeographic(it.codePointAt(0)) && folded.contains(it));
    }

    private boolean isOurselves(Entry entry, String around) {
        if (entry.addresses().stream().anyMatch(us::isOurs) && entry.addresses().stream().allMatch(us::isOurs)) {
            return true;
        }
        boolean called = OWN_RECORDS.contains(entry.number) || named(entry.company).stream().anyMatch(it -> WordLists.is("ourselves", it))
                || entry.kinds.stream().anyMatch(it -> WordLists.is("ourselves", it))
                || entry.notes.stream().anyMatch(NotCustomers::saysOurselves);
        if (called) {
            return true;
        }
        String key = CompanyNames.core(entry.company);
        return key.length() > 4 && CompanyNames.hasLegalForm(entry.company) && CompanyNames.key(around).contains(CompanyNames.key(entry.company));
    }

    /** A remark that says it and no more: {@code our own company}, {@code 我司抬头，开票用}. */
    private static boolean saysOurselves(String note) {
        String folded = Names.folded(note);
        String padded = " " + folded + " ";
        boolean headed = WordLists.of("ourselves").stream().anyMatch(it -> Character.isIdeographic(it.codePointAt(0)) && folded.startsWith(it)
                && folded.substring(it.length()).matches("(?:$|抬头|开票|资料|信息|账号|自己| ).*"));
        return headed || note.length() < LONG_REMARK && WordLists.of("ourselves").stream()
                .anyMatch(it -> it.contains(" ") && (padded.startsWith(" " + it + " ") || padded.contains(" is " + it + " ")));
    }

    /** A supplier, forwarder or colleague. */
    private static boolean isOther(Entry entry) {
        if (WordLists.is("collective", entry.company)) {
            return true; // an account for whoever pays cash
        }
        if (named(entry.company).stream().anyMatch(it -> List.of("supplier", "forwarder", "colleague").stream().anyMatch(kind -> WordLists.is(kind, it)))) {
            return true;
        }
        return isCalled(entry, "supplier") || isCalled(entry, "forwarder") || isCalled(entry, "colleague")
                || entry.notes.stream().anyMatch(NotCustomers::saysOther)
                || entry.people.stream().map(it -> it.title).anyMatch(it -> !WordLists.is("function", it)
                        && (WordLists.is("forwarder", it) || WordLists.is("supplier", it)))
                || entry.company.isEmpty() && entry.people.stream().anyMatch(it -> hasWord(it.name, "forwarder"));
    }

    static boolean isCalled(Entry entry, String what) {
        return entry.kinds.stream().anyMatch(it -> WordLists.is(what, it) || DIVIDED.matcher(it).find()
                && parts(it).stream().anyMatch(part -> WordLists.is(what, part)));
    }

    private static List<String> parts(String kinds) {
        return List.of(DIVIDED.split(kinds, -1));
    }

    private static final Pattern DIVIDED = Pattern.compile("\\s*(?:[;；,，、|/\\n]|:::)\\s*");

    /** A short remark that says what they are to us; a long one only tells of suppliers. */
    private static boolean saysOther(String note) {
        String folded = " " + Names.folded(note) + " ";
        if (WordLists.of("notcustomer").stream().anyMatch(it -> folded.contains(it))) {
            return true;
        }
        String first = note.strip().split("[,，;；。:：(（]", 2)[0];
        if (WordLists.is("supplier", first) || WordLists.is("colleague", first) || WordLists.is("forwarder", first) && !WordLists.is("freightword", first)) {
            return true;
        }
        if (note.length() > SHORT_REMARK) {
            return false;
        }
        return brackets(note).stream().anyMatch(it -> WordLists.is("supplier", it) || WordLists.is("colleague", it))
                || WordLists.is("supplier", note) || WordLists.is("forwarder", note) || WordLists.is("colleague", note)
                || WordLists.of("our").stream().anyMatch(our -> ours(folded, our));
    }

    /** Whether "our" stands right before a word for somebody who is no customer. */
    private static boolean ours(String folded, String our) {
        boolean eastern = Character.isIdeographic(our.codePointAt(0));
        int at = folded.indexOf(eastern ? our : " " + our + " ");
        if (at < 0) {
            return false;
        }
        String behind = folded.substring(at + our.length() + (eastern ? 0 : 2)).replaceFirst("^的", "");
        return List.of("supplier", "forwarder", "colleague").stream().flatMap(it -> WordLists.of(it).stream())
                .anyMatch(it -> behind.startsWith(it) && (eastern || behind.startsWith(it + " ")));
    }

    private static boolean hasWord(String text, String key) {
        String folded = " " + Names.folded(text) + " ";
        return WordLists.of(key).stream().anyMatch(it -> Character.isIdeographic(it.codePointAt(0))
                ? it.codePointCount(0, it.length()) > 1 && folded.contains(it) || folded.strip().equals(it)
                : folded.contains(" " + it + " "));
    }

    /** In an address book, somebody without a company, unless something tells of business abroad. */
    private boolean isPrivate(Entry entry) {
        if (!entry.company.isEmpty()) {
            return entry.people.stream().map(it -> it.title).anyMatch(it -> WordLists.is("private", it));
        }
        boolean words = entry.people.stream().map(it -> it.name).anyMatch(it -> hasWord(it, "private"))
                || entry.notes.stream().anyMatch(it -> it.length() < SHORT_REMARK && hasWord(it, "private"));
        boolean company = entry.addresses().stream().anyMatch(it -> !us.companyDomain(it).isEmpty() && !MailAddresses.isMachine(it));
        boolean abroad = entry.phones().stream().anyMatch(this::isAbroad)
                || entry.country != null && !entry.country.equals(us.country());
        boolean abroadMail = entry.addresses().stream().flatMap(it -> Domains.ofAddress(it).stream())
                .anyMatch(it -> us.isFree(it) && !AT_HOME.contains(it.split("\\.", 2)[0].toLowerCase(Locale.ROOT)));
        return words || !company && !abroad && !(abroadMail && entry.people.stream().map((Somebody it) -> it.name).anyMatch(it -> !it.isEmpty()));
    }

    private boolean isAbroad(String number) {
        String digits = PhoneNumbers.digits(number);
        boolean international = number.startsWith("+") || digits.startsWith("00");
        String code = digits.startsWith("00") ? digits.substring(2) : digits;
        String home = String.valueOf(PhoneNumberUtil.getInstance().getCountryCodeForRegion(us.country()));
        return international && !code.startsWith(home);
    }
}
