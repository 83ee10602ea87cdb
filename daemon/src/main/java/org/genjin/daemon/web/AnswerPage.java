package org.genjin.daemon.web;

import io.javalin.http.Context;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.genjin.config.Language;
import org.genjin.daemon.answer.Answers;
import org.genjin.daemon.cli.Desk;
import org.genjin.daemon.outbox.AnswerLinks;
import org.genjin.daemon.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * The page of a link in one of our mails. It shows in the owner's language what the link's words would do, with one button;
 * only the button does it, as programs open links to look at them. The token of the mail lets in, as whoever has it has the
 * mail; who is known as another owner is not let in. Thread-safe.
 */
final class AnswerPage {

    static final String PATH = AnswerLinks.PATH;

    private static final int LONGEST = 2_000;

    private final Desk desk;
    private final Pages pages;
    private final Guard guard;
    private final SecureRandom random = new SecureRandom();

    AnswerPage(Desk desk, Pages pages, Guard guard) {
        this.desk = desk;
        this.pages = pages;
        this.guard = guard;
    }

    void look(Context context) {
        String say = fit(context.queryParam("say"));
        show(context, desk.answers().look(context.pathParam("token"), say, viewer(context)), say);
    }

    void obey(Context context) {
        String say = fit(context.formParam("say"));
        String once = fit(context.formParam("once"));
        Answers.Looked done = desk.answers().obey(context.pathParam("token"), say, once.isEmpty() ? randomly() : once, viewer(context));
        desk.indexing().wake();
        show(context, done, say);
    }

    /** Empty too if nobody is known here: then the token alone decides. */
    private Optional<String> viewer(Context context) {
        return guard.viewer(context).flatMap(Viewers.Viewer::owner);
    }

    private void show(Context context, Answers.Looked looked, String say) {
        switch (looked) {
            case Answers.Looked.Unknown _ -> {
                context.status(404);
                page(context, Words.of("receipt", desk.config().language()), "unknown", Map.of());
            }
            case Answers.Looked.Old(Language language) -> {
                context.status(410);
                page(context, Words.of("receipt", language), "old", Map.of());
            }
            case Answers.Looked.Lines lines -> lines(context, lines, say);
        }
    }

    private void lines(Context context, Answers.Looked.Lines it, String say) {
        List<String> would = sentences(it, true);
        List<String> not = sentences(it, false);
        String token = context.pathParam("token");
        Words words = Words.of("receipt", it.language());
        boolean offered = !it.done() && !would.isEmpty();
        page(context, words, it.done() && !would.isEmpty() ? "obeyed" : would.isEmpty() && not.isEmpty() ? "nothing" : "", Map.of(
                "owner", it.owner(), "would", would, "refused", not, "button", offered, "undo", it.done() && !would.isEmpty(),
                "action", PATH + token, "say", say, "once", randomly(),
                "undoSay", Words.of("command", it.language()).text("undo")));
    }

    private static List<String> sentences(Answers.Looked.Lines it, boolean obeyed) {
        return IntStream.range(0, it.lines().size())
                .filter(i -> it.lines().get(i).outcome().isObeyed() == obeyed)
                .mapToObj(i -> it.sentences().get(i))
                .toList();
    }

    /** @param sentence the key of what is said above all; "" for nothing */
    private void page(Context context, Words words, String sentence, Map<String, ?> model) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "owner", "", "would", List.of(), "refused", List.of(), "button", false, "undo", false, "action", "", "say", "", "once", "",
                "undoSay", ""));
        all.putAll(model);
        all.put("language", words.language().tag());
        all.put("direction", words.isRightToLeft() ? "rtl" : "ltr");
        all.put("heading", words.text(Boolean.TRUE.equals(all.get("undo")) ? "title" : "page"));
        all.put("sentence", sentence.isEmpty() ? "" : words.text(sentence));
        all.put("doneTitle", words.text("section.done"));
        all.put("notTitle", words.text("section.unclear"));
        all.put("buttonWords", words.text("button"));
        all.put("undoWords", words.text("undo.link"));
        context.html(pages.render("answer", all));
    }

    private static String fit(@Nullable String text) {
        String bare = text == null ? "" : text.strip();
        return bare.length() > LONGEST ? bare.substring(0, LONGEST) : bare;
    }

    private String randomly() {
        byte[] bytes = new byte[12];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
