package org.genjin.daemon.ingest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.genjin.connectors.Message;
import org.genjin.daemon.ledger.Transaction;

/**
 * The language of messages whose words cannot tell it, such as "OK, 500": that of the mail they answer, or what is mostly
 * spoken in their chat. What came with them in the same batch counts as what the ledger has.
 */
final class SpokenLanguages {

    /** Message-ID or key of a mail, chat with its channel → language → how many messages are in it. */
    private final Map<String, Map<String, Long>> spoken = new HashMap<>();

    private SpokenLanguages() {}

    /** @param fresh key → message about to be stored */
    static SpokenLanguages of(Transaction tx, Map<String, Prepared> fresh) {
        SpokenLanguages languages = new SpokenLanguages();
        Set<String> answered = new HashSet<>();
        Set<String> chats = new HashSet<>();
        for (Prepared it : fresh.values()) {
            if (it.reading().language().isEmpty() && !it.reading().text().isBlank()) {
                answered.addAll(it.message().inReplyTo());
                if (it.message().chat() != null) {
                    chats.add(it.message().chat());
                }
            }
        }
        if (!answered.isEmpty() || !chats.isEmpty()) {
            fresh.forEach((key, it) -> places(key, it.message()).forEach(place -> languages.note(place, it.reading().language(), 1)));
            tx.conversations().languagesOf(answered).forEach((id, language) -> languages.note(id, language, 1));
            tx.conversations().languagesIn(chats).forEach(it -> languages.note(it.chat(), it.language(), it.messages()));
        }
        return languages;
    }

    private void note(String place, String language, long messages) {
        if (!language.isEmpty()) {
            spoken.computeIfAbsent(place, _ -> new HashMap<>()).merge(language, messages, Long::sum);
        }
    }

    /** ISO 639-1; "" if nothing tells. */
    String of(Prepared it) {
        String own = it.reading().language();
        if (!own.isEmpty() || spoken.isEmpty() || it.reading().text().isBlank()) {
            return own;
        }
        Set<String> asked = new LinkedHashSet<>(it.message().inReplyTo());
        String chat = Parties.chat(it.message());
        if (chat != null) {
            asked.add(chat);
        }
        return asked.stream()
                .map(spoken::get)
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(languages -> languages.entrySet().stream()
                        .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey())))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static Set<String> places(String key, Message message) {
        Set<String> places = new LinkedHashSet<>(Set.of(key));
        String id = message.messageId();
        String chat = Parties.chat(message);
        if (id != null) {
            places.add(id);
        }
        if (chat != null) {
            places.add(chat);
        }
        return places;
    }
}
