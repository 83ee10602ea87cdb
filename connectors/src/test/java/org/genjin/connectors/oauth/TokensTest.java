package org.genjin.connectors.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.genjin.config.Server;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Login;
import org.genjin.connectors.Logins;
import org.genjin.connectors.SignInState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a sign-in as time goes by. */
class TokensTest {

    private static final String LI = "li@factory.example";

    @TempDir
    Path home;

    private Instant now = Instant.parse("2026-11-23T08:00:00Z");
    private OAuthServer provider;
    private SourceConfig.Imap mailbox;

    @BeforeEach
    void signIn() throws Exception {
        provider = new OAuthServer();
        mailbox = new SourceConfig.Imap(
                LI, LI, LI, provider.microsoft(), new Server("127.0.0.1", 143, Server.Tls.NONE), Optional.empty(), Optional.empty());
        restarted().byDevice(mailbox, _ -> {});
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    /** As after a restart: it knows what the home's files say, and no more. */
    private OAuth restarted() {
        return new OAuth(home.resolve("tokens"), Map.of(), () -> now, pause -> now = now.plus(pause));
    }

    private Path file() {
        return home.resolve("tokens/" + LI + ".json");
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    @Test
    void aTokenIsUsedForFourFifthsOfItsLifeAndThenRenewed() throws Exception {
        Logins logins = restarted().logins();
        String first = logins.of(mailbox).word();
        pass(Duration.ofMinutes(47));
        assertThat(logins.of(mailbox).word()).isEqualTo(first);
        assertThat(provider.renewals()).isZero();
        pass(Duration.ofMinutes(2));
        assertThat(logins.of(mailbox).word()).isNotEqualTo(first).isEqualTo(provider.accessToken());
        assertThat(provider.renewals()).isEqualTo(1);
    }

    @Test
    void aRenewedRefreshTokenIsOnDiskAtOnceSoThatARestartLosesNothing() throws Exception {
        for (int month = 1; month <= 3; month++) {
            pass(Duration.ofDays(30));
            assertThat(restarted().logins().of(mailbox).word()).isEqualTo(provider.accessToken());
            assertThat(Files.readString(file())).contains(provider.refreshToken());
        }
        assertThat(provider.renewals()).isEqualTo(3);
        assertThat(restarted().state(mailbox)).as("signed in once").isEqualTo(new SignInState.Valid(Instant.parse("2026-11-23T08:00:05Z")));
    }

    @Test
    void aConsentThatWasTakenBackNeedsThePersonAndIsSaidUntilThen() throws Exception {
        provider.revoke();
        pass(Duration.ofHours(2));
        assertThatThrownBy(() -> restarted().logins().of(mailbox)).isInstanceOf(ConnectorException.Refused.class)
                .hasMessage("Microsoft has ended the sign-in of " + LI + " (AADSTS50173: The provided grant has expired due to it being"
                        + " revoked): run 'genjin sign-in " + LI + "' to sign in again.");
        assertThat(restarted().state(mailbox)).isInstanceOfSatisfying(SignInState.Ended.class, it -> assertThat(it.why()).contains("revoked"));
        restarted().byDevice(mailbox, _ -> {});
        assertThat(restarted().state(mailbox)).isInstanceOf(SignInState.Valid.class);
        assertThat(restarted().logins().of(mailbox).word()).isEqualTo(provider.accessToken());
    }

    @Test
    void everyWayInWhichAProviderWantsThePersonEndsTheSignIn() {
        for (String code : List.of("invalid_grant", "consent_required", "interaction_required", "login_required")) {
            pass(Duration.ofHours(2));
            provider.answerNext(code);
            assertThatThrownBy(() -> restarted().logins().of(mailbox)).as(code).isInstanceOf(ConnectorException.Refused.class)
                    .hasMessageContaining("has ended the sign-in");
        }
    }

    @Test
    void aProviderInTroubleIsAskedAgainAndMeanwhileTheTokenServesToItsEnd() throws Exception {
        Logins logins = restarted().logins();
        String first = logins.of(mailbox).word();
        pass(Duration.ofMinutes(50));
        provider.answerNext("503", "temporarily_unavailable");
        assertThat(logins.of(mailbox).word()).isEqualTo(first);
        pass(Duration.ofMinutes(11));
        assertThatThrownBy(() -> logins.of(mailbox)).isInstanceOf(ConnectorException.Unavailable.class)
                .hasMessageContaining("cannot be renewed just now").hasMessageContaining("tried again by itself");
        assertThat(logins.of(mailbox).word()).isEqualTo(provider.accessToken()).isNotEqualTo(first);
        assertThat(restarted().state(mailbox)).isInstanceOf(SignInState.Valid.class);
    }

    @Test
    void aProviderThatIsNotThereIsNoReasonToAskThePerson() {
        provider.close();
        pass(Duration.ofHours(2));
        assertThatThrownBy(() -> restarted().logins().of(mailbox)).isInstanceOf(ConnectorException.Unavailable.class)
                .hasMessageContaining("127.0.0.1 cannot be asked");
        assertThat(restarted().state(mailbox)).isInstanceOf(SignInState.Valid.class);
    }

    @Test
    void ofThreadsThatWantATokenAtOnceOneAsksTheProvider() throws Exception {
        Logins logins = restarted().logins();
        pass(Duration.ofHours(2));
        assertThat(together(() -> logins.of(mailbox).word())).containsOnly(provider.accessToken());
        assertThat(provider.renewals()).isEqualTo(1);
        Login refused = logins.of(mailbox);
        pass(Duration.ofMinutes(5));
        assertThat(together(() -> logins.renew(mailbox, refused))).containsOnly(true);
        assertThat(provider.renewals()).isEqualTo(2);
    }

    private static <T> List<T> together(Callable<T> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<T>> running = threads.invokeAll(java.util.Collections.nCopies(8, work));
            List<T> results = new ArrayList<>();
            for (Future<T> it : running) {
                results.add(it.get());
            }
            return results;
        }
    }

    @Test
    void aTokenThatWasGotJustNowIsNotAskedForAgain() throws Exception {
        Logins logins = restarted().logins();
        Login refused = logins.of(mailbox);
        assertThat(logins.renew(mailbox, refused)).isFalse();
        assertThat(provider.renewals()).isZero();
        pass(Duration.ofMinutes(2));
        assertThat(logins.renew(mailbox, refused)).isTrue();
        assertThat(logins.of(mailbox).word()).isNotEqualTo(refused.word());
    }

    @Test
    void aClockThatWasPutBackLeavesNoTokenInUseForEver() throws Exception {
        pass(Duration.ofDays(-400));
        assertThat(restarted().logins().of(mailbox).word()).isEqualTo(provider.accessToken());
        assertThat(provider.renewals()).isEqualTo(1);
    }

    @Test
    void aNewTokenThatCannotBeWrittenDownIsKeptInMindUntilItCan() throws Exception {
        OAuth running = restarted();
        pass(Duration.ofHours(2));
        Path blocked = Files.createDirectories(home.resolve("tokens/" + LI + ".json.new/full")).getParent();
        assertThatThrownBy(() -> running.logins().of(mailbox)).isInstanceOf(ConnectorException.Unavailable.class)
                .hasMessageContaining("cannot be written down");
        Files.delete(blocked.resolve("full"));
        assertThat(running.logins().of(mailbox).word()).isEqualTo(provider.accessToken());
        assertThat(provider.renewals()).isEqualTo(1);
        assertThat(Files.readString(file())).contains(provider.refreshToken());
    }

    @Test
    void aFileThatIsBrokenOrHalfThereIsMendedBySigningIn() throws Exception {
        for (String broken : List.of("", "{", "{}", "{\"provider\":\"MICROSOFT\",\"clientId\":\"client-1\"}", "[]", "null")) {
            Files.writeString(file(), broken);
            assertThatThrownBy(() -> restarted().logins().of(mailbox)).as(broken).isInstanceOf(ConnectorException.Refused.class)
                    .hasMessage("Nobody has signed in to " + LI + " yet: run 'genjin sign-in " + LI + "'.");
            assertThat(restarted().state(mailbox)).isEqualTo(new SignInState.Missing());
        }
    }

    @Test
    void nothingThatIsPrintedShowsAToken() throws Exception {
        assertThat(restarted().logins().of(mailbox).toString()).isEqualTo("an access token");
        assertThat(new Login.Password("li", "hunter2").toString()).doesNotContain("hunter2");
        Tokens tokens = new TokenFiles(home.resolve("tokens")).read(LI).orElseThrow();
        assertThat(tokens.toString()).doesNotContain("secret");
        assertThat(new Answer.Granted("a-secret", "b-secret", Duration.ofHours(1), null).toString()).doesNotContain("secret");
    }
}
