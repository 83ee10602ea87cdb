package org.genjin.daemon.calendar;

/**
 * Why a day is not worked on.
 *
 * @param name a key of wording, such as {@code spring-festival}; {@link #WEEKEND} for a day of the weekly rest
 * @param english what it is called where there is no wording for the key
 */
public record DayOff(String name, String english) {

    public static final String WEEKEND = "weekend";

    static final DayOff REST = new DayOff(WEEKEND, "weekend");

    static DayOff named(String name) {
        return new DayOff(name, name.replace('-', ' '));
    }

    public boolean isWeekend() {
        return name.equals(WEEKEND);
    }
}
