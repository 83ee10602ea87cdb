package org.genjin.daemon.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.genjin.daemon.cli.Desk;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.decision.Decided;
import org.genjin.daemon.decision.Refusal;
import org.genjin.daemon.decision.Undoing;
import org.genjin.daemon.ledger.CustomerRow;
import org.jspecify.annotations.Nullable;

/**
 * What a person corrects with one click: whose a message is, which customers are one, who is none. Each answers with the
 * page it came from; a viewer decides about what that viewer may see only.
 */
final class Corrections {

    private final Desk desk;
    private final Ui ui;
    private final InstantSource clock;
    private final Function<Context, Optional<String>> viewer;

    Corrections(Desk desk, Ui ui, InstantSource clock, Function<Context, Optional<String>> viewer) {
        this.desk = desk;
        this.ui = ui;
        this.clock = clock;
        this.viewer = viewer;
    }

    /** What is to be shown after a correction: where to go, or what was wrong. */
    sealed interface After {
        record Go(String link) implements After {}

        record Wrong(String sentence) implements After {}

        record NotFound() implements After {}
    }

    After merge(Context context, CustomerRow row) {
        if (text(context, "other").isEmpty()) {
            return new After.Wrong(ui.text("correct.no-other"));
        }
        Optional<CustomerRow> other = meant(context, "other");
        return other.isEmpty()
                ? new After.Wrong(ui.text("correct.no-customer", text(context, "other")))
                : after(desk.belonging().merge(row.id(), other.get().id(), by(context), now()), row.id());
    }

    After split(Context context, CustomerRow row) {
        if (context.formParams("contact").isEmpty()) {
            return new After.Wrong(ui.text("correct.no-contact"));
        }
        return after(desk.belonging().split(row.id(), context.formParams("contact"), by(context), now()), row.id());
    }

    After setAside(Context context, CustomerRow row) {
        return switch (desk.belonging().setAside(row.id().toString(), text(context, "reason"), by(context), now())) {
            case Decided.Done _ -> woken(new After.Go("/customers"));
            case Decided.Impossible(Refusal why) -> new After.Wrong(ui.refusal(why));
        };
    }

    After assign(Context context, long message) {
        if (!desk.timeline().mayRead(viewer.apply(context), message)) {
            return new After.NotFound();
        }
        String to = text(context, "to");
        Optional<CustomerRow> customer = to.isEmpty() ? Optional.empty() : meant(context, "to");
        if (!to.isEmpty() && customer.isEmpty()) {
            return new After.Wrong(ui.text("correct.no-customer", to));
        }
        CustomerId from = CustomerId.parse(text(context, "from")).orElse(null);
        return after(desk.belonging().assign(message, customer.map(CustomerRow::id).orElse(null), by(context), now()), from);
    }

    /** Somebody has looked at what was warned of. */
    After looked(Context context, long message) {
        if (!desk.timeline().mayRead(viewer.apply(context), message)) {
            return new After.NotFound();
        }
        desk.fraudWarnings().seen(message, by(context), now());
        return new After.Go("/");
    }

    After answer(Context context, long number) {
        return after(desk.questions().answer(number, text(context, "answer").equals("yes"), viewer.apply(context), now()), null);
    }

    After undo(Context context, long number) {
        return switch (desk.undoing().one(number, viewer.apply(context), now())) {
            case Undoing.Undone.Done done -> woken(new After.Go(
                    done.decision().customer() == null ? "/customers" : "/customers/" + done.decision().customer()));
            case Undoing.Undone.Impossible(Refusal why) -> new After.Wrong(ui.refusal(why));
        };
    }

    void show(Context context, After after, Consumer<String> wrong, Runnable notFound) {
        switch (after) {
            case After.Go(String link) -> context.redirect(link, HttpStatus.SEE_OTHER);
            case After.Wrong(String sentence) -> {
                context.status(422);
                wrong.accept(sentence);
            }
            case After.NotFound _ -> notFound.run();
        }
    }

    private After after(Decided decided, @Nullable CustomerId customer) {
        return switch (decided) {
            case Decided.Done _ -> woken(new After.Go(customer == null ? "/customers" : "/customers/" + customer));
            case Decided.Impossible(Refusal why) -> new After.Wrong(ui.refusal(why));
        };
    }

    private After woken(After after) {
        desk.indexing().wake();
        return after;
    }

    /** The one customer that a field names by number or name, among those the viewer sees. */
    private Optional<CustomerRow> meant(Context context, String field) {
        List<CustomerRow> rows = desk.board().named(viewer.apply(context), text(context, field), now());
        return rows.size() == 1 ? Optional.of(rows.getFirst()) : Optional.empty();
    }

    private String by(Context context) {
        return viewer.apply(context).orElse("operator");
    }

    private Instant now() {
        return clock.instant();
    }

    private static String text(Context context, String name) {
        return Optional.ofNullable(context.formParam(name)).orElse("").strip();
    }
}
