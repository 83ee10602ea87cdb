package org.genjin.daemon.workbook.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Workbooks that open with a password only: agile encryption of ECMA-376 ([MS-OFFCRYPTO] 2.3.4.10), as Excel writes it. */
public final class Locked {

    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final String PACKAGE = "EncryptedPackage";
    /** Excel takes 100,000 turns; whoever writes millions into a file wants to keep the machine busy. */
    private static final int MOST_TURNS = 1_000_000;

    private Locked() {}

    /** It does not open with that password, or not at all; the message says which, after the file's name. */
    public static final class Refused extends Exception {
        Refused(String sentence) {
            super(sentence);
        }

        Refused(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }

    /** Whether the bytes are a container such as a locked workbook lies in; one of Excel 97 does too. */
    static boolean isContainer(byte[] bytes) {
        return bytes.length >= OLE.length && Arrays.equals(bytes, 0, OLE.length, OLE, 0, OLE.length);
    }

    public static boolean is(byte[] bytes) {
        if (!isContainer(bytes)) {
            return false;
        }
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            return files.getRoot().hasEntryCaseInsensitive(PACKAGE);
        } catch (IOException | RuntimeException e) { // POI throws whatever a damaged file makes it trip over
            return false;
        }
    }

    /** @param most bytes that it may hold */
    public static byte[] open(byte[] bytes, String password, int most) throws Refused {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            EncryptionInfo how = new EncryptionInfo(files);
            if (how.getVerifier().getSpinCount() > MOST_TURNS) {
                throw new Refused("is locked in a way that no office program does");
            }
            Decryptor decryptor = how.getDecryptor();
            if (!decryptor.verifyPassword(password)) {
                throw new Refused("is locked with another password than Genjin knows");
            }
            try (InputStream in = decryptor.getDataStream(files)) {
                byte[] content = in.readNBytes(most + 1);
                if (content.length > most) {
                    throw new Refused("holds more than " + (most >> 20) + " MB");
                }
                return content;
            }
        } catch (IOException | GeneralSecurityException | EncryptedDocumentException e) {
            throw new Refused("is locked and damaged (" + e.getMessage() + ")", e);
        } catch (RuntimeException e) { // POI throws whatever a damaged file makes it trip over
            throw new Refused("is locked and damaged", e);
        }
    }

    /** Writes what {@code content} writes; nothing of it is on the disk in the clear at any moment. */
    public static void write(OutputStream out, String password, SheetFiles.Writing content) throws IOException {
        EncryptionInfo how = new EncryptionInfo(EncryptionMode.agile);
        Encryptor encryptor = how.getEncryptor();
        encryptor.confirmPassword(password);
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            try (OutputStream within = encryptor.getDataStream(files)) {
                content.to(within);
            } catch (GeneralSecurityException e) {
                throw new IOException("This Java has no AES of 128 bits: the workbook cannot be locked.", e);
            }
            files.writeFilesystem(out);
        }
    }
}
