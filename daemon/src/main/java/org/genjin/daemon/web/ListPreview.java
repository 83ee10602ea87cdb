package org.genjin.daemon.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.genjin.config.Language;
import org.genjin.daemon.customerlist.ListOutcome;
import org.genjin.daemon.customerlist.ListWords;
import org.genjin.daemon.customerlist.rules.Proposal;
import org.genjin.daemon.customerlist.rules.Role;
import org.genjin.daemon.words.Words;

/** A list before it is taken: its first rows under what each column was taken for, and what is to be asked. */
final class ListPreview {

    private static final int TABLES = 6;
    private static final int CUSTOMERS = 5;
    private static final int QUESTIONS = 40;

    private final Words files;
    private final ListWords words;

    ListPreview(Words files, Language language) {
        this.files = files;
        this.words = new ListWords(language);
    }

    /** @param field what the choice is called in a form; "" where nothing can be chosen, as the column has no name */
    public record Column(String header, String field, List<Choice> choices, boolean unused) {}

    public record Choice(String id, String title, boolean chosen) {}

    public record Sheet(String title, List<Column> columns, List<List<String>> rows) {}

    public record Customer(String name, String country, String grade, String next, String contacts) {}

    Map<String, Object> model(ListOutcome it, Uploads.Upload upload) {
        Proposal proposal = it.proposal();
        List<Sheet> sheets = new ArrayList<>();
        long tables = 0;
        for (int i = 0; i < proposal.sheets().size(); i++) {
            Proposal.Seen seen = proposal.sheets().get(i);
            if (!seen.columns().isEmpty()) {
                tables++;
                if (tables <= TABLES) {
                    sheets.add(sheet(seen, i));
                }
            }
        }
        long cards = proposal.sheets().size() - tables;
        List<String> questions = new ArrayList<>(proposal.questions().stream().map(words::question).toList());
        it.elsewhere().forEach(name -> questions.add(words.text("elsewhere", name)));
        questions.addAll(words.strangers(it));
        Map<String, Object> model = new HashMap<>();
        model.put("active", "files");
        model.put("heading", upload.name());
        model.put("words", new FilesPage.Text(files));
        model.put("ticket", upload.ticket());
        model.put("owner", upload.owner());
        model.put("system", proposal.system());
        model.put("countryTitle", words.role(Role.COUNTRY));
        model.put("gradeTitle", words.role(Role.GRADE));
        model.put("nextTitle", words.role(Role.NEXT));
        model.put("sheets", sheets);
        model.put("more", tables > TABLES ? files.text("list.more-sheets", tables - TABLES) : "");
        model.put("cards", cards > 0 ? words.text("cards", cards) : "");
        model.put("customers", proposal.customers().stream().limit(CUSTOMERS).map(ListPreview::customer).toList());
        model.put("count", titled(words.text("customers", proposal.customers().size())));
        model.put("would", files.text("list.would", it.created(), it.updated(), it.unchanged()) + words.deals(it));
        model.put("questions", questions.stream().limit(QUESTIONS).toList());
        model.put("moreQuestions", questions.size() > QUESTIONS ? files.text("list.more-questions", questions.size() - QUESTIONS) : "");
        return model;
    }

    private Sheet sheet(Proposal.Seen it, int number) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < it.columns().size(); i++) {
            Proposal.SeenColumn column = it.columns().get(i);
            String field = column.header().isEmpty() ? "" : field(number, i);
            columns.add(new Column(column.header(), field, choices(column.role()), column.role().unused()));
        }
        String title = it.headerRow() == 0
                ? words.text("sheet.headerless", it.name(), it.rows())
                : words.text("sheet", it.name(), it.headerRow(), it.rows());
        return new Sheet(titled(title), columns, it.first());
    }

    private static String titled(String sentence) {
        return sentence.replaceFirst("[:：]\\s*$", "");
    }

    /** Not used comes first, then what there is a word for, by that word; what is of no use to choose is there only if it was guessed. */
    private List<Choice> choices(Role chosen) {
        Choice unused = new Choice(Role.IGNORED.id(), files.text("list.unused"), chosen.unused());
        Stream<Choice> others = Arrays.stream(Role.values())
                .filter(it -> !it.unused() && (it == chosen || isForPeople(it)))
                .map(it -> new Choice(it.id(), words.role(it), it == chosen))
                .sorted(Comparator.comparing(Choice::title));
        return Stream.concat(Stream.of(unused), others).toList();
    }

    private static boolean isForPeople(Role it) {
        return switch (it) {
            case NAME, DATE, ISCOMPANY, PARENT, FIELDNAME, FIELDVALUE, AREA, COMPANYALT, MIDDLE, NICKNAME -> false;
            default -> !it.isOfDeals();
        };
    }

    private static Customer customer(Proposal.Customer it) {
        String contacts = String.join("; ", it.contacts().stream()
                .map(person -> String.join(" ", Stream.of(List.of(person.name()), person.addresses(), person.phones())
                        .flatMap(List::stream)
                        .filter(text -> !text.isEmpty())
                        .toList()))
                .toList());
        return new Customer(
                it.name(), Objects.requireNonNullElse(it.country(), ""), it.grade() == null ? "" : it.grade().name(),
                it.nextFollowUp() == null ? "" : it.nextFollowUp().toString(), contacts);
    }

    /**
     * What somebody chose otherwise than it was guessed.
     *
     * @param guessed the list as it is read without their choice
     * @param field a form's field → what it says
     * @return header → what its column holds
     */
    static Map<String, Role> chosen(Proposal guessed, Function<String, Optional<String>> field) {
        Map<String, Role> chosen = new LinkedHashMap<>();
        for (int i = 0; i < guessed.sheets().size(); i++) {
            List<Proposal.SeenColumn> columns = guessed.sheets().get(i).columns();
            for (int j = 0; j < columns.size(); j++) {
                Proposal.SeenColumn column = columns.get(j);
                field.apply(field(i, j))
                        .flatMap(ListPreview::role)
                        .filter(it -> it != column.role() && !(it.unused() && column.role().unused()))
                        .ifPresent(it -> chosen.put(column.header(), it));
            }
        }
        return chosen;
    }

    private static Optional<Role> role(String id) {
        return Arrays.stream(Role.values()).filter(it -> it.id().equals(id)).findFirst();
    }

    private static String field(int sheet, int column) {
        return "c" + sheet + "." + column;
    }
}
