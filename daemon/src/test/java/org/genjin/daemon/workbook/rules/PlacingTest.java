package org.genjin.daemon.workbook.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.genjin.daemon.customer.CustomerId;
import org.junit.jupiter.api.Test;

/** In which workbook a customer's sheet is. */
class PlacingTest {

    private static final int MOST = 2;

    @Test
    void theMostValuableAreInTheFirstAndTheRestInFurtherOnes() {
        assertThat(places(Map.of(), 5, 4, 3, 2, 1)).isEqualTo(placed(5, 1, 4, 1, 3, 2, 2, 2, 1, 3));
    }

    @Test
    void whoHasAPlaceStaysThereWhoeverBecomesMoreValuable() {
        assertThat(places(placed(1, 1, 2, 1, 3, 2), 3, 4, 2, 1)).isEqualTo(placed(1, 1, 2, 1, 3, 2, 4, 2));
    }

    @Test
    void aNewCustomerComesIntoTheLastOneAndWhereThatIsFullIntoTheRoomOfOneWhoHasGone() {
        Map<CustomerId, Integer> before = placed(1, 1, 2, 1, 3, 2, 4, 2, 5, 3);
        assertThat(places(before, 1, 3, 4, 5, 6)).as("two has gone, the last has room").isEqualTo(placed(1, 1, 3, 2, 4, 2, 5, 3, 6, 3));
        assertThat(places(before, 1, 3, 4, 5, 6, 7, 8)).isEqualTo(placed(1, 1, 3, 2, 4, 2, 5, 3, 6, 3, 7, 1, 8, 4));
    }

    @Test
    void aWorkbookAllOfWhoseCustomersHaveGoneIsFilledAgain() {
        assertThat(places(placed(1, 1, 2, 2), 1, 3)).isEqualTo(placed(1, 1, 3, 2));
    }

    @Test
    void whoseSheetIsInTheFirstByNowHasItsPlaceThereAndWhoIsClosedKeepsIt() {
        assertThat(Placing.of(Map.of(), ids(2, 9), ids(1, 2, 3, 9), List.of(id(1), id(2), id(3)), MOST))
                .isEqualTo(placed(2, 1, 9, 1, 1, 2, 3, 2));
    }

    private static Map<CustomerId, Integer> places(Map<CustomerId, Integer> before, long... customers) {
        return Placing.of(before, Set.of(), ids(customers), LongStream.of(customers).mapToObj(PlacingTest::id).toList(), MOST);
    }

    /** Customer, number of the workbook, and so on. */
    private static Map<CustomerId, Integer> placed(int... places) {
        return LongStream.range(0, places.length / 2).boxed()
                .collect(Collectors.toMap(it -> id(places[(int) (2 * it)]), it -> places[(int) (2 * it + 1)]));
    }

    private static Set<CustomerId> ids(long... numbers) {
        return LongStream.of(numbers).mapToObj(PlacingTest::id).collect(Collectors.toSet());
    }

    private static CustomerId id(long number) {
        return new CustomerId(number);
    }
}
