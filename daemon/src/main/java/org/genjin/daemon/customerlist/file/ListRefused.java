package org.genjin.daemon.customerlist.file;

/** A file is no list that can be read; the message is one sentence that says why and what to do. */
public final class ListRefused extends Exception {

    public ListRefused(String sentence) {
        super(sentence);
    }

    public ListRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
