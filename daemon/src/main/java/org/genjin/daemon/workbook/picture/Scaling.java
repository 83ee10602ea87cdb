package org.genjin.daemon.workbook.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Makes a picture small. What a sender calls a picture can be anything: only common formats are opened, its size is looked at before
 * a pixel is read, and of a large one only every so many pixels are. Pure.
 */
final class Scaling {

    /** Of the longer side. */
    static final int SIDE = 160;

    private static final Set<String> FORMATS = Set.of("jpeg", "png", "gif", "bmp");
    private static final long MOST_PIXELS = 100_000_000;
    private static final int MOST_BYTES = 30 << 20;
    /** Smaller ones are buttons, lines and logos. */
    private static final int LEAST_WIDTH = 96;
    private static final int LEAST_HEIGHT = 64;
    /** Longer ones are banners under a signature. */
    private static final int MOST_RATIO = 4;

    private Scaling() {}

    /** Empty if it is no picture that can be shown, or none that is worth it. */
    static Optional<Thumbnail> scale(byte[] file) {
        if (file.length > MOST_BYTES) {
            return Optional.empty();
        }
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            while (readers.hasNext()) {
                ImageReader reader = readers.next();
                try {
                    if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                        reader.setInput(in, true, true);
                        return scaled(reader, file);
                    }
                } finally {
                    reader.dispose();
                }
            }
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // damaged, or made to do damage: its name in the row is all there is to show
        }
    }

    private static Optional<Thumbnail> scaled(ImageReader reader, byte[] file) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        boolean isSmall = width < LEAST_WIDTH || height < LEAST_HEIGHT;
        if (isSmall || (long) width * height > MOST_PIXELS || width > MOST_RATIO * height || height > MOST_RATIO * MOST_RATIO * width) {
            return Optional.empty();
        }
        // Twice as many as are needed, so that they can be mixed.
        int step = Math.max(1, Math.max(width, height) / (2 * SIDE));
        ImageReadParam some = reader.getDefaultReadParam();
        some.setSourceSubsampling(step, step, 0, 0);
        return Optional.of(drawn(reader.read(0, some), Turn.of(file)));
    }

    private static Thumbnail drawn(BufferedImage picture, Turn turn) throws IOException {
        double scale = Math.min(1, (double) SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage small = turn.isOnItsSide()
                ? new BufferedImage(height, width, BufferedImage.TYPE_INT_RGB)
                : new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D on = small.createGraphics();
        try {
            on.setColor(Color.WHITE);
            on.fillRect(0, 0, small.getWidth(), small.getHeight());
            on.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            AffineTransform place = new AffineTransform();
            place.translate(small.getWidth() / 2.0, small.getHeight() / 2.0);
            place.quadrantRotate(turn.quarters());
            place.scale(turn.mirrored() ? -1 : 1, 1);
            place.translate(-width / 2.0, -height / 2.0);
            place.scale((double) width / picture.getWidth(), (double) height / picture.getHeight());
            on.drawImage(picture, place, null);
        } finally {
            on.dispose();
        }
        return written(small);
    }

    /** Photographs are smaller as JPEG, drawings and screens as PNG. */
    private static Thumbnail written(BufferedImage small) throws IOException {
        byte[] jpeg = written(small, "jpeg");
        byte[] png = written(small, "png");
        return png.length <= jpeg.length * 3 / 2
                ? new Thumbnail(png, "png", small.getWidth(), small.getHeight())
                : new Thumbnail(jpeg, "jpeg", small.getWidth(), small.getHeight());
    }

    private static byte[] written(BufferedImage small, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(small, format, out)) {
            throw new IOException("No writer for " + format + ".");
        }
        return out.toByteArray();
    }
}
