package org.genjin.connectors.oauth;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.genjin.config.OAuthClient;
import org.genjin.config.Secret;
import org.genjin.connectors.ConnectorException;

/** What each request to a provider says of this program. */
final class ClientForm {

    private final Map<String, String> environment;

    /** @param environment where a client's secret may lie */
    ClientForm(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** To be added to by the caller. */
    Map<String, String> of(OAuthClient client) throws ConnectorException.Refused {
        Map<String, String> form = new HashMap<>();
        form.put("client_id", client.id());
        Optional<Secret> secret = client.secret();
        if (secret.isPresent()) {
            try {
                form.put("client_secret", secret.get().reveal(environment));
            } catch (IOException e) {
                throw new ConnectorException.Refused(
                        "The client secret for " + client.provider().title() + " cannot be had: " + e.getMessage() + ".", e);
            }
        }
        return form;
    }
}
