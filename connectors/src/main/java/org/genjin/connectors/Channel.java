package org.genjin.connectors;

import java.util.Locale;

/** How something was said. */
public enum Channel {
    EMAIL,
    WHATSAPP,
    TELEGRAM,
    WECHAT,
    LINE,
    LINKEDIN,
    MESSENGER,
    INSTAGRAM,
    SKYPE,
    SIGNAL,
    VIBER,
    SLACK,
    TEAMS,
    GOOGLE_CHAT,
    SMS,
    KAKAOTALK,
    /** The message centre of a trading platform, as far as its mails tell of it. */
    MARKETPLACE,
    /** What a person logged of a conversation that left nothing to read. */
    NOTE;

    /** The name in tables, JSON and queries, such as {@code google-chat}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Channel of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
