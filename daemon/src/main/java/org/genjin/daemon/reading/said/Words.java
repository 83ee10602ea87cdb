package org.genjin.daemon.reading.said;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Words to be read.
 *
 * @param text somebody's new words; LF line ends
 * @param language ISO 639-1 without region; "" if not known
 * @param at when they were written, by the writer's clock; null if nothing tells: only dates with a year are read then
 */
public record Words(String text, String language, @Nullable OffsetDateTime at) {}
