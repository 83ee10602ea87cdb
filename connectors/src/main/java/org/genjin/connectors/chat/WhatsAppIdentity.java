package org.genjin.connectors.chat;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which chat an export is of. iPhones call every export {@code _chat.txt}, people rename files and unpack them into folders of
 * any name, so between two people the pair of them is what is the same in every export; a group has its title, which stands
 * in the export's name or before its first notice.
 *
 * @param id the same for every export of the chat
 * @param title what people call it: the other one's name, or the group's
 */
record WhatsAppIdentity(String id, String title, boolean group) {

    /**
     * What an export tells about its chat.
     *
     * @param named the title in the export's name; null if the name is none of WhatsApp's
     * @param given the name that the file or folder has
     * @param headed who or what says the first notice; null if nobody does
     * @param subject the last subject of a group that a notice tells; null if none
     * @param speakers those who say something
     * @param owner who made the export, where something tells; null if nothing does
     * @param other who did not, where something tells; null if nothing does
     * @param notices whether there are notices about members and subjects
     */
    record Signs(
            @Nullable String named, String given, @Nullable String headed, @Nullable String subject, List<String> speakers,
            @Nullable String owner, @Nullable String other, boolean notices) {}

    static WhatsAppIdentity of(Signs signs) {
        String title = title(signs);
        List<String> speakers = signs.speakers();
        boolean titled = speakers.stream().anyMatch(it -> isCalled(it, title));
        boolean known = signs.named() != null || signs.headed() != null;
        boolean group = speakers.size() > 2
                || speakers.size() == 2 && !titled && (known || signs.subject() != null) && signs.notices();
        if (group) {
            return new WhatsAppIdentity("group\u0001" + bare(title), title, true);
        }
        if (speakers.size() == 2) {
            return new WhatsAppIdentity(pair(speakers), between(signs, speakers, title, titled), false);
        }
        boolean ownerOnly = speakers.size() == 1 && known && !titled;
        return ownerOnly
                ? new WhatsAppIdentity(pair(List.of(speakers.getFirst(), title)), title, false)
                : new WhatsAppIdentity("with\u0001" + bare(title), title, false);
    }

    /** The other one of two. */
    private static String between(Signs signs, List<String> speakers, String title, boolean titled) {
        if (titled) {
            return speakers.stream().filter(it -> isCalled(it, title)).findFirst().orElse(title);
        }
        if (signs.other() != null) {
            return signs.other();
        }
        String owner = signs.owner();
        if (owner != null) {
            return speakers.getFirst().equals(owner) ? speakers.getLast() : speakers.getFirst();
        }
        return String.join(", ", new TreeSet<>(speakers));
    }

    private static String title(Signs signs) {
        if (signs.named() != null) {
            return signs.named();
        }
        if (signs.headed() != null) {
            return signs.headed();
        }
        if (signs.speakers().stream().anyMatch(it -> isCalled(it, signs.given()))) {
            return signs.given();
        }
        if (signs.subject() != null) {
            return signs.subject();
        }
        return signs.speakers().size() == 1 ? signs.speakers().getFirst() : signs.given();
    }

    private static boolean isCalled(String speaker, String title) {
        return speaker.equals(title) || !bare(speaker).isEmpty() && bare(speaker).equals(bare(title));
    }

    private static String pair(List<String> two) {
        SortedSet<String> sorted = new TreeSet<>();
        two.forEach(it -> sorted.add(bare(it)));
        return "pair\u0001" + String.join("\u0001", sorted);
    }

    /** File names lack colons and slashes; a name of signs only stays as it is. */
    private static String bare(String name) {
        String bare = WhatsAppNames.bare(name);
        return bare.isEmpty() ? ChatText.name(name) : bare;
    }
}
