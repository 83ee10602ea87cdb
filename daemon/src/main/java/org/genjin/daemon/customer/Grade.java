package org.genjin.daemon.customer;

/** How closely a customer is kept: how many days silence may last before it is time to write. */
public enum Grade {
    S(7),
    A(14),
    B(30),
    C(60),
    D(90),
    E(180);

    private final int silentDays;

    Grade(int silentDays) {
        this.silentDays = silentDays;
    }

    public int silentDays() {
        return silentDays;
    }
}
