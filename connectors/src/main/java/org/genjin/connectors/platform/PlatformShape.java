package org.genjin.connectors.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Message;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One shape of mail by which a platform passes on somebody's words. Immutable. */
final class PlatformShape {

    private static final String NAME = "{name}";
    private static final Pattern REPLY_TO = Pattern.compile("^\\s*(?:\"?(.*?)\"?\\s*)<\\s*([^<>\\s]+@[^<>\\s]+)\\s*>\\s*$|^\\s*([^<>\\s]+@[^<>\\s]+)\\s*$");
    private static final Pattern VIA = Pattern.compile("(?i)\\s+(?:via|through|on|\\()\\s*(?:linkedin|alibaba\\.com|messenger)\\)?$");
    private static final Pattern NOBODY = Pattern.compile("(?i)no-?reply|noreply|do-?not-?reply|not provided|placeholder");

    private final String platform;
    private final Channel channel;
    private final Pattern from;
    private final Pattern subject;
    private final Pattern own;
    private final Pattern relay;
    private final List<String> names;
    private final List<String> starts;
    private final List<Pattern> ends;
    private final List<Pattern> emails;
    private final List<List<Pattern>> details;

    private PlatformShape(JsonNode it) {
        this.platform = it.get("platform").asString();
        this.channel = Channel.of(it.get("channel").asString());
        this.from = Pattern.compile(it.get("from").asString());
        this.subject = Pattern.compile(it.path("subject").asString(""));
        this.own = Pattern.compile(it.get("own").asString());
        this.relay = Pattern.compile(it.get("relay").asString());
        this.names = strings(it, "name");
        this.starts = strings(it, "start");
        this.ends = patterns(it, "end");
        this.emails = patterns(it, "email");
        this.details = List.of(patterns(it, "company"), patterns(it, "phone"), patterns(it, "country"));
    }

    static PlatformShape of(JsonNode data) {
        return new PlatformShape(data);
    }

    private static List<String> strings(JsonNode it, String field) {
        List<String> strings = new ArrayList<>();
        it.path(field).forEach(value -> strings.add(value.asString()));
        return strings;
    }

    private static List<Pattern> patterns(JsonNode it, String field) {
        return strings(it, field).stream().map(value -> Pattern.compile(value, Pattern.MULTILINE)).toList();
    }

    String platform() {
        return platform;
    }

    Channel channel() {
        return channel;
    }

    boolean leadsToOne(String address) {
        return relay.matcher(address.toLowerCase(Locale.ROOT)).matches();
    }

    boolean isSentBy(String address, String about) {
        return from.matcher(address).matches() && subject.matcher(about).find();
    }

    Optional<PassedOn> passedOn(Message mail, MailText text) {
        return text.forms().stream().flatMap(it -> passedOn(mail, it).stream()).findFirst();
    }

    private Optional<PassedOn> passedOn(Message mail, String text) {
        Optional<String> name = name(mail, text);
        Optional<String> words = name.flatMap(it -> words(text, it));
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String answers = replyTo(mail).map(it -> it.address() == null ? "" : it.address()).orElse("");
        Message.Participant sender = mail.from();
        String sending = sender == null || sender.address() == null ? "" : sender.address();
        String address = isTheirs(answers) ? answers : first(emails, text).filter(this::isTheirs).orElse(null);
        String way = relay.matcher(answers).matches() ? answers : relay.matcher(sending).matches() ? sending : null;
        List<String> known = details.stream().flatMap(it -> first(it, text).stream()).filter(it -> !it.equalsIgnoreCase("none")).toList();
        return Optional.of(new PassedOn(
                platform, channel, name.get(), address == null ? null : address.toLowerCase(Locale.ROOT), nonEmpty(way), words.get(), known));
    }

    /** Where the words stand; empty if a mark is missing or nothing stands between them. */
    private Optional<String> words(String text, String name) {
        for (String start : starts) {
            Matcher begin = Pattern.compile(start.replace(NAME, Pattern.quote(name)), Pattern.MULTILINE).matcher(text);
            if (!begin.find()) {
                continue;
            }
            int end = -1;
            for (Pattern mark : ends) {
                Matcher it = mark.matcher(text);
                if (it.find(begin.end()) && (end < 0 || it.start() < end)) {
                    end = it.start();
                }
            }
            String words = end < 0 ? "" : text.substring(begin.end(), end).strip();
            if (!words.isEmpty()) {
                return Optional.of(words);
            }
        }
        return Optional.empty();
    }

    private Optional<String> name(Message mail, String text) {
        for (String where : names) {
            String found = switch (where) {
                case "reply-to" -> replyTo(mail).map(Message.Participant::name).orElse("");
                case "from" -> mail.from() == null || mail.from().name() == null ? "" : mail.from().name();
                default -> {
                    boolean about = where.startsWith("subject:");
                    Pattern pattern = Pattern.compile(where.substring(where.indexOf(':') + 1), Pattern.MULTILINE);
                    yield first(List.of(pattern), about ? mail.subject() : text).orElse("");
                }
            };
            String name = VIA.matcher(found).replaceFirst("").strip();
            boolean person = !name.isEmpty() && name.indexOf('@') < 0 && !name.equalsIgnoreCase(platform) && !NOBODY.matcher(name).find();
            if (person) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    private static Optional<Message.Participant> replyTo(Message mail) {
        Matcher it = REPLY_TO.matcher(mail.headers().getOrDefault("reply-to", ""));
        if (!it.matches()) {
            return Optional.empty();
        }
        String address = it.group(2) != null ? it.group(2) : it.group(3);
        return Optional.of(new Message.Participant(
                address.toLowerCase(Locale.ROOT), it.group(1) == null ? "" : it.group(1).replace("\\\"", "\"").strip()));
    }

    /** Not the platform's own, and somebody's. */
    private boolean isTheirs(String address) {
        int at = address.lastIndexOf('@');
        return at > 0
                && !own.matcher(address.substring(at + 1).toLowerCase(Locale.ROOT)).matches()
                && !NOBODY.matcher(address).find();
    }

    private static Optional<String> first(List<Pattern> patterns, String text) {
        return patterns.stream()
                .map(it -> it.matcher(text))
                .filter(Matcher::find)
                .map(it -> it.group(1) == null ? "" : it.group(1).strip())
                .filter(it -> !it.isEmpty())
                .findFirst();
    }

    private static @Nullable String nonEmpty(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
