package org.genjin.daemon.customerlist.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.genjin.daemon.customer.Names;

/** What people call the colours behind cells, by name and by value. */
enum Hue {
    RED(340, 15),
    ORANGE(15, 42),
    YELLOW(42, 70),
    GREEN(70, 170),
    BLUE(170, 260),
    PURPLE(260, 340),
    GREY(0, 0);

    /** Below this share of colour it is a grey. */
    private static final double LEAST_COLOUR = 0.12;

    private final int from;
    private final int to;

    /** @param from the first angle on the circle of hues, {@code to} excluded */
    Hue(int from, int to) {
        this.from = from;
        this.to = to;
    }

    /** @param fill RRGGBB */
    static Optional<Hue> of(String fill) {
        if (!fill.matches("(?i)[0-9a-f]{6}")) {
            return Optional.empty();
        }
        int value = Integer.parseInt(fill, 16);
        int red = value >> 16;
        int green = value >> 8 & 0xff;
        int blue = value & 0xff;
        int most = Math.max(red, Math.max(green, blue));
        double spread = most - Math.min(red, Math.min(green, blue));
        if (spread < most * LEAST_COLOUR || most == 0) {
            return value == 0xffffff ? Optional.empty() : Optional.of(GREY);
        }
        double sixth = most == red ? (green - blue) / spread : most == green ? 2 + (blue - red) / spread : 4 + (red - green) / spread;
        int angle = Math.floorMod((int) Math.round(sixth * 60), 360);
        return Arrays.stream(values()).filter(it -> it.from > it.to ? angle >= it.from || angle < it.to : angle >= it.from && angle < it.to).findFirst();
    }

    /** {@code 绿色}, {@code grün}, {@code green rows}. */
    static Optional<Hue> called(String word) {
        String folded = Names.folded(word);
        return Arrays.stream(values())
                .filter(it -> WordLists.of("colour" + it.name().toLowerCase(Locale.ROOT)).stream().anyMatch(name -> folded.equals(name)
                        || (Character.isIdeographic(name.codePointAt(0)) ? folded.startsWith(name) : folded.startsWith(name + " ") || folded.endsWith(" " + name))))
                .findFirst();
    }
}
