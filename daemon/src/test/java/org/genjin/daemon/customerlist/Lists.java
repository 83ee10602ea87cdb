package org.genjin.daemon.customerlist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.config.FreeMail;
import org.genjin.daemon.customer.OwnSide;
import org.genjin.daemon.customerlist.file.ListReader;
import org.genjin.daemon.customerlist.file.ListRefused;
import org.genjin.daemon.customerlist.rules.ListReading;
import org.genjin.daemon.customerlist.rules.Proposal;
import org.genjin.daemon.customerlist.rules.Question;
import org.genjin.daemon.customerlist.rules.Us;

/** Lists made up by tests, and what is read in them. */
final class Lists {

    private Lists() {}

    static Proposal read(String name, byte[] bytes) throws IOException, ListRefused {
        FreeMail freeMail = new FreeMail();
        OwnSide own = new OwnSide(Set.of("factory.example"), Set.of(), freeMail::isFreeMail);
        return new ListReading(new Us(own, "CN", freeMail::isFreeMail)).read(ListReader.read(bytes, name), Map.of());
    }

    static Proposal text(String... lines) throws IOException, ListRefused {
        return read("list.csv", String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    /** Each row's cells: a text, a number or null. */
    static byte[] workbook(Map<String, List<List<Object>>> sheets) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            sheets.forEach((name, rows) -> fill(book.createSheet(name), rows));
            book.write(out);
            return out.toByteArray();
        }
    }

    static void fill(XSSFSheet sheet, List<List<Object>> rows) {
        for (int r = 0; r < rows.size(); r++) {
            var row = sheet.createRow(r);
            for (int c = 0; c < rows.get(r).size(); c++) {
                Object value = rows.get(r).get(c);
                switch (value) {
                    case String it -> row.createCell(c).setCellValue(it);
                    case Number it -> row.createCell(c).setCellValue(it.doubleValue());
                    case null, default -> {}
                }
            }
        }
    }

    static Proposal.Customer only(Proposal proposal) {
        if (proposal.customers().size() != 1) {
            throw new AssertionError(proposal.customers());
        }
        return proposal.customers().getFirst();
    }

    static List<String> names(Proposal proposal) {
        return proposal.customers().stream().map(Proposal.Customer::name).toList();
    }

    static List<Question.Kind> asked(Proposal proposal) {
        return proposal.questions().stream().map(Question::kind).toList();
    }
}
