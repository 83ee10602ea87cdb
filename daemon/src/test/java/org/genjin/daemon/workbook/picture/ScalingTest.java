package org.genjin.daemon.workbook.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pictures out of messages made small, whatever their senders made of them. */
class ScalingTest {

    @Test
    @Timeout(30)
    void aSmallFileThatUnpacksToAHugePictureIsNotOpened() throws Exception {
        byte[] bomb = png(30_000, 30_000);
        assertThat(bomb.length).isLessThan(1 << 20);
        assertThat(Scaling.scale(bomb)).isEmpty();
    }

    @Test
    @Timeout(60)
    void aLargePictureIsMadeSmallWithoutHoldingItsPixels() throws Exception {
        Thumbnail small = Scaling.scale(png(9_000, 6_000)).orElseThrow();
        assertThat(small.width()).isEqualTo(160);
        assertThat(small.height()).isBetween(105, 108);
    }

    @Test
    void aPictureThatACameraTookOnItsSideStandsUpright() throws Exception {
        BufferedImage picture = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D on = picture.createGraphics();
        on.setColor(Color.RED);
        on.fillRect(0, 0, 150, 200);
        on.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", jpeg);
        Thumbnail plain = Scaling.scale(jpeg.toByteArray()).orElseThrow();
        assertThat(plain.width()).isGreaterThan(plain.height());
        Thumbnail turned = Scaling.scale(turned(jpeg.toByteArray())).orElseThrow();
        assertThat(turned.height()).isGreaterThan(turned.width());
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(turned.bytes()));
        assertThat(new Color(shown.getRGB(shown.getWidth() / 2, 10)).getRed()).as("what was left is above").isGreaterThan(200);
        assertThat(new Color(shown.getRGB(shown.getWidth() / 2, shown.getHeight() - 10)).getRed()).isLessThan(50);
    }

    /** With what a camera that was held upright writes into its picture: to be turned by 90 degrees, clockwise. */
    private static byte[] turned(byte[] jpeg) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        byte[] exif = {
            'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0
        };
        out.write(0xFF);
        out.write(0xE1);
        out.write(0);
        out.write(exif.length + 2);
        out.write(exif);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    /** Of one bit a pixel, all white. */
    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(0x89504E470D0A1A0AL);
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(head);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {1, 0, 0, 0, 0});
        chunk(out, "IHDR", head.toByteArray());
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(packed)) {
            byte[] row = new byte[1 + (width + 7) / 8];
            for (int i = 1; i < row.length; i++) {
                row[i] = (byte) 0xFF;
            }
            for (int i = 0; i < height; i++) {
                deflating.write(row);
            }
        }
        chunk(out, "IDAT", packed.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String name, byte[] content) throws IOException {
        CRC32 check = new CRC32();
        check.update(name.getBytes(StandardCharsets.US_ASCII));
        check.update(content);
        out.writeInt(content.length);
        out.write(name.getBytes(StandardCharsets.US_ASCII));
        out.write(content);
        out.writeInt((int) check.getValue());
    }
}
