package org.genjin.daemon.workbook;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.genjin.daemon.workbook.rules.Columns;

/**
 * The dropdowns of the columns of lines of trade, in a workbook that may be there already. The name of its list is the mark that a column
 * got its dropdown: it gets it once, so that one which a person took away stays away, and one that a person made there stays.
 */
final class IndustryLists {

    private final IndustryHeaders headers;
    private final ListsSheet writer;
    private final XSSFSheet sheet;
    private final boolean fresh;

    /**
     * @param sheet the one of the lists
     * @param fresh whether it is empty still: names that are there lead nowhere
     */
    IndustryLists(IndustryHeaders headers, ListsSheet writer, XSSFSheet sheet, boolean fresh) {
        this.headers = headers;
        this.writer = writer;
        this.sheet = sheet;
        this.fresh = fresh;
    }

    /** Gives the columns of a table what they lack. */
    void give(XSSFSheet table, Spot spot) {
        List<NamedList> lists = new ArrayList<>();
        spot.columns().forEach((key, column) -> {
            List<String> offered = headers.offered(key);
            if (offered.isEmpty()) {
                return;
            }
            String name = name(Columns.industryId(key));
            boolean known = sheet.getWorkbook().getName(name) != null;
            if (fresh || !known) {
                lists.add(NamedList.of(headers.header(key), name, offered));
            }
            if (!known && !Choices.are(table, column, spot.header() + 1)) {
                Choices.list(table, column, spot.header() + 1, OverviewLook.ROWS, name);
            }
        });
        if (fresh) {
            writer.write(sheet, lists);
        } else if (!lists.isEmpty()) {
            writer.add(sheet, lists);
        }
    }

    /**
     * What the list of a column is called. Ids have no low lines, so no two are called the same.
     *
     * @param column its id
     */
    static String name(String column) {
        return "Trade_" + column.replace('-', '_');
    }
}
