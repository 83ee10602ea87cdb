package org.genjin.daemon.followup;

import java.time.Instant;

/** A message on which something rests: its row in the ledger, and when it was sent. */
public record Point(long message, Instant at) {}
