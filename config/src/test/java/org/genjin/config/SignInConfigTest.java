package org.genjin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the file says that a mailbox is signed in to. */
class SignInConfigTest {

    private static final String OFFICE = "imap: {host: outlook.office365.com}";

    @TempDir
    Path folder;

    @Test
    void aMailboxThatIsSignedInToNeedsNoSecret() throws Exception {
        AppConfig config = load("""
                mailboxes:
                  - {address: chen@factory.example, sign-in: microsoft, imap: {host: outlook.office365.com}}
                  - {address: li@gmail.com, sign-in: google}
                oauth:
                  microsoft: {client-id: 11-22, tenant: factory.example}
                  google: {client-id: 33.example, client-secret: "env:GOOGLE"}
                """);
        OAuthClient microsoft = (OAuthClient) config.mailboxes().getFirst().credentials();
        assertThat(microsoft.id()).isEqualTo("11-22");
        assertThat(microsoft.secret()).isEmpty();
        assertThat(microsoft.endpoints().token())
                .isEqualTo(URI.create("https://login.microsoftonline.com/factory.example/oauth2/v2.0/token"));
        assertThat(microsoft.endpoints().device()).isPresent();
        assertThat(microsoft.scope()).contains("IMAP.AccessAsUser.All", "SMTP.Send", "offline_access");
        OAuthClient google = (OAuthClient) config.mailboxes().getLast().credentials();
        assertThat(google.secret()).contains(new Secret.Environment("GOOGLE"));
        assertThat(google.endpoints().device()).as("Google gives no mail to devices").isEmpty();
        assertThat(config.oauth()).containsOnlyKeys(OAuthClient.Provider.MICROSOFT, OAuthClient.Provider.GOOGLE);
    }

    @Test
    void whereMicrosoftTakesNoPasswordSigningInIsTheDefaultUnlessASecretIsThere() throws Exception {
        String client = "\noauth: {microsoft: {client-id: 11-22}}";
        assertThat(load("mailboxes: [{address: a@f.example, " + OFFICE + "}]" + client).mailboxes().getFirst().credentials())
                .isEqualTo(OAuthClient.microsoft("11-22", "common"));
        assertThat(load("mailboxes: [{address: a@f.example, secret: \"env:A\", " + OFFICE + "}]" + client).mailboxes().getFirst().credentials())
                .isEqualTo(new Secret.Environment("A"));
        assertThat(load("mailboxes: [{address: a@f.example, secret: \"env:A\", sign-in: microsoft, " + OFFICE + "}]" + client)
                .mailboxes().getFirst().credentials()).isInstanceOf(OAuthClient.class);
        assertThat(load("mailboxes: [{address: a@f.example, secret: \"env:A\", sign-in: password, " + OFFICE + "}]").mailboxes().getFirst()
                .credentials()).isEqualTo(new Secret.Environment("A"));
    }

    @Test
    void aMissingClientIdIsSaidWithWhereOneGetsIt() {
        assertThat(problems("mailboxes: [{address: a@f.example, " + OFFICE + "}]")).singleElement().asString()
                .startsWith("genjin.yaml line 1: mailboxes[0].sign-in is microsoft here, as Microsoft takes no passwords, and needs a client id")
                .contains("https://entra.microsoft.com").contains("oauth: {microsoft: {client-id: …}}");
        assertThat(problems("mailboxes:\n  - address: li@gmail.com\n    sign-in: google")).singleElement().asString()
                .startsWith("genjin.yaml line 3: mailboxes[0].sign-in needs a client id").contains("Desktop app");
        assertThat(problems("oauth:\n  microsoft: {tenant: common}\n  google: {client-id: x}")).hasSize(2)
                .anyMatch(it -> it.contains("oauth.microsoft.client-id is missing: register an application"))
                .anyMatch(it -> it.contains("line 3: oauth.google.client-secret is missing"));
    }

    @Test
    void otherEndpointsAreTakenEncryptedOnlyUnlessTheyAreOnThisMachine() throws Exception {
        AppConfig config = load("""
                oauth:
                  microsoft:
                    client-id: x
                    authorize: https://login.partner.example/authorize
                    device: http://127.0.0.1:8080/device
                    token: http://localhost:8080/token
                    scope: https://partner.example/IMAP offline_access
                """);
        OAuthClient client = config.oauth().get(OAuthClient.Provider.MICROSOFT);
        assertThat(client.endpoints()).isEqualTo(new OAuthClient.Endpoints(
                URI.create("https://login.partner.example/authorize"), Optional.of(URI.create("http://127.0.0.1:8080/device")),
                URI.create("http://localhost:8080/token")));
        assertThat(client.scope()).isEqualTo("https://partner.example/IMAP offline_access");
        assertThat(problems("oauth: {microsoft: {client-id: x, token: \"http://login.example/token\"}}")).singleElement().asString()
                .contains("oauth.microsoft.token must be an https address (http on loopback only)");
    }

    @Test
    void aSecretWrittenIntoTheFileItselfIsRefusedAndNotRepeated() {
        List<String> problems = problems("oauth: {google: {client-id: x, client-secret: GOCSPX-hunter2}}\nmailboxes: [{address: a@gmail.com, sign-in: gogle}]");
        assertThat(problems).anyMatch(it -> it.contains("oauth.google.client-secret must be env:NAME or file:PATH"))
                .anyMatch(it -> it.contains("mailboxes[0].sign-in must be password, microsoft or google"));
        assertThat(String.join("\n", problems)).doesNotContain("hunter2");
    }

    private List<String> problems(String yaml) {
        return catchThrowableOfType(ConfigException.class, () -> load(yaml)).problems();
    }

    private AppConfig load(String yaml) throws ConfigException, IOException {
        Path file = Files.writeString(folder.resolve("genjin.yaml"), yaml);
        return new ConfigLoader(folder, ZoneId.of("Asia/Shanghai")).load(file);
    }
}
