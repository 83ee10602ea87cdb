package org.genjin.connectors.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Words that stand together in a mail, in one form or in both.
 *
 * @param plain null if they are in HTML only
 * @param html null if they are plain only
 * @param rich plain text with marks in it (text/enriched, a watch's form): worth reading only if there is nothing else
 * @param copy most likely says again what another block says: worth reading only if none does
 */
record Block(@Nullable String plain, @Nullable String html, boolean rich, boolean copy) {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]+");

    static Block plain(String text) {
        return new Block(text, null, false, false);
    }

    static Block html(String html) {
        return new Block(null, html, false, false);
    }

    boolean isBlank() {
        return (plain == null || plain.isBlank()) && (html == null || html.isBlank());
    }

    private String asPlain() {
        return plain != null ? plain : html == null ? "" : HtmlWords.of(html);
    }

    private String asHtml() {
        return html != null ? html : HtmlWords.preformatted(plain == null ? "" : plain);
    }

    /** Without copies of what the others say. */
    static List<Block> withoutCopies(List<Block> blocks) {
        if (blocks.stream().noneMatch(Block::copy)) {
            return blocks;
        }
        String others = squeezed(blocks.stream().filter(it -> !it.copy).toList());
        return blocks.stream().filter(it -> !it.copy || !others.contains(squeezed(List.of(it)))).toList();
    }

    private static String squeezed(List<Block> blocks) {
        return BLANKS.matcher(allPlain(blocks)).replaceAll("");
    }

    /** All words in plain form; null if every block is in HTML only. */
    static @Nullable String plain(List<Block> blocks) {
        return joined(blocks, Block::plain, Block::asPlain);
    }

    /** All words in HTML; null if every block is plain only. */
    static @Nullable String html(List<Block> blocks) {
        return joined(blocks, Block::html, Block::asHtml);
    }

    static String allPlain(List<Block> blocks) {
        return blocks.stream().map(Block::asPlain).map(String::strip).filter(it -> !it.isEmpty()).collect(Collectors.joining("\n\n"));
    }

    /** One form says all if it is there at all: a reader needs only one of the two. */
    private static @Nullable String joined(
            List<Block> blocks, Function<Block, @Nullable String> own, Function<Block, String> form) {
        return blocks.stream().map(own).anyMatch(Objects::nonNull)
                ? blocks.stream().filter(it -> !it.isBlank()).map(form).collect(Collectors.joining("\n\n"))
                : null;
    }

    /** The same words in several forms as one block: what is plain of it and what is HTML. */
    static List<Block> alternatives(List<List<Block>> forms) {
        List<Block> plain = new ArrayList<>();
        List<Block> rich = new ArrayList<>();
        List<Block> html = new ArrayList<>();
        for (List<Block> form : forms) {
            boolean marked = form.stream().anyMatch(it -> it.html() != null);
            boolean second = form.stream().anyMatch(Block::rich);
            (marked ? html : second ? rich : plain).addAll(form);
        }
        List<Block> texts = plain.stream().allMatch(Block::isBlank) && html.isEmpty() ? rich : plain;
        if (texts.isEmpty() && html.isEmpty()) {
            return List.of();
        }
        String text = plain(texts);
        // HTML that has its own plain form within, as a mail within a related part may.
        return List.of(new Block(text == null ? plainWithin(html) : text, html(html), false, false));
    }

    private static @Nullable String plainWithin(List<Block> html) {
        return html.stream().anyMatch(it -> it.plain() != null) ? plain(html) : null;
    }
}
