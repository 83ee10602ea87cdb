package org.genjin.daemon.reading.contact;

import org.jspecify.annotations.Nullable;

/** What a word before a number, an address or a name says of it. */
enum Label {
    PHONE(null),
    FAX(null),
    WHATSAPP("whatsapp"),
    WECHAT("wechat"),
    VIBER("viber"),
    TELEGRAM("telegram"),
    SKYPE("skype"),
    LINE("line"),
    QQ("qq"),
    KAKAOTALK("kakaotalk"),
    ZALO("zalo"),
    SIGNAL("signal"),
    TEAMS("teams"),
    MESSENGER("messenger"),
    TRADEMANAGER("trademanager"),
    IMO("imo"),
    MAIL(null),
    SITE(null),
    ADDRESS(null),
    /** Numbers of registers, taxes, banks and post boxes. */
    REGISTRATION(null),
    /** What follows is reached through the number before. */
    EXTENSION(null);

    private final @Nullable String channel;

    Label(@Nullable String channel) {
        this.channel = channel;
    }

    /** Of a chat; null if it is none. */
    @Nullable String channel() {
        return channel;
    }

    boolean isHandle() {
        return channel != null;
    }
}
