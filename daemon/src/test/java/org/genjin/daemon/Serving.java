package org.genjin.daemon;

/** A daemon that has read its sources once and serves its page, as 'genjin run' does. */
final class Serving {

    private final HomeLock lock;
    private final Daemon daemon;
    private final Service service;

    Serving(TestHome home) throws Exception {
        lock = HomeLock.take(home.home).orElseThrow();
        daemon = home.open();
        TestHome.sync(daemon.desk());
        service = Service.start(daemon, home.around);
    }

    /** The page's address with that viewer's token. */
    String link(String viewer) {
        return service.link(viewer);
    }

    void close() throws Exception {
        service.close();
        daemon.close();
        lock.close();
    }
}
