package org.genjin.connectors;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.genjin.config.SourceConfig;

/**
 * Signing in to a mailbox with its provider, which a person does in a browser. What is got is kept in the home. Thread-safe.
 *
 * <p>Each way blocks until the person is done, has refused, or has let the time pass; then, and when the provider wants
 * none of it, it ends with {@link ConnectorException.Refused}.
 */
public interface SignIns {

    /** The words for every mailbox of the home, be it signed in to or not. */
    Logins logins();

    SignInState state(SourceConfig.Imap mailbox);

    /**
     * With a code that is typed into a page of the provider, on any device (RFC 8628).
     *
     * @param tell given what the person must know, once
     */
    void byDevice(SourceConfig.Imap mailbox, Consumer<DeviceCode> tell) throws ConnectorException;

    /**
     * In a browser on this machine, which comes back to a port on loopback (RFC 8252, 7636).
     *
     * @param patience how long to wait for it
     * @param open given the address on loopback where the browser must begin, once
     */
    void byBrowser(SourceConfig.Imap mailbox, Pages pages, Duration patience, Consumer<URI> open) throws ConnectorException;

    /**
     * What a person needs for {@link #byDevice}.
     *
     * @param complete the address with the code in it, where the provider gives one
     */
    record DeviceCode(URI address, Optional<URI> complete, String code, Duration validFor) {}

    /**
     * What the browser shows at the end, as whole HTML pages.
     *
     * @param strange for a request that does not belong to this sign-in
     */
    record Pages(String done, String failed, String strange) {}
}
