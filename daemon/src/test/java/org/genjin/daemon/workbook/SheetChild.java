package org.genjin.daemon.workbook;

import java.nio.file.Path;
import java.time.Instant;
import org.genjin.config.Language;

/** A process that reads and writes a workbook when it is told to, to be killed while it does. */
final class SheetChild {

    private SheetChild() {}

    /** @param args folder, instant */
    public static void main(String[] args) throws Exception {
        Instant now = Instant.parse(args[1]);
        try (SheetDesk desk = new SheetDesk(Path.of(args[0]), Language.ZH_CN, now)) {
            System.out.println("ready");
            System.out.flush();
            if (System.in.read() == 'g') {
                desk.sheets().write(SheetDesk.LI, now);
                System.out.println("done");
                System.out.flush();
                System.in.read();
            }
        }
    }
}
