package org.genjin.daemon.figure;

/** What a figure comes to. */
public sealed interface Value {

    /** Of how many cases it is made, or would be. */
    int cases();

    /** @param number in the figure's unit */
    record Known(double number, int cases) implements Value {}

    /** A number would tell of chance: there are some cases only. */
    record TooFew(int cases) implements Value {}
}
