package org.genjin.daemon.answer;

import java.util.List;

/**
 * What an owner is told of an answer, in words.
 *
 * @param done a line each; "" and empty lists where there is nothing
 * @param example of what is understood; "" if all was
 * @param undo how to take it back; "" if nothing is to be taken back
 * @param undoMail the link that writes that; "" if none
 * @param undoPage the same on the page at the desk; "" if there is none
 */
public record Receipt(
        String language,
        String direction,
        String subject,
        String title,
        String doneTitle,
        List<String> done,
        String unclearTitle,
        List<String> unclear,
        String example,
        String undo,
        String undoLink,
        String undoMail,
        String undoPage,
        String why) {

    public Receipt {
        done = List.copyOf(done);
        unclear = List.copyOf(unclear);
    }
}
