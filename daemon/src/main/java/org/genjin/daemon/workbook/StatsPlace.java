package org.genjin.daemon.workbook;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ooxml.POIXMLDocumentPart;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The sheet of figures, which is Genjin's alone: it is made anew each time in the place where it was, as its charts carry their
 * numbers along. A name in the workbook tells which it is, also when a person has given it another title.
 *
 * @param title "" if there is none
 */
record StatsPlace(XSSFWorkbook workbook, String title) {

    private static final String NAME = "GenjinFigures";

    static StatsPlace in(XSSFWorkbook workbook) {
        Name name = workbook.getName(NAME);
        int place = name == null || name.getRefersToFormula().contains("#REF") ? -1 : workbook.getSheetIndex(name.getSheetName());
        return new StatsPlace(workbook, place < 0 ? "" : workbook.getSheetName(place));
    }

    /** An empty one in its place. */
    XSSFSheet fresh(String usual) {
        XSSFSheet old = title.isEmpty() ? null : workbook.getSheet(title);
        int place = old == null ? -1 : workbook.getSheetIndex(old);
        if (old != null) {
            List<PackagePart> charts = charts(old);
            List<PackagePartName> links = links(old);
            workbook.removeSheetAt(place);
            forget(charts);
            links.stream().filter(workbook.getPackage()::containPart).forEach(workbook.getPackage()::removePart);
        }
        String free = title.isEmpty() ? usual : title;
        for (int i = 2; workbook.getSheet(free) != null; i++) {
            free = usual + " " + i;
        }
        XSSFSheet sheet = workbook.createSheet(free);
        if (place >= 0) {
            workbook.setSheetOrder(free, place);
        }
        Name there = workbook.getName(NAME);
        if (there != null) {
            workbook.removeName(there);
        }
        Name name = workbook.createName();
        name.setNameName(NAME);
        name.setRefersToFormula(SheetNames.quoted(free) + "!$A$1");
        return sheet;
    }

    private static List<PackagePart> charts(XSSFSheet sheet) {
        XSSFDrawing drawing = sheet.getDrawingPatriarch();
        return drawing == null ? List.of() : drawing.getCharts().stream().map(POIXMLDocumentPart::getPackagePart).toList();
    }

    /**
     * What leads from the sheet and its drawing to other parts. The new ones get the old ones' names, and would lead to what is no
     * longer there: Excel offers to repair that.
     */
    private static List<PackagePartName> links(XSSFSheet sheet) {
        XSSFDrawing drawing = sheet.getDrawingPatriarch();
        return Stream.of(Optional.of(sheet), Optional.ofNullable(drawing))
                .flatMap(Optional::stream)
                .map(it -> PackagingURIHelper.getRelationshipPartName(it.getPackagePart().getPartName()))
                .toList();
    }

    /** What the sheet did not take with it would stay in the file, more of it each time. */
    private void forget(List<PackagePart> charts) {
        OPCPackage all = workbook.getPackage();
        charts.stream().filter(it -> all.containPart(it.getPartName())).forEach(all::removePart);
    }
}
