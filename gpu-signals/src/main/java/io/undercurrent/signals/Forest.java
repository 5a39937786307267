package io.undercurrent.signals;

import static io.undercurrent.signals.FeatureKind.*;
import static io.undercurrent.signals.Input.opposite;
import static io.undercurrent.signals.Input.own;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Evidence of a signal: the sum of what many small trees say of the {@link #INPUTS}. The trees are fitted on training days and kept in
 * {@code forests.txt}, whose comments name the command that made it; the kernels have them compiled in.
 */
public final class Forest {
    /** What every tree may ask about. */
    static final List<Input> INPUTS = List.of(
        own(ANSWERED, 600), own(MATCHED, 600), own(MATCHED_SIDE, 600), own(AT_ONCE, 600), own(ANSWER_SIZE, 600), own(ANSWER_SIDE, 600),
        own(REFILLS, 600), own(REFILLED, 600), own(REFILL_VOLUME, 600), own(HITS, 600), own(HIT_VOLUME, 600), own(UNSEEN, 600),
        own(UNSEEN_SIDE, 600), own(SMALL, 600), own(SMALL_BUYS, 600), own(MIDPOINTS, 600), own(RETAIL_PRINTS, 600), own(OFF_EXCHANGE, 600),
        own(OFF_VOLUME, 600), own(DEPTH, 600), own(DEPTH_SIDE, 600), own(BEST_SIZE, 600), own(BEST_SIDE, 600), own(SWALLOWED, 600),
        own(EXECUTED_DEEP, 600), own(CANCELLED_SIDE, 600), own(SPREAD, 600), own(MOVEMENT, 600), own(UPDATES, 600),
        own(UPDATES_PER_TRADE, 600), own(ACTIVITY, 600), own(NET_VOLUME, 600), own(NET_BURSTS, 600), own(TREND, 600), own(IMPACT, 600),
        own(MATCHED, 300), own(MATCHED_SIDE, 300), own(HITS, 300), own(UNSEEN_SIDE, 300), own(SMALL, 300), own(SMALL_BUYS, 300),
        own(MIDPOINTS, 300), own(RETAIL_PRINTS, 300), own(OFF_EXCHANGE, 300), own(DEPTH, 300), own(DEPTH_SIDE, 300), own(BEST_SIZE, 300),
        own(SPREAD, 300), own(UPDATES, 300), own(UPDATES_PER_TRADE, 300), own(VOLUME, 300), own(NET_BURSTS, 300), own(TREND, 300),
        own(IMPACT, 300), opposite(ANSWERED, 600), opposite(MATCHED, 600), opposite(ANSWER_SIZE, 600), opposite(REFILLS, 600),
        opposite(REFILLED, 600), opposite(HITS, 600), opposite(HIT_VOLUME, 600), opposite(UNSEEN, 600), opposite(SMALL, 600),
        opposite(SMALL_BUYS, 600), opposite(DEPTH, 600), opposite(BEST_SIZE, 600), opposite(MATCHED, 300), opposite(HITS, 300),
        opposite(DEPTH, 300), opposite(BEST_SIZE, 300));

    private static final String RESOURCE = "forests.txt";
    private static final Map<Signal, Forest> STANDARD = ofResource();

    private final List<ForestTree> trees;
    // of all trees one after the other
    private final int[] asked;
    private final float[] border;
    private final int[] answer;

    Forest(final List<ForestTree> trees) {
        this.trees = List.copyOf(trees);
        asked = trees.stream().flatMapToInt(tree -> Arrays.stream(tree.inputs())).toArray();
        border = new float[asked.length];
        answer = trees.stream().flatMapToInt(tree -> Arrays.stream(tree.answers())).toArray();
        for (int t = 0; t < trees.size(); t++) {
            System.arraycopy(trees.get(t).borders(), 0, border, t * ForestTree.DEPTH, ForestTree.DEPTH);
        }
    }

    /** That of this version; without trees where the text has none, as before the first ones are grown for new inputs. */
    static Forest of(final Signal signal) {
        return STANDARD.getOrDefault(signal, new Forest(List.of()));
    }

    List<ForestTree> trees() {
        return trees;
    }

    /**
     * Log-odds.
     *
     * @param z of every input, with the side's sign
     */
    float evidence(final float[] z) {
        int sum = 0;
        for (int t = 0, q = 0; t < answer.length; t += ForestTree.ANSWERS, q += ForestTree.DEPTH) {
            final int first = z[asked[q]] > border[q] ? 4 : 0;
            final int second = z[asked[q + 1]] > border[q + 1] ? 2 : 0;
            final int third = z[asked[q + 2]] > border[q + 2] ? 1 : 0;
            sum += answer[t + first + second + third];
        }
        return (float) sum / ForestTree.ONE;
    }

    /** What is asked about, in the order of {@link CpuBackend#inputs}. */
    public static List<String> inputs() {
        return INPUTS.stream().map(Input::key).toList();
    }

    private static Map<Signal, Forest> ofResource() {
        final Map<Signal, List<ForestTree>> trees = new EnumMap<>(Signal.class);
        try (InputStream in = Forest.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing beside " + Forest.class);
            }
            final BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                final String[] words = line.split(" ", -1);
                trees.computeIfAbsent(Signal.valueOf(words[0].toUpperCase(Locale.ROOT)), signal -> new ArrayList<>()).add(tree(words));
            });
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE + ": " + e.getMessage(), e);
        }
        final Map<Signal, Forest> forests = new EnumMap<>(Signal.class);
        trees.forEach((signal, of) -> forests.put(signal, new Forest(of)));
        return forests;
    }

    private static ForestTree tree(final String[] words) {
        final int[] asked = new int[ForestTree.DEPTH];
        final float[] border = new float[ForestTree.DEPTH];
        final List<String> keys = inputs();
        for (int q = 0; q < asked.length; q++) {
            final String[] question = words[1 + q].split(">", -1);
            asked[q] = keys.indexOf(question[0]);
            if (asked[q] < 0) {
                throw new IllegalStateException(question[0] + " of " + RESOURCE + " is no input");
            }
            border[q] = Float.parseFloat(question[1]);
        }
        return new ForestTree(asked, border,
            IntStream.range(0, ForestTree.ANSWERS).map(a -> Integer.parseInt(words[1 + ForestTree.DEPTH + a])).toArray());
    }

    /** A tree as a line of the text. */
    public static String line(final Signal signal, final ForestTree tree) {
        final StringBuilder line = new StringBuilder(signal.name().toLowerCase(Locale.ROOT));
        for (int q = 0; q < ForestTree.DEPTH; q++) {
            line.append(' ').append(INPUTS.get(tree.inputs()[q]).key()).append('>').append(tree.borders()[q]);
        }
        for (final int answer : tree.answers()) {
            line.append(' ').append(answer);
        }
        return line.toString();
    }
}
