package org.genjin.connectors.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.connectors.Message.Participant;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks in a mail that does not come from whom From names: lists that put themselves there, certified mail, forms on
 * web sites. Return-Path never tells: it is rewritten on the way. Pure.
 */
final class Author {

    private static final int LONGEST = 2000;
    private static final Pattern VIA = Pattern.compile("^(.{1,200}?)\\s{1,9}(?:via|durch|por|par|通过)\\s.{1,200}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEHALF = Pattern.compile("(?i)^(?:per conto di|on behalf of|im auftrag von|au nom de|en nombre de):?\\s+(.+)$");
    /** What sends for everybody who fills in a form or has an account. */
    private static final Pattern MACHINE = Pattern.compile(
            "^(?:no-?_?\\.?reply|do-?not-?reply|wordpress|web-?master|web-?(?:site|form|mail)|www(?:-data)?|forms?|contact-?form|formmail"
                    + "|mailer|notifications?|notify|inquir(?:y|ies)|enquir(?:y|ies)|rfq|apache|nobody|submissions?|form-submission|messages?)(?:[+-].*)?@.*");

    private static final Pattern ADDRESS = Pattern.compile("(?<![\\w.+=~-])[\\w.+=~-]{1,100}@[\\w.-]{1,200}");
    private static final Pattern LIST_ID = Pattern.compile("<?([\\w+-]{1,100})\\.([\\w.-]{1,200})>?$");

    private Author() {}

    /**
     * @param from the first of From
     * @param certified the header of the mail within a certified one; null if it is none
     * @return empty if From is the author
     */
    static Optional<Participant> of(Headers headers, @Nullable Participant from, @Nullable Headers certified) {
        if (certified != null) {
            return first(certified, "from").filter(it -> !it.equals(from));
        }
        String address = from == null ? null : from.address();
        if (from == null || address == null) {
            return Optional.empty();
        }
        List<String> listAddresses = listAddresses(headers);
        if (isList(headers) && isMunged(from, address, listAddresses)) {
            return Optional.of(behindList(headers, from, address, listAddresses));
        }
        if (MACHINE.matcher(address).matches() && !headers.has("list-unsubscribe")) {
            return first(headers, "reply-to").filter(it -> isSomebodyElse(it, address));
        }
        return Optional.empty();
    }

    private static boolean isList(Headers headers) {
        return headers.has("list-id") || headers.has("list-post") || headers.has("mailing-list") || headers.has("x-original-from")
                || headers.has("x-original-sender");
    }

    /** From is the list itself, or says that somebody wrote through it. */
    private static boolean isMunged(Participant from, String address, List<String> listAddresses) {
        String name = from.name();
        return listAddresses.contains(address) || (name != null && name.length() < LONGEST && VIA.matcher(name).matches());
    }

    private static Participant behindList(Headers headers, Participant from, String address, List<String> listAddresses) {
        String name = withoutVia(from.name());
        for (String field : List.of("x-original-from", "x-original-sender", "reply-to", "cc")) {
            // Mailman puts the writer into Cc or Reply-To, together with others: the name tells which.
            List<Participant> named = people(headers, field).stream()
                    .filter(it -> it.address() != null && !it.address().equals(address) && !listAddresses.contains(it.address()))
                    .toList();
            for (Participant it : named) {
                boolean sure = field.startsWith("x-") || (field.equals("reply-to") && named.size() == 1) || sameName(it, name);
                if (sure) {
                    return new Participant(it.address(), it.name() == null ? name : it.name());
                }
            }
        }
        return new Participant(null, name);
    }

    private static boolean sameName(Participant participant, @Nullable String name) {
        return name != null && participant.name() != null && participant.name().equalsIgnoreCase(name);
    }

    private static @Nullable String withoutVia(@Nullable String name) {
        if (name == null || name.length() >= LONGEST) {
            return name;
        }
        Matcher via = VIA.matcher(name);
        String left = via.matches() ? via.group(1).replaceAll("^['\"]|['\"]$", "").strip() : name;
        Matcher behalf = BEHALF.matcher(left);
        return behalf.matches() ? behalf.group(1).strip() : left;
    }

    private static boolean isSomebodyElse(Participant replyTo, String from) {
        String address = replyTo.address();
        if (address == null || address.equals(from) || MACHINE.matcher(address).matches()) {
            return false;
        }
        // Two addresses of one house: the form's owner answers from another one.
        return !address.substring(address.indexOf('@')).equals(from.substring(from.indexOf('@')));
    }

    private static List<String> listAddresses(Headers headers) {
        List<String> addresses = new ArrayList<>();
        for (String field : List.of("list-post", "mailing-list", "x-beenthere", "x-mailing-list")) {
            Matcher found = ADDRESS.matcher(bounded(headers.text(field)));
            while (found.find() && addresses.size() < 20) {
                addresses.add(found.group());
            }
        }
        Matcher inner = LIST_ID.matcher(bounded(headers.text("list-id")));
        if (inner.find()) {
            addresses.add(inner.group(1) + "@" + inner.group(2));
        }
        return addresses;
    }

    /** In lower case, as much of it as anybody means. */
    private static String bounded(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST)).toLowerCase(Locale.ROOT);
    }

    private static Optional<Participant> first(Headers headers, String field) {
        return people(headers, field).stream().filter(it -> it.address() != null).findFirst();
    }

    private static List<Participant> people(Headers headers, String field) {
        return headers.raw(field).map(it -> Addresses.parse(it, headers.charset())).orElse(List.of());
    }
}
