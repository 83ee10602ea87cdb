package org.genjin.daemon.workbook.picture;

/**
 * A picture made small.
 *
 * @param bytes a JPEG or PNG file
 * @param type {@code jpeg} or {@code png}
 * @param width in pixels
 * @param height in pixels
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record Thumbnail(byte[] bytes, String type, int width, int height) {}
