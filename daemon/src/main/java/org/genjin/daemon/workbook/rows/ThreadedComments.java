package org.genjin.daemon.workbook.rows;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.genjin.daemon.workbook.rules.RowMove;

/**
 * Leads the conversations that newer programs keep beside a cell's comment ([MS-XLSX] 2.1.48) after its row. The library knows the
 * comment only; where the two name other cells, Excel wants to repair the workbook.
 */
final class ThreadedComments {

    private static final String KIND = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment";
    private static final Pattern PLACE = Pattern.compile("(<(?:\\w+:)?threadedComment\\b[^>]*?\\bref=\")([A-Z]{1,3}\\d{1,7})\"");
    private static final Pattern ONE =
            Pattern.compile("<((?:\\w+:)?threadedComment)\\b[^>]*?\\bref=\"([A-Z]{1,3}\\d{1,7})\"[^>]*?(?:/>|>.*?</\\1>)", Pattern.DOTALL);

    private ThreadedComments() {}

    static void move(XSSFSheet sheet, RowMove move) {
        try {
            for (PackageRelationship it : sheet.getPackagePart().getRelationshipsByType(KIND)) {
                move(sheet.getPackagePart().getRelatedPart(it), move);
            }
        } catch (InvalidFormatException | IOException e) {
            throw new OpenXML4JRuntimeException("The workbook's comments cannot be read: " + e.getMessage(), e);
        }
    }

    private static void move(PackagePart part, RowMove move) throws IOException {
        String before;
        try (InputStream in = part.getInputStream()) {
            before = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String left = ONE.matcher(before).replaceAll(it -> move.goes(line(it)) ? "" : quoted(it.group()));
        String now = PLACE.matcher(left).replaceAll(it -> quoted(it.group(1) + moved(it, move) + "\""));
        if (!now.equals(before)) {
            try (OutputStream out = part.getOutputStream()) {
                out.write(now.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static int line(MatchResult it) {
        return new CellAddress(it.group(2)).getRow();
    }

    private static String moved(MatchResult it, RowMove move) {
        CellAddress place = new CellAddress(it.group(2));
        return new CellAddress(move.line(place.getRow()), place.getColumn()).formatAsString();
    }

    private static String quoted(String text) {
        return Matcher.quoteReplacement(text);
    }
}
