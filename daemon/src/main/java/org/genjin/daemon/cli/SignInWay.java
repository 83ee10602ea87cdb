package org.genjin.daemon.cli;

/** How a person signs in with a provider. */
public enum SignInWay {
    /** With a code, typed into the provider's page on any device. */
    DEVICE,
    /** In a browser on this machine. */
    BROWSER
}
