package org.genjin.daemon.workbook;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.genjin.daemon.words.Text;
import org.genjin.daemon.workbook.picture.Thumbnail;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingProps;
import org.openxmlformats.schemas.drawingml.x2006.main.STShapeType;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTOneCellAnchor;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTPicture;

/**
 * The pictures in a table of history, each below the file's name in the row of its message. Only those that are ours are touched:
 * what a person pasted stays, and so does one of ours that they dragged out of the table.
 */
final class SheetPictures {

    private static final int MOST = 8;
    private static final int BOX_WIDTH = 150;
    private static final int BOX_HEIGHT = 110;
    private static final int GAP = 4;
    private static final double POINTS_A_PIXEL = 0.75;

    private final XSSFSheet sheet;
    private final Spot spot;

    SheetPictures(XSSFSheet sheet, Spot spot) {
        this.sheet = sheet;
        this.spot = spot;
    }

    /**
     * @param wanted the newest first
     * @param small makes a picture small; empty if it is not to be shown
     * @param link where a click on it leads; "" if nowhere
     */
    void write(List<Picture> wanted, Function<Picture, Optional<Thumbnail>> small, Function<Picture, String> link) {
        XSSFDrawing drawing = sheet.getDrawingPatriarch();
        Map<String, OurPicture> there = new HashMap<>();
        if (drawing != null) {
            OurPicture.in(drawing).stream().filter(it -> it.line() > spot.header()).forEach(it -> there.putIfAbsent(it.name(), it));
        }
        Set<String> shown = new HashSet<>();
        if (spot.column("files") >= 0 && !wanted.isEmpty()) {
            Map<Long, Integer> lines = lines();
            Map<Long, List<Picture>> byMessage = wanted.stream().collect(Collectors.groupingBy(Picture::message));
            for (Picture it : wanted) {
                Integer line = lines.get(it.message());
                if (line != null && shown.size() < MOST && isShown(it, line, byMessage.getOrDefault(it.message(), List.of()), there, small, link)) {
                    shown.add(OurPicture.name(it));
                }
            }
        }
        there.values().stream().filter(it -> !shown.contains(it.name())).forEach(this::remove);
    }

    private boolean isShown(
            Picture it, int line, List<Picture> beside, Map<String, OurPicture> there, Function<Picture, Optional<Thumbnail>> small,
            Function<Picture, String> link) {
        OurPicture known = there.get(OurPicture.name(it));
        if (known != null) {
            if (known.line() != line) {
                known.moveTo(line);
            }
            link(known.picture().getNvPicPr().getCNvPr(), link.apply(it));
            return true;
        }
        Optional<Thumbnail> fresh = small.apply(it);
        fresh.ifPresent(thumbnail -> add(it, line, beside.indexOf(it), beside.size(), thumbnail, link.apply(it)));
        return fresh.isPresent();
    }

    /** Message → its row. */
    private Map<Long, Integer> lines() {
        Map<Long, Integer> lines = new HashMap<>();
        for (int line = spot.header() + 1; line <= sheet.getLastRowNum(); line++) {
            Row row = sheet.getRow(line);
            Cell cell = row == null || spot.column("_id") < 0 ? null : row.getCell(spot.column("_id"));
            String id = cell == null || cell.getCellType() != CellType.STRING ? "" : RowMark.id(cell.getStringCellValue());
            if (id.matches("\\d{1,18}")) {
                lines.putIfAbsent(Long.parseLong(id), line);
            }
        }
        return lines;
    }

    private void add(Picture it, int line, int place, int of, Thumbnail thumbnail, String link) {
        int box = (BOX_WIDTH - GAP * (of - 1)) / of;
        double scale = Math.min(1, Math.min((double) box / thumbnail.width(), (double) BOX_HEIGHT / thumbnail.height()));
        int width = (int) Math.max(1, Math.round(thumbnail.width() * scale));
        int height = (int) Math.max(1, Math.round(thumbnail.height() * scale));
        Row row = Cells.row(sheet, line);
        Cell names = row.getCell(spot.column("files"));
        int columns = names == null ? 0 : Text.columns(names.toString());
        int above = Frame.lines(columns, CustomerGrid.WIDTHS[5] - 3);
        float points = (float) (above * Frame.LINE_POINTS + (height + GAP) * POINTS_A_PIXEL);
        if (row.getHeightInPoints() < points) {
            row.setHeightInPoints(points);
        }
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        long id = free(drawing);
        CTOneCellAnchor anchor = drawing.getCTDrawing().addNewOneCellAnchor();
        anchor.addNewFrom();
        anchor.getFrom().setCol(spot.column("files"));
        anchor.getFrom().setColOff(Units.pixelToEMU(GAP + place * (box + GAP)));
        anchor.getFrom().setRow(line);
        anchor.getFrom().setRowOff(Units.toEMU(above * Frame.LINE_POINTS));
        anchor.addNewExt().setCx(Units.pixelToEMU(width));
        anchor.getExt().setCy(Units.pixelToEMU(height));
        fill(anchor.addNewPic(), id, it, PictureParts.add(drawing, it.hash(), thumbnail), width, height);
        anchor.addNewClientData();
        link(anchor.getPic().getNvPicPr().getCNvPr(), link);
    }

    private static void fill(CTPicture picture, long id, Picture it, String reference, int width, int height) {
        CTNonVisualDrawingProps properties = picture.addNewNvPicPr().addNewCNvPr();
        properties.setId(id);
        properties.setName(OurPicture.name(it));
        properties.setDescr(Cells.clean(it.name()));
        picture.getNvPicPr().addNewCNvPicPr().addNewPicLocks().setNoChangeAspect(true);
        picture.addNewBlipFill().addNewBlip().setEmbed(reference);
        picture.getBlipFill().addNewStretch().addNewFillRect();
        picture.addNewSpPr().addNewXfrm().addNewOff();
        picture.getSpPr().getXfrm().getOff().setX(0);
        picture.getSpPr().getXfrm().getOff().setY(0);
        picture.getSpPr().getXfrm().addNewExt().setCx(Units.pixelToEMU(width));
        picture.getSpPr().getXfrm().getExt().setCy(Units.pixelToEMU(height));
        picture.getSpPr().addNewPrstGeom().setPrst(STShapeType.RECT);
        picture.getSpPr().getPrstGeom().addNewAvLst();
    }

    /** A number that no other shape of the sheet has. */
    private static long free(XSSFDrawing drawing) {
        return 1_000 + OurPicture.in(drawing).stream()
                .mapToLong(it -> it.picture().getNvPicPr().getCNvPr().getId() - 1_000)
                .filter(it -> it >= 0)
                .max()
                .orElse(0) + 1;
    }

    private void link(CTNonVisualDrawingProps picture, String address) {
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        String before = picture.isSetHlinkClick() ? picture.getHlinkClick().getId() : "";
        if (!before.isEmpty() && PictureParts.address(drawing, before).equals(address)) {
            return;
        }
        if (!before.isEmpty()) {
            PictureParts.remove(drawing, before);
            picture.unsetHlinkClick();
        }
        if (!address.isEmpty()) {
            picture.addNewHlinkClick().setId(PictureParts.link(drawing, address));
        }
    }

    private void remove(OurPicture it) {
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        CTNonVisualDrawingProps properties = it.picture().getNvPicPr().getCNvPr();
        String picture = it.picture().getBlipFill().getBlip().getEmbed();
        String link = properties.isSetHlinkClick() ? properties.getHlinkClick().getId() : "";
        it.takeOut(drawing);
        boolean alone = OurPicture.in(drawing).stream().noneMatch(one -> picture.equals(one.picture().getBlipFill().getBlip().getEmbed()));
        if (alone) {
            PictureParts.remove(drawing, picture);
        }
        if (!link.isEmpty()) {
            PictureParts.remove(drawing, link);
        }
    }
}
