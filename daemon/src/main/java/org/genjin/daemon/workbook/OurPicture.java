package org.genjin.daemon.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTDrawing;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTMarker;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTOneCellAnchor;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTPicture;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTTwoCellAnchor;

/**
 * A picture in a sheet that Genjin put there: its name says so, also when another program has saved the file and anchored it in its
 * own way.
 *
 * @param to null where only the upper left corner is anchored
 */
record OurPicture(String name, CTPicture picture, CTMarker from, @Nullable CTMarker to) {

    private static final Pattern NAME = Pattern.compile("genjin-\\d+-\\d+");

    static String name(Picture it) {
        return "genjin-" + it.message() + "-" + it.ordinal();
    }

    static List<OurPicture> in(XSSFDrawing drawing) {
        CTDrawing all = drawing.getCTDrawing();
        List<OurPicture> ours = new ArrayList<>();
        for (CTOneCellAnchor it : all.getOneCellAnchorArray()) {
            if (it.isSetPic()) {
                of(it.getPic(), it.getFrom(), null).ifPresent(ours::add);
            }
        }
        for (CTTwoCellAnchor it : all.getTwoCellAnchorArray()) {
            if (it.isSetPic()) {
                of(it.getPic(), it.getFrom(), it.getTo()).ifPresent(ours::add);
            }
        }
        return ours;
    }

    private static Optional<OurPicture> of(CTPicture picture, CTMarker from, @Nullable CTMarker to) {
        Matcher name = NAME.matcher(picture.getNvPicPr().getCNvPr().getName());
        return name.matches() ? Optional.of(new OurPicture(name.group(), picture, from, to)) : Optional.empty();
    }

    int line() {
        return from.getRow();
    }

    void moveTo(int line) {
        int by = line - from.getRow();
        from.setRow(line);
        if (to != null) {
            to.setRow(to.getRow() + by);
        }
    }

    /** Takes the anchor out of the drawing; what it refers to is still there. */
    void takeOut(XSSFDrawing drawing) {
        CTDrawing all = drawing.getCTDrawing();
        for (int i = all.sizeOfOneCellAnchorArray() - 1; i >= 0; i--) {
            if (is(all.getOneCellAnchorArray(i).getPic())) {
                all.removeOneCellAnchor(i);
            }
        }
        for (int i = all.sizeOfTwoCellAnchorArray() - 1; i >= 0; i--) {
            if (is(all.getTwoCellAnchorArray(i).getPic())) {
                all.removeTwoCellAnchor(i);
            }
        }
    }

    /** The very same element of the file: two pictures may well say the same. */
    @SuppressWarnings("ReferenceEquality")
    private boolean is(@Nullable CTPicture other) {
        return other != null && other == picture;
    }
}
