package org.genjin.daemon.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "rehearse",
        hidden = true,
        description = "Start once in a home that is thrown away, so that Java can write down what it loads. For the launcher.")
final class RehearseVerb implements Callable<Integer> {

    private final Invocation invocation;

    RehearseVerb(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException, Trouble {
        return invocation.programs().rehearse(invocation.terminal());
    }
}
