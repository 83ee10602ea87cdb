package org.genjin.daemon.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.workbook.SheetDesk.LI;
import static org.genjin.daemon.workbook.SheetDesk.cell;
import static org.genjin.daemon.workbook.SheetDesk.column;

import java.io.BufferedReader;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.connectors.Needs;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.workbook.file.SheetFiles;
import org.genjin.daemon.workbook.keeping.Sheets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people and their programs do to a workbook without meaning anything by it, and with: only what they mean is taken. */
class StrangeSheetTest extends DeskTest {

    @BeforeEach
    void begin() throws Exception {
        desk.customers(NOW, "Acme Pumpen GmbH", "Andina SAS", "Gulf Trading LLC");
        desk.sheets().write(LI, NOW);
        desk.edit(workbook -> {
            Sheet log = workbook.getSheet("日志");
            for (String text : List.of("要三台样机", "没接电话")) {
                Row row = log.createRow(log.getLastRowNum() + 1);
                row.createCell(column(log, "日期")).setCellValue("2026-03-01");
                row.createCell(column(log, "客户")).setCellValue("C0002");
                row.createCell(column(log, "摘要")).setCellValue(text);
            }
        });
        desk.sheets().write(LI, NOW);
    }

    @Test
    void headerCellsThatWereMergedOrEmptiedAreStillOurs() throws Exception {
        desk.change(sheet -> {
            int grade = column(sheet, "等级");
            cell(sheet, "C0001", "等级").setCellValue("A");
            cell(sheet, "C0002", "阶段").setCellValue("已报价");
            sheet.getRow(0).getCell(grade + 1).setBlank();
            sheet.addMergedRegion(new CellRangeAddress(0, 0, grade, grade + 1));
            sheet.getRow(0).getCell(1).setBlank();
        });
        assertThat(desk.written(NOW).taken()).hasSize(2);
        assertThat(desk.customer(1, NOW).grade()).isEqualTo(Grade.A);
        assertThat(desk.written(NOW).taken()).isEmpty();
        assertThat(overviews()).as("no second overview").isEqualTo(1);
    }

    @Test
    void aSecondHeaderBelowOrATitleAboveIsNoCustomer() throws Exception {
        desk.change(sheet -> {
            sheet.shiftRows(1, sheet.getLastRowNum(), 1);
            Row second = sheet.createRow(1);
            second.createCell(column(sheet, "客户名称")).setCellValue("Customer");
            second.createCell(column(sheet, "国家/地区")).setCellValue("Country");
            second.createCell(column(sheet, "等级")).setCellValue("Grade");
            second.createCell(column(sheet, "阶段")).setCellValue("Stage");
        });
        assertThat(desk.written(NOW).taken()).isEmpty();
        desk.change(sheet -> {
            sheet.getRow(1).getCell(column(sheet, "客户名称")).setCellValue("Firma");
            sheet.getRow(1).getCell(column(sheet, "国家/地区")).setCellValue("Land?");
            sheet.getRow(1).getCell(column(sheet, "等级")).setCellValue("Stufe");
            sheet.shiftRows(0, sheet.getLastRowNum(), 1);
            sheet.createRow(0).createCell(0).setCellValue("2026 年客户总表");
        });
        assertThat(desk.written(NOW).taken()).isEmpty();
        assertThat(overviews()).isEqualTo(1);
    }

    @Test
    void aLogWhoseHiddenNumbersWereDeletedIsNotTakenForTyped() throws Exception {
        desk.edit(workbook -> {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (int i = row.getLastCellNum() - 1; i >= 0; i--) {
                        Cell it = row.getCell(i);
                        if (it != null && it.getCellType() == CellType.STRING && it.getStringCellValue().equals("_id")
                                && !sheet.getSheetName().equals("总览")) {
                            int column = i;
                            sheet.forEach(each -> Optional.ofNullable(each.getCell(column)).ifPresent(each::removeCell));
                        }
                    }
                }
            }
        });
        assertThat(desk.written(NOW).taken()).isEmpty();
        assertThat(desk.written(NOW).taken()).isEmpty();
        assertThat(desk.timeline().shortly(new CustomerId(2), NOW.plusSeconds(1), 9)).hasSize(2);
        try (XSSFWorkbook workbook = new XSSFWorkbook(desk.file().toFile())) {
            Sheet log = workbook.getSheet("日志");
            assertThat(log.getLastRowNum()).as("no row twice").isEqualTo(2);
            assertThat(log.getRow(1).getCell(column(log, "_id")).toString()).startsWith("C0002.");
        }
    }

    @Test
    void hiddenSheetsProtectionAndLinksToOtherFilesAreReadAndKept() throws Exception {
        desk.edit(workbook -> {
            cell(workbook.getSheet("总览"), "C0001", "备注").setCellValue("急");
            workbook.getSheet("总览").protectSheet("boss");
            workbook.setSheetVisibility(workbook.getSheetIndex("日志"), SheetVisibility.VERY_HIDDEN);
            Sheet own = workbook.createSheet("我的");
            try (XSSFWorkbook other = new XSSFWorkbook()) {
                other.createSheet("Prices").createRow(0).createCell(0).setCellValue(7);
                workbook.linkExternalWorkbook("prices.xlsx", other);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            own.createRow(0).createCell(0).setCellFormula("[prices.xlsx]Prices!A1");
        });
        assertThat(desk.written(NOW).taken()).hasSize(1);
        desk.written(NOW);
        try (XSSFWorkbook workbook = new XSSFWorkbook(desk.file().toFile())) {
            assertThat(workbook.getSheet("总览").getProtect()).isTrue();
            assertThat(workbook.getSheetVisibility(workbook.getSheetIndex("日志"))).isEqualTo(SheetVisibility.VERY_HIDDEN);
            assertThat(workbook.getSheet("我的").getRow(0).getCell(0).getCellFormula()).contains("Prices!A1");
            assertThat(workbook.getPackage().getPartsByContentType(XSSFRelation.EXTERNAL_LINKS.getContentType())).hasSize(1);
        }
    }

    @Test
    void aWorkbookSavedWithMacrosBesideIsReadAndLeftAsItIs() throws Exception {
        Path macros = desk.file().resolveSibling("外贸客户跟进表.xlsm");
        Files.copy(desk.file(), macros);
        SheetDesk.edit(macros, workbook -> {
            cell(workbook.getSheet("总览"), "C0001", "备注").setCellValue("从宏文件");
            Sheet log = workbook.getSheet("日志");
            Row row = log.createRow(log.getLastRowNum() + 1);
            row.createCell(column(log, "客户")).setCellValue("C0003");
            row.createCell(column(log, "摘要")).setCellValue("电话打通了");
        });
        byte[] before = Files.readAllBytes(macros);
        Files.delete(desk.file());
        Sheets.Outcome.Written written = desk.written(NOW);
        assertThat(written.taken()).hasSize(2);
        assertThat(written.remarks()).anySatisfy(it -> assertThat(it).contains(".xlsm was read and left as it is"));
        assertThat(desk.customer(1, NOW).notes()).isEqualTo("从宏文件");
        for (int i = 0; i < 8; i++) {
            assertThat(((Sheets.Outcome.Written) desk.sheets().write(LI, NOW.plus(Duration.ofHours(i)))).taken()).isEmpty();
        }
        assertThat(Files.readAllBytes(macros)).isEqualTo(before);
        assertThat(desk.timeline().shortly(new CustomerId(3), NOW.plusSeconds(1), 9)).hasSize(1);
    }

    @Test
    void aCopyThatCameBackByMailIsTakenOnceHoweverOftenItIsRead() throws Exception {
        Path copy = Files.copy(desk.file(), folder.resolve("from-the-boss.xlsx"));
        SheetDesk.edit(copy, workbook -> {
            Sheet log = workbook.getSheet("日志");
            Row row = log.createRow(log.getLastRowNum() + 1);
            row.createCell(column(log, "客户")).setCellValue("C0003");
            row.createCell(column(log, "摘要")).setCellValue("老板打过电话");
        });
        for (int i = 0; i < 3; i++) {
            desk.sheets().read(LI, Optional.of(copy), false, NOW);
            desk.written(NOW);
        }
        assertThat(desk.timeline().shortly(new CustomerId(3), NOW.plusSeconds(1), 9)).hasSize(1);
    }

    @Test
    void aWorkbookThatAnotherProgramHasLockedIsWrittenLater() throws Exception {
        Process holder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(), "-cp", System.getProperty("java.class.path"),
                        Holder.class.getName(), desk.file().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = holder.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("held");
            assertThat(desk.sheets().write(LI, NOW)).isInstanceOf(Sheets.Outcome.InUse.class);
            assertThat(desk.sheets().states().getFirst().notes()).anySatisfy(it -> assertThat(it).contains("open in a spreadsheet program"));
        } finally {
            holder.destroyForcibly().waitFor();
        }
        assertThat(desk.written(NOW).taken()).isEmpty();
    }

    @Test
    void aWorkbookThatLibreOfficeHasOpenIsWrittenSoonAfterItIsClosedAndNoSecondOneIsMade() throws Exception {
        Office office = new Office(Needs.tool("soffice", "libreoffice"), folder);
        desk.change(sheet -> cell(sheet, "C0001", "备注").setCellValue("急"));
        byte[] before = Files.readAllBytes(desk.file());
        try (Office.Opened opened = office.open(desk.file())) {
            assertThat(opened.mark()).exists();
            desk.sheets().keepInStep(List.of(LI), NOW.plus(Duration.ofMinutes(1)));
            assertThat(desk.customer(1, NOW).notes()).as("what was saved is read meanwhile").isEqualTo("急");
            desk.decisions().set(new CustomerId(2), "stage", "quoted", List.of(LI), LI, NOW);
            desk.sheets().keepInStep(List.of(LI), NOW.plus(Duration.ofMinutes(9)));
            assertThat(Files.readAllBytes(desk.file())).isEqualTo(before);
            assertThat(desk.sheets().states().getFirst().notes()).anySatisfy(it -> assertThat(it).contains("open in a spreadsheet program")
                    .contains("delete .~lock.外贸客户跟进表.xlsx#"));
            try (Stream<Path> all = Files.list(desk.file().getParent())) {
                assertThat(all.filter(it -> it.toString().endsWith(".xlsx"))).containsExactly(desk.file());
            }
        }
        desk.sheets().keepInStep(List.of(LI), NOW.plus(Duration.ofMinutes(12)));
        desk.look(sheet -> assertThat(cell(sheet, "C0002", "阶段").toString()).isEqualTo("已报价"));
        assertThat(desk.sheets().states().getFirst().notes()).isEmpty();
    }

    /** A program that has a file open and locked. */
    static final class Holder {
        public static void main(String[] args) throws Exception {
            try (FileChannel channel = FileChannel.open(Path.of(args[0]), StandardOpenOption.WRITE); var lock = channel.lock()) {
                System.out.println(lock.isValid() ? "held" : "free");
                System.out.flush();
                System.in.read();
            }
        }
    }

    @Test
    void anOwnersFolderHasANameThatEverySystemKnows() {
        assertThat(SheetFiles.folder("nul.liu@factory.example")).isEqualTo("_nul.liu@factory.example");
        assertThat(SheetFiles.folder("com1")).isEqualTo("_com1");
        assertThat(SheetFiles.folder("li/../x@factory.example")).isEqualTo("li_.._x@factory.example");
        assertThat(SheetFiles.folder("connie@factory.example")).isEqualTo("connie@factory.example");
        assertThat(SheetFiles.folder(LI)).isEqualTo(LI);
    }

    @Test
    void whatABareProgramSavesWithoutLooksAndSharedTextsSaysTheSame() throws Exception {
        Path bare = folder.resolve("bare.xlsx");
        copy(desk.file(), bare);
        Files.move(bare, desk.file(), StandardCopyOption.REPLACE_EXISTING);
        Sheets.Outcome.Written written = desk.written(NOW);
        assertThat(written.taken()).isEmpty();
        assertThat(written.remarks()).isEmpty();
    }

    @Test
    void sortedMovedAndRenamedInLibreOfficeAndByWayOfOtherKindsOfFilesNothingIsAnEditThatIsNone() throws Exception {
        Office office = new Office(Needs.tool("soffice", "libreoffice"), folder);
        desk.edit(workbook -> {
            workbook.setSheetName(workbook.getSheetIndex("总览"), "客户们");
            workbook.setSheetOrder("客户们", workbook.getNumberOfSheets() - 1);
        });
        byte[] whole = Files.readAllBytes(desk.file());
        List<String> said = new ArrayList<>();
        for (String[] kind : List.of(new String[] {"xlsx", "xlsx:Calc MS Excel 2007 XML"}, new String[] {"ods", "ods:calc8"},
                new String[] {"xls", "xls:MS Excel 97"})) {
            Files.write(desk.file(), whole);
            office.saveBy(desk.file(), kind[0], kind[1]);
            desk.edit(workbook -> swap(workbook.getSheet("客户们"), "C0001", "C0003"));
            Sheets.Outcome.Written written = desk.written(NOW);
            written.taken().forEach(it -> said.add(kind[0] + ": " + it));
            written.remarks().forEach(it -> said.add(kind[0] + "! " + it));
            desk.edit(workbook -> cell(workbook.getSheet("客户们"), "C0001", "备注").setCellValue(kind[0]));
            office.saveBy(desk.file(), kind[0], kind[1]);
            assertThat(desk.written(NOW).taken()).hasSize(1);
            assertThat(desk.customer(1, NOW).notes()).isEqualTo(kind[0]);
            desk.decisions().set(new CustomerId(1), "notes", "", List.of(LI), LI, NOW);
        }
        assertThat(said).isEmpty();
        assertThat(desk.questions().open(Optional.of(LI))).isEmpty();
    }

    /** Two customers' rows change places, as sorting does. */
    private static void swap(Sheet sheet, String one, String other) {
        Row first = cell(sheet, one, "_id").getRow();
        Row second = cell(sheet, other, "_id").getRow();
        for (Cell it : sheet.getRow(0)) {
            Cell a = first.getCell(it.getColumnIndex(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            Cell b = second.getCell(it.getColumnIndex(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            if (a.getCellType() == CellType.STRING && b.getCellType() == CellType.STRING) {
                String text = a.getStringCellValue();
                a.setCellValue(b.getStringCellValue());
                b.setCellValue(text);
            }
        }
    }

    /** Cell by cell, with texts in place and without anything else, as small programs and web services write. */
    private static void copy(Path from, Path to) throws Exception {
        try (XSSFWorkbook in = new XSSFWorkbook(from.toFile());
                org.apache.poi.xssf.streaming.SXSSFWorkbook out = new org.apache.poi.xssf.streaming.SXSSFWorkbook(100)) {
            for (Sheet sheet : in) {
                Sheet plain = out.createSheet(sheet.getSheetName());
                for (Row row : sheet) {
                    Row copy = plain.createRow(row.getRowNum());
                    for (Cell it : row) {
                        Cell cell = copy.createCell(it.getColumnIndex());
                        switch (it.getCellType()) {
                            case STRING -> cell.setCellValue(it.getStringCellValue());
                            case NUMERIC -> {
                                if (org.apache.poi.ss.usermodel.DateUtil.isCellDateFormatted(it)) {
                                    cell.setCellValue(it.getLocalDateTimeCellValue().toLocalDate().toString());
                                } else {
                                    cell.setCellValue(it.getNumericCellValue());
                                }
                            }
                            case FORMULA -> cell.setCellFormula(it.getCellFormula());
                            default -> {}
                        }
                    }
                }
            }
            try (var bytes = Files.newOutputStream(to)) {
                out.write(bytes);
            }
        }
    }

    private long overviews() throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook(desk.file().toFile())) {
            return Stream.iterate(0, it -> it + 1).limit(workbook.getNumberOfSheets()).filter(it -> workbook.getSheetName(it).startsWith("总览")).count();
        }
    }
}
