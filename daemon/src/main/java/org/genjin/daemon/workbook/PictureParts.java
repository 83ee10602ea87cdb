package org.genjin.daemon.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.genjin.daemon.workbook.picture.Thumbnail;

/**
 * The files of pictures inside a workbook. POI names new ones by how many there are, which fails once one was taken away, and
 * never takes one away: so ours are named by their content here and leave with the last sheet that shows them.
 */
final class PictureParts {

    private PictureParts() {}

    /** @return by what the drawing refers to the picture */
    static String add(XSSFDrawing drawing, String hash, Thumbnail it) {
        OPCPackage all = drawing.getPackagePart().getPackage();
        try {
            PackagePartName name = PackagingURIHelper.createPartName(
                    "/xl/media/genjin-" + hash.substring(0, Math.min(32, hash.length())) + "." + it.type());
            if (!all.containPart(name)) {
                PackagePart part = all.createPart(name, "image/" + it.type());
                try (OutputStream out = part.getOutputStream()) {
                    out.write(it.bytes());
                }
            }
            return drawing.getPackagePart()
                    .addRelationship(name, TargetMode.INTERNAL, PackageRelationshipTypes.IMAGE_PART)
                    .getId();
        } catch (InvalidFormatException | IOException e) {
            throw new OpenXML4JRuntimeException("A picture cannot be put into the workbook: " + e.getMessage(), e);
        }
    }

    static String link(XSSFDrawing drawing, String address) {
        return drawing.getPackagePart()
                .addExternalRelationship(address, XSSFRelation.SHEET_HYPERLINKS.getRelation())
                .getId();
    }

    /** The address behind a reference; "" if there is none. */
    static String address(XSSFDrawing drawing, String reference) {
        PackageRelationship there = drawing.getPackagePart().getRelationship(reference);
        return there == null ? "" : there.getTargetURI().toString();
    }

    /** Takes a reference away, and the picture with it if nothing else in the workbook shows it. */
    static void remove(XSSFDrawing drawing, String reference) {
        PackagePart from = drawing.getPackagePart();
        PackageRelationship there = from.getRelationship(reference);
        if (there == null) {
            return;
        }
        from.removeRelationship(reference);
        if (there.getTargetMode() == TargetMode.INTERNAL && !isShown(from.getPackage(), there)) {
            try {
                from.getPackage().removePart(PackagingURIHelper.createPartName(there.getTargetURI()));
            } catch (InvalidFormatException e) {
                throw new OpenXML4JRuntimeException("A picture cannot be taken out of the workbook: " + e.getMessage(), e);
            }
        }
    }

    private static boolean isShown(OPCPackage all, PackageRelationship picture) {
        return parts(all).stream()
                .filter(it -> !it.isRelationshipPart() && it.hasRelationships())
                .flatMap(PictureParts::references)
                .anyMatch(it -> it.getTargetMode() == TargetMode.INTERNAL && it.getTargetURI().equals(picture.getTargetURI()));
    }

    private static List<PackagePart> parts(OPCPackage all) {
        try {
            return all.getParts();
        } catch (InvalidFormatException e) {
            throw new OpenXML4JRuntimeException("The workbook's parts cannot be listed: " + e.getMessage(), e);
        }
    }

    private static Stream<PackageRelationship> references(PackagePart it) {
        try {
            List<PackageRelationship> all = new ArrayList<>();
            it.getRelationships().forEach(all::add);
            return all.stream();
        } catch (InvalidFormatException e) {
            throw new OpenXML4JRuntimeException("The workbook's parts cannot be listed: " + e.getMessage(), e);
        }
    }
}
