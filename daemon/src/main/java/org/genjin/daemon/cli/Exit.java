package org.genjin.daemon.cli;

/** What a command's exit code says. */
public final class Exit {
    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int USAGE = 2;
    /** What could not be done is listed. */
    public static final int PARTLY = 3;

    private Exit() {}
}
