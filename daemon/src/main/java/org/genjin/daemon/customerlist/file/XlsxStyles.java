package org.genjin.daemon.customerlist.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** Of a workbook's styles, what tells a date from a number and which colour is behind a cell. */
final class XlsxStyles {

    private final boolean since1904;
    private final List<String> fills = new ArrayList<>();
    private final List<Style> styles = new ArrayList<>();

    private XlsxStyles(boolean since1904) {
        this.since1904 = since1904;
    }

    private record Style(boolean date, String fill) {}

    static XlsxStyles read(byte @Nullable [] part, String name, boolean since1904) throws IOException, ListRefused {
        XlsxStyles styles = new XlsxStyles(since1904);
        if (part != null) {
            Map<Integer, String> formats = new HashMap<>();
            String[] within = {""};
            boolean[] solid = {false};
            Xml.walk(new ByteArrayInputStream(part), name, (element, xml) -> {
                switch (element) {
                    case "numFmt" -> formats.put(Xml.number(xml, "numFmtId", -1), String.valueOf(Xml.attribute(xml, "formatCode")));
                    case "cellXfs", "cellStyleXfs", "dxfs", "fonts", "borders", "fills" -> within[0] = element;
                    case "fill" -> {
                        if (within[0].equals("fills")) {
                            styles.fills.add("");
                        }
                    }
                    case "patternFill" -> solid[0] = !"none".equals(Xml.attribute(xml, "patternType"))
                            && !"gray125".equals(Xml.attribute(xml, "patternType"));
                    case "fgColor" -> {
                        if (within[0].equals("fills") && solid[0] && !styles.fills.isEmpty()) {
                            styles.fills.set(styles.fills.size() - 1, colour(xml));
                        }
                    }
                    case "xf" -> {
                        if (within[0].equals("cellXfs")) {
                            int format = Xml.number(xml, "numFmtId", 0);
                            int fill = Xml.number(xml, "fillId", 0);
                            String code = formats.getOrDefault(format, "");
                            styles.styles.add(new Style(isDate(format, code), fill < styles.fills.size() ? styles.fills.get(fill) : ""));
                        }
                    }
                    default -> {}
                }
            });
        }
        return styles;
    }

    /** As the file names it: rows and legend use the same name for the same colour. */
    private static String colour(XMLStreamReader xml) {
        String rgb = Xml.attribute(xml, "rgb");
        if (rgb != null) {
            return rgb.length() == 8 ? rgb.substring(2) : rgb;
        }
        String theme = Xml.attribute(xml, "theme");
        String tint = Xml.attribute(xml, "tint");
        return theme != null ? "theme " + theme + (tint == null ? "" : " " + tint) : "indexed " + Xml.attribute(xml, "indexed");
    }

    static boolean isDate(int format, String code) {
        // Chinese, Japanese and Korean versions of Excel have dates of their own among the built-in formats.
        boolean eastern = code.isEmpty() && (format >= 27 && format <= 36 || format >= 50 && format <= 58);
        return eastern || DateUtil.isADateFormat(format, code);
    }

    String fill(int style) {
        return style >= 0 && style < styles.size() ? styles.get(style).fill() : "";
    }

    @Nullable LocalDate date(int style, BigDecimal value) {
        boolean date = style >= 0 && style < styles.size() && styles.get(style).date();
        double days = value.doubleValue();
        return date && days >= 1 && days < 200_000 ? DateUtil.getLocalDateTime(days, since1904).toLocalDate() : null;
    }
}
