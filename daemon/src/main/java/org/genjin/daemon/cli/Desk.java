package org.genjin.daemon.cli;

import org.genjin.config.AppConfig;
import org.genjin.config.Home;
import org.genjin.connectors.SignIns;
import org.genjin.daemon.customerlist.CustomerLists;
import org.genjin.daemon.decision.Belonging;
import org.genjin.daemon.decision.Decisions;
import org.genjin.daemon.decision.Dormancy;
import org.genjin.daemon.decision.Questions;
import org.genjin.daemon.decision.Undoing;
import org.genjin.daemon.find.Finder;
import org.genjin.daemon.ingest.Indexing;
import org.genjin.daemon.ingest.Sync;
import org.genjin.daemon.ledger.Dossiers;
import org.genjin.daemon.ledger.FollowUpBoard;
import org.genjin.daemon.ledger.FraudWarnings;
import org.genjin.daemon.ledger.SetAsideReport;
import org.genjin.daemon.ledger.StatusReport;
import org.genjin.daemon.ledger.Timeline;
import org.genjin.daemon.privacy.Privacy;
import org.genjin.daemon.reminder.DigestWriter;
import org.genjin.daemon.reminder.ReminderSweep;
import org.genjin.daemon.verify.Verification;
import org.genjin.daemon.workbook.Exports;
import org.genjin.daemon.workbook.Sheets;
import org.genjin.index.SearchIndex;

/** The use cases of one open home, for commands and pages. Thread-safe; closed by whoever opened the home. */
public record Desk(
        Home home,
        AppConfig config,
        SignIns signIns,
        Sync sync,
        Indexing indexing,
        Privacy privacy,
        SearchIndex index,
        FollowUpBoard board,
        Timeline timeline,
        StatusReport status,
        Finder finder,
        Decisions decisions,
        Belonging belonging,
        Undoing undoing,
        CustomerLists customerLists,
        Questions questions,
        Dormancy dormancy,
        SetAsideReport setAside,
        Dossiers dossiers,
        FraudWarnings fraudWarnings,
        DigestWriter digests,
        ReminderSweep reminders,
        Sheets sheets,
        Exports exports,
        Verification verification) {}
