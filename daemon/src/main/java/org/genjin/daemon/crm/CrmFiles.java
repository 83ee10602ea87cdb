package org.genjin.daemon.crm;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.genjin.daemon.words.HarmlessCell;
import org.genjin.daemon.workbook.FlatTable;

/** Puts the lines of one table into as many files as the dialect's limit makes. Each is whole before it takes its name. */
final class CrmFiles {

    /** The files of an earlier export, whatever its dialect and number. */
    static final String OURS = "[1-5]-(?:companies|contacts|deals|notes|tasks)(?:-\\d+)?\\.(?:csv|xlsx|vcf)";

    private final Dialect dialect;
    private final Shaping shaping;
    private final Path folder;

    CrmFiles(Dialect dialect, Path folder) {
        this.dialect = dialect;
        this.shaping = new Shaping(dialect);
        this.folder = folder;
    }

    /** Writes no file where there is no line. */
    List<CrmExport.Written> write(Part part, List<Line> lines) throws IOException {
        List<CrmExport.Written> written = new ArrayList<>();
        boolean several = lines.size() > dialect.rows();
        for (int from = 0; from < lines.size(); from += Math.min(dialect.rows(), lines.size())) {
            List<Line> some = lines.subList(from, (int) Math.min(lines.size(), (long) from + dialect.rows()));
            String name = part.file() + (several ? "-" + (written.size() + 1) : "") + dialect.form().ending();
            Path fresh = folder.resolve("." + name + ".new" + dialect.form().ending());
            switch (dialect.form()) {
                case CSV -> csv(fresh, part, some);
                case XLSX -> FlatTable.write(fresh, part.id(), shaping.head(part), some.stream().map(it -> shaping.cells(part, it)).toList());
                case VCARD3, VCARD4 -> cards(fresh, some);
            }
            Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            written.add(new CrmExport.Written(part, folder.resolve(name), some.size()));
        }
        return written;
    }

    private void csv(Path file, Part part, List<Line> lines) throws IOException {
        Dialect.Layout layout = dialect.layout();
        try (Writer writer = new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
            if (layout.mark()) {
                writer.write('\ufeff');
            }
            CsvWriter.CsvWriterBuilder builder = CsvWriter.builder()
                    .fieldSeparator(layout.separator())
                    .lineDelimiter(layout.lineEnd().equals("\n") ? LineDelimiter.LF : LineDelimiter.CRLF);
            if (layout.quoteAll()) {
                builder.quoteStrategy(QuoteStrategies.ALWAYS);
            }
            try (CsvWriter csv = builder.build(writer)) {
                csv.writeRecord(shaping.head(part));
                for (Line it : lines) {
                    csv.writeRecord(shaping.cells(part, it).stream().map(HarmlessCell::of).toList());
                }
            }
        }
    }

    private void cards(Path file, List<Line> lines) throws IOException {
        Vcard vcard = new Vcard(dialect.form() == Dialect.Form.VCARD4);
        try (Writer writer = Files.newBufferedWriter(file)) {
            for (Line it : lines) {
                writer.write(vcard.card(it));
            }
        }
    }
}
