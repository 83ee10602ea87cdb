package org.genjin.daemon.calendar;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.ZoneId;
import java.util.List;

/** The time zones of the area to which a telephone number belongs. Thread-safe. */
public final class PhoneZones {

    private PhoneZones() {}

    /**
     * More than one if the number may be used in several; none if it tells nothing.
     *
     * @param e164 such as {@code +12125550123}
     */
    public static List<ZoneId> of(String e164) {
        try {
            return PhoneNumberToTimeZonesMapper.getInstance()
                    .getTimeZonesForNumber(PhoneNumberUtil.getInstance().parse(e164, null)).stream()
                    .filter(it -> !it.equals(PhoneNumberToTimeZonesMapper.getUnknownTimeZone()))
                    .map(ZoneId::of)
                    .toList();
        } catch (NumberParseException e) {
            return List.of(); // no number that anybody could call: it tells nothing
        }
    }
}
