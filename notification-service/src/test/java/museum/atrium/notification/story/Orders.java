package museum.atrium.notification.story;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every order in which a few things can come. */
public final class Orders {

    private Orders() {}

    /** The numbers from 0 below {@code many}, in every order. */
    public static Stream<List<Integer>> of(int many) {
        List<List<Integer>> orders = new ArrayList<>();
        permute(List.of(), IntStream.range(0, many).boxed().toList(), orders);
        return orders.stream();
    }

    private static void permute(List<Integer> chosen, List<Integer> left, List<List<Integer>> into) {
        if (left.isEmpty()) {
            into.add(chosen);
        }
        for (Integer next : left) {
            permute(
                    Stream.concat(chosen.stream(), Stream.of(next)).toList(),
                    left.stream().filter(other -> !other.equals(next)).toList(),
                    into);
        }
    }
}
