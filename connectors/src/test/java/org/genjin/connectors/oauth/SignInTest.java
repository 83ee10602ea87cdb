package org.genjin.connectors.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.genjin.config.Credentials;
import org.genjin.config.OAuthClient;
import org.genjin.config.Secret;
import org.genjin.config.Server;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.SignInState;
import org.genjin.connectors.SignIns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in, in both ways. */
class SignInTest {

    private static final String LI = "li@factory.example";
    private static final SignIns.Pages PAGES = new SignIns.Pages("page: done", "page: failed", "page: strange");
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path home;

    private final List<Duration> pauses = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-23T08:00:00Z");
    private OAuthServer provider;
    private OAuth signIns;

    @BeforeEach
    void start() throws Exception {
        provider = new OAuthServer();
        signIns = new OAuth(
                home.resolve("tokens"), Map.of("GOOGLE", OAuthServer.CLIENT_SECRET), () -> now, pause -> {
                    pauses.add(pause);
                    now = now.plus(pause);
                });
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    private static SourceConfig.Imap mailbox(Credentials credentials) {
        return new SourceConfig.Imap(
                LI, LI, LI, credentials, new Server("127.0.0.1", 143, Server.Tls.NONE), Optional.empty(), Optional.empty());
    }

    private SourceConfig.Imap microsoft() {
        return mailbox(provider.microsoft());
    }

    private SourceConfig.Imap google() {
        return mailbox(provider.google());
    }

    @Test
    void aCodeTypedOnAnyDeviceSignsTheMailboxIn() throws Exception {
        assertThat(signIns.state(microsoft())).isEqualTo(new SignInState.Missing());
        List<SignIns.DeviceCode> told = new ArrayList<>();
        provider.answerNext("authorization_pending", "authorization_pending");
        signIns.byDevice(microsoft(), told::add);
        assertThat(told).singleElement().satisfies(it -> {
            assertThat(it.code()).isEqualTo("WDJB-MJHT");
            assertThat(it.address()).hasToString("https://provider.example/link");
            assertThat(it.validFor()).hasMinutes(15);
        });
        assertThat(provider.asked().getFirst()).containsEntry("client_id", "client-1")
                .containsEntry("scope", "https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access");
        assertThat(signIns.state(microsoft())).isEqualTo(new SignInState.Valid(now));
        assertThat(signIns.logins().of(microsoft()).word()).isEqualTo(provider.accessToken());
    }

    @Test
    void whoIsAskedToSlowDownAsksLessOftenFromThenOn() throws Exception {
        provider.answerNext("authorization_pending", "slow_down", "authorization_pending", "slow_down");
        signIns.byDevice(microsoft(), _ -> {});
        assertThat(pauses).extracting(Duration::toSeconds).containsExactly(5L, 5L, 10L, 10L, 15L);
    }

    @Test
    void aNetworkThatFailsForAWhileDoesNotEndTheSignInAndIsAskedLessAndLess() throws Exception {
        provider.answerNext("503", "429", "502", "authorization_pending");
        signIns.byDevice(microsoft(), _ -> {});
        assertThat(pauses).extracting(Duration::toSeconds).containsExactly(5L, 10L, 20L, 40L, 5L);
        assertThat(signIns.state(microsoft())).isInstanceOf(SignInState.Valid.class);
    }

    @Test
    void aPersonWhoDeclinesOrNeverComesIsToldHowToBeginAgain() {
        provider.answerNext("authorization_declined");
        assertRefused(() -> signIns.byDevice(microsoft(), _ -> {}), "declined on the page of Microsoft", "genjin sign-in " + LI);
        provider.answerNext("access_denied");
        assertRefused(() -> signIns.byDevice(microsoft(), _ -> {}), "declined");
        provider.answerNext("authorization_pending", "expired_token");
        assertRefused(() -> signIns.byDevice(microsoft(), _ -> {}), "not used in time", "for a new one");
        provider.nobodyComes();
        Instant begun = now;
        assertRefused(() -> signIns.byDevice(microsoft(), _ -> {}), "not used in time");
        assertThat(Duration.between(begun, now)).as("the code lives fifteen minutes").isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
        assertThat(signIns.state(microsoft())).isEqualTo(new SignInState.Missing());
    }

    @Test
    void aRegistrationThatTheProviderDoesNotKnowIsNamedByItsKey() {
        provider.answerNext("unauthorized_client");
        assertRefused(() -> signIns.byDevice(microsoft(), _ -> {}), "does not accept this program's registration", "oauth.microsoft");
    }

    @Test
    void googleGivesNoMailToDevicesAndSaysWhatToDoInstead() {
        assertRefused(() -> signIns.byDevice(google(), _ -> {}), "Google gives no mail", "genjin sign-in " + LI + " --browser");
    }

    @Test
    void aBrowserThatComesBackSignsTheMailboxIn() throws Exception {
        CompletableFuture<String> shown = new CompletableFuture<>();
        signIns.byBrowser(google(), PAGES, LONG, browser(it -> shown.complete(get(it, true).body())));
        assertThat(shown.get(20, TimeUnit.SECONDS)).isEqualTo("page: done");
        assertThat(signIns.state(google())).isInstanceOf(SignInState.Valid.class);
        Map<String, String> begun = provider.asked().getFirst();
        assertThat(begun).containsEntry("code_challenge_method", "S256").containsEntry("access_type", "offline")
                .containsEntry("prompt", "consent").containsEntry("login_hint", LI).containsEntry("scope", "https://mail.google.com/");
        assertThat(begun.get("redirect_uri")).matches("http://127\\.0\\.0\\.1:\\d+");
        assertThat(begun.get("state")).hasSizeGreaterThan(40);
        assertThat(begun).doesNotContainKeys("code_verifier", "client_secret");
    }

    @Test
    void microsoftsBrowserComesBackToTheNameThatItRegisters() throws Exception {
        signIns.byBrowser(microsoft(), PAGES, LONG, browser(it -> get(it, true)));
        assertThat(provider.asked().getFirst().get("redirect_uri")).matches("http://localhost:\\d+");
        assertThat(signIns.state(microsoft())).isInstanceOf(SignInState.Valid.class);
    }

    @Test
    void whoKnocksWithAWrongStateIsTurnedAwayAndTheRightOneStillComes() throws Exception {
        List<HttpResponse<String>> strange = new ArrayList<>();
        signIns.byBrowser(google(), PAGES, LONG, browser(it -> {
            strange.add(get(it.resolve("/?code=stolen&state=guessed"), false));
            strange.add(get(it.resolve("/?code=stolen"), false));
            strange.add(get(it.resolve("/favicon.ico"), false));
            get(it, true);
        }));
        assertThat(strange).allSatisfy(it -> {
            assertThat(it.statusCode()).isEqualTo(400);
            assertThat(it.body()).isEqualTo("page: strange");
        });
        assertThat(provider.asked()).noneMatch(it -> "stolen".equals(it.get("code")));
        assertThat(signIns.state(google())).isInstanceOf(SignInState.Valid.class);
    }

    @Test
    void aWrongCodeIsRefusedAndThePageSaysSo() throws Exception {
        CompletableFuture<String> shown = new CompletableFuture<>();
        assertRefused(
                () -> signIns.byBrowser(google(), PAGES, LONG, browser(it -> {
                    String state = state(get(it, false));
                    shown.complete(get(it.resolve("/?code=wrong&state=" + state), false).body());
                })),
                "Google refuses to sign", "not valid");
        assertThat(shown.get(20, TimeUnit.SECONDS)).isEqualTo("page: failed");
        assertThat(signIns.state(google())).isEqualTo(new SignInState.Missing());
    }

    @Test
    void whoDeclinesInTheBrowserIsToldHowToBeginAgain() {
        assertRefused(
                () -> signIns.byBrowser(
                        google(), PAGES, LONG,
                        browser(it -> get(it.resolve("/?error=access_denied&state=" + state(get(it, false))), false))),
                "declined on the page of Google");
    }

    @Test
    void aBrowserThatWasClosedIsNotWaitedForForEver() {
        assertRefused(
                () -> signIns.byBrowser(microsoft(), PAGES, Duration.ofMillis(50), _ -> {}), "Nobody came back from the browser", "--device");
    }

    @Test
    void aBoxThatWasUntickedIsNoticedAtOnce() {
        provider.grantOnly("openid email");
        assertRefused(() -> signIns.byDevice(microsoft(), _ -> {}), "did not let Genjin read its mail", "leave every box ticked");
        assertThat(signIns.state(microsoft())).isEqualTo(new SignInState.Missing());
    }

    @Test
    void whatMicrosoftCallsTheSameRightByAnotherNameIsEnough() throws Exception {
        provider.grantOnly("https://outlook.office365.com/IMAP.AccessAsUser.All");
        signIns.byDevice(microsoft(), _ -> {});
        assertThat(signIns.state(microsoft())).isInstanceOf(SignInState.Valid.class);
    }

    @Test
    void tokensAreReadableByTheirOwnerAloneAndNothingIsLeftBesideThem() throws Exception {
        signIns.byDevice(microsoft(), _ -> {});
        Path file = home.resolve("tokens/" + LI + ".json");
        assertThat(Files.readString(file)).contains(provider.refreshToken());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent()))).isEqualTo("rwx------");
        assertThat(file.getParent()).isDirectoryContaining(file::equals);
        try (var all = Files.list(file.getParent())) {
            assertThat(all).hasSize(1);
        }
    }

    @Test
    void anAddressThatIsNoFileNameStaysInItsFolder() throws Exception {
        SourceConfig.Imap odd = new SourceConfig.Imap(
                "../../x@f.example", LI, LI, provider.microsoft(), new Server("127.0.0.1", 143, Server.Tls.NONE), Optional.empty(),
                Optional.empty());
        signIns.byDevice(odd, _ -> {});
        assertThat(home.resolve("tokens/%2e.%2f..%2fx@f.example.json")).exists();
    }

    @Test
    void anotherClientIdNeedsAnotherSignIn() throws Exception {
        signIns.byDevice(microsoft(), _ -> {});
        OAuthClient mine = provider.microsoft();
        SourceConfig.Imap changed = mailbox(new OAuthClient(mine.provider(), "client-9", mine.secret(), mine.endpoints(), mine.scope()));
        assertThat(signIns.state(changed)).isEqualTo(new SignInState.Missing());
        assertRefused(() -> signIns.logins().of(changed), "Nobody has signed in to " + LI + " yet");
    }

    @Test
    void aMailboxWithAPasswordIsNotSignedInTo() {
        SourceConfig.Imap mailbox = mailbox(new Secret.Environment("LI"));
        assertThat(signIns.state(mailbox)).isEqualTo(new SignInState.NotNeeded());
        assertRefused(() -> signIns.byDevice(mailbox, _ -> {}), "has a password");
    }

    private interface Acting {
        void act() throws Exception;
    }

    /** Each refusal is a sentence for a person, and no secret is in it or in what lies behind it. */
    private void assertRefused(Acting acting, String... parts) {
        assertThatThrownBy(acting::act).isInstanceOf(ConnectorException.Refused.class).satisfies(it -> {
            assertThat(it.getMessage()).contains(parts).endsWith(".").doesNotContain("Trace ID");
            for (Throwable cause = it; cause != null; cause = cause.getCause()) {
                assertThat(String.valueOf(cause)).doesNotContain("-secret", "xxxxxxxx", "stolen");
            }
        });
    }

    /** A browser beside the program, as a person's is. */
    private static Consumer<URI> browser(Consumer<URI> visit) {
        return beginning -> Thread.ofVirtual().start(() -> visit.accept(beginning));
    }

    private static HttpResponse<String> get(URI address, boolean onwards) {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(onwards ? HttpClient.Redirect.ALWAYS : HttpClient.Redirect.NEVER)
                .build();
        try {
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String state(HttpResponse<String> sentOn) {
        String location = sentOn.headers().firstValue("Location").orElseThrow();
        return location.replaceFirst(".*[?&]state=([^&]+).*", "$1");
    }
}
