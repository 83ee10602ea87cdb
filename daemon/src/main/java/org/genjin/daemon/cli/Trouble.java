package org.genjin.daemon.cli;

/** A command cannot go on; the message is one sentence that says what to do. */
public final class Trouble extends Exception {

    private final int exit;

    private Trouble(int exit, String sentence) {
        super(sentence);
        this.exit = exit;
    }

    public static Trouble failed(String sentence) {
        return new Trouble(Exit.FAILED, sentence);
    }

    public static Trouble usage(String sentence) {
        return new Trouble(Exit.USAGE, sentence);
    }

    public int exit() {
        return exit;
    }
}
