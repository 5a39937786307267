package io.undercurrent.feeds.iqfeed;

import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.feeds.FeedOptions;
import io.undercurrent.feeds.TimedDecoder;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of one recorded file. Its name may tell the day ({@code iqfeed_20260105.txt}), else the options, else its lines. */
final class IqfeedLines implements TimedDecoder {
    private static final Pattern DAY = Pattern.compile("(?:.*\\D)?(\\d{8})(?:\\D.*)?");

    private final FeedOptions options;
    private final IqfeedDecoder decoder;

    IqfeedLines(final FeedOptions options, final IqfeedInstruments instruments) {
        this.options = options;
        decoder = new IqfeedDecoder(options, instruments);
    }

    @Override
    public void begin(final Path path, final String name) {
        decoder.begin(day(name).or(options::date).map(LocalDate::toEpochDay).orElse(IqfeedClock.NONE));
    }

    private static Optional<LocalDate> day(final String name) {
        final Matcher matcher = DAY.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(matcher.group(1), DateTimeFormatter.BASIC_ISO_DATE));
        } catch (final DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public RejectReason read(final byte[] line, final int offset, final int length) {
        return decoder.read(line, offset, length);
    }

    @Override
    public long timeNs() {
        return decoder.timeNs();
    }

    @Override
    public int rank() {
        return 0;
    }

    @Override
    public void publish(final EventPublisher out) {
        decoder.publish(out);
    }

    @Override
    public int instrumentId() {
        return decoder.instrumentId();
    }

    @Override
    public Map<String, Long> passedOver() {
        return decoder.passedOver();
    }
}
